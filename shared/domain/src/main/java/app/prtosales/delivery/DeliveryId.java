package app.prtosales.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/// Names one mail to one person, the same each time it is asked for: that is what makes a send
/// repeatable. It travels as a message tag, so it keeps to what SES allows in one (letters, digits,
/// `_`, `-`, `.`, `@`; at most 256 characters).
///
/// @param subject a placement's id, or `audit-2026-W48`
/// @param recipient a person's id, never an address
public record DeliveryId(String subject, String recipient, MailKind kind) {

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern RECIPIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public DeliveryId {
        if (!SUBJECT.matcher(subject).matches() || !RECIPIENT.matcher(recipient).matches()) {
            throw new IllegalArgumentException("not a delivery's subject and recipient");
        }
    }

    /// Reads what [#value()] wrote; the recipient may contain dots, the other two never do.
    public static Optional<DeliveryId> parse(String value) {
        int first = value.indexOf('.');
        int last = value.lastIndexOf('.');
        if (first < 0 || last <= first) {
            return Optional.empty();
        }
        String subject = value.substring(0, first);
        String recipient = value.substring(first + 1, last);
        if (!SUBJECT.matcher(subject).matches() || !RECIPIENT.matcher(recipient).matches()) {
            return Optional.empty();
        }
        return MailKind.read(value.substring(last + 1))
                .map(kind -> new DeliveryId(subject, recipient, kind));
    }

    public String value() {
        return "%s.%s.%s".formatted(subject, recipient, kind.word());
    }

    @Override
    public String toString() {
        return value();
    }
}
