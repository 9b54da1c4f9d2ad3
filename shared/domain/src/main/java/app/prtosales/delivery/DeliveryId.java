package app.prtosales.delivery;

import app.prtosales.id.RepId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names one mail to one person, the same each time it is asked for: that is what makes a send
/// repeatable. It travels as a message tag ([#tag()]), by which SES's events name the mail.
///
/// @param subject a placement's id, or `audit-2026-W48`
/// @param recipient a person's id, never an address
/// @param number tells mails of one kind to one person apart, from 1: a second correction is
///   another mail than the first
public record DeliveryId(String subject, String recipient, MailKind kind, int number) {

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern RECIPIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern LAST =
            Pattern.compile("(?<kind>[a-z0-9-]+?)(?:-(?<number>[2-9]|[1-9][0-9]{1,3}))?");

    public DeliveryId {
        if (!SUBJECT.matcher(subject).matches() || !RECIPIENT.matcher(recipient).matches()) {
            throw new IllegalArgumentException("not a delivery's subject and recipient");
        }
        if (number < 1 || number > 9_999) {
            throw new IllegalArgumentException("not the number of a mail");
        }
    }

    /// The only mail of its kind to this person, or the first one.
    public DeliveryId(String subject, String recipient, MailKind kind) {
        this(subject, recipient, kind, 1);
    }

    /// The recipient of a mail to a rep or a distributor: mails to others have no such id.
    public RepId rep() {
        return new RepId(recipient);
    }

    /// Reads what [#value()] wrote; the recipient may contain dots, the other two never do.
    public static Optional<DeliveryId> parse(String value) {
        int first = value.indexOf('.');
        int last = value.lastIndexOf('.');
        if (last <= first) {
            return Optional.empty();
        }
        String subject = value.substring(0, first);
        String recipient = value.substring(first + 1, last);
        if (!SUBJECT.matcher(subject).matches() || !RECIPIENT.matcher(recipient).matches()) {
            return Optional.empty();
        }
        Matcher kindAndNumber = LAST.matcher(value.substring(last + 1));
        if (!kindAndNumber.matches()) {
            return Optional.empty();
        }
        @Nullable String written = kindAndNumber.group("number");
        int number = written == null ? 1 : Integer.parseInt(written);
        return MailKind.read(kindAndNumber.group("kind"))
                .map(kind -> new DeliveryId(subject, recipient, kind, number));
    }

    /// `placement.rep.ping`, and `placement.rep.correction-2` for the second of its kind.
    public String value() {
        return "%s.%s.%s%s"
                .formatted(subject, recipient, kind.word(), number == 1 ? "" : "-" + number);
    }

    /// The id as the value of a message tag: base64url without padding of [#value()]. AWS documents
    /// letters, digits, `_` and `-` for a tag's value, at most 255 of them, and ids hold dots. The
    /// longest id makes 203 characters.
    ///
    /// @see <a
    ///   href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html">SES:
    ///   MessageTag</a>
    public String tag() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(value().getBytes(StandardCharsets.UTF_8));
    }

    /// Reads what [#tag()] wrote, and what earlier versions sent as a tag: [#value()] itself, which
    /// always has dots, as base64url never does.
    public static Optional<DeliveryId> readTag(String tag) {
        if (tag.contains(".")) {
            return parse(tag);
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(tag);
            return parse(new String(decoded, StandardCharsets.UTF_8))
                    .filter(id -> id.tag().equals(tag));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value();
    }
}
