package app.prtosales.delivery;

import app.prtosales.id.RepId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Identifies one email to one person. The id is the same however often the email is requested,
/// which makes sending repeatable. It is sent along as a message tag ([#tag()]), by which SES's
/// events refer to the email.
///
/// @param subject a placement's id, or `audit-2026-W48`
/// @param recipient a person's id, never an address
/// @param number distinguishes emails of the same kind to one person, from 1: a second correction
///   is a separate email from the first
public record DeliveryId(String subject, String recipient, MailKind kind, int number) {

    /// The largest number that an id can have.
    public static final int MAXIMUM_NUMBER = 99_999;

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern RECIPIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern LAST =
            Pattern.compile("(?<kind>[a-z0-9-]+?)(?:-(?<number>[2-9]|[1-9][0-9]{1,4}))?");

    public DeliveryId {
        if (!SUBJECT.matcher(subject).matches() || !RECIPIENT.matcher(recipient).matches()) {
            throw new IllegalArgumentException("not a delivery's subject and recipient");
        }
        if (number < 1 || number > MAXIMUM_NUMBER) {
            throw new IllegalArgumentException("not an email's number");
        }
    }

    /// The id of the only email of its kind to this person, or of the first one.
    public DeliveryId(String subject, String recipient, MailKind kind) {
        this(subject, recipient, kind, 1);
    }

    /// The recipient of an email to a rep or a distributor; the recipients of other emails have no
    /// rep id.
    public RepId rep() {
        return new RepId(recipient);
    }

    /// The id of the notice that tells ops that this email failed; empty if nobody is notified.
    public Optional<DeliveryId> notice() {
        return kind.notice().map(telling -> new DeliveryId(subject, recipient, telling, number));
    }

    /// The id of another email of the same kind to this person.
    public DeliveryId numbered(int another) {
        return new DeliveryId(subject, recipient, kind, another);
    }

    /// Parses the result of [#value()]; the recipient may contain dots, the other parts never do.
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

    /// `placement.rep.ping`, or `placement.rep.correction-2` for the second one of a kind.
    public String value() {
        return "%s.%s.%s%s"
                .formatted(subject, recipient, kind.word(), number == 1 ? "" : "-" + number);
    }

    /// The id as the value of a message tag: [#value()] in base64url without padding. AWS documents
    /// that a tag's value may have letters, digits, `_` and `-`, at most 256 of them, but ids
    /// contain dots. Even the longest id fits.
    ///
    /// @see <a
    ///   href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html">SES:
    ///   MessageTag</a>
    public String tag() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(value().getBytes(StandardCharsets.UTF_8));
    }

    /// Parses the result of [#tag()], and also the tags of earlier versions: those were [#value()]
    /// itself, recognizable by its dots, which base64url never has.
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
