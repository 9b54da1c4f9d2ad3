package app.prtosales.placement;

import org.jspecify.annotations.Nullable;

/// What has become of a mail that has not reached somebody, as a value: whoever shows it asks for
/// its [#words].
///
/// @param kind what it counts as
/// @param detail what is known beyond that, in words and without an address: why it bounced, or why
///   it was not sent; of [Kind#OTHER] all that is known
/// @param second what has become of the mail to the second address; null where none was tried
public record MailFate(Kind kind, @Nullable String detail, @Nullable MailFate second) {

    /// What a mail counts as. The names are stored.
    public enum Kind {
        NOT_SENT_YET("not sent yet"),
        WAITING("waiting to be sent"),
        WAITING_AGAIN("waiting to be sent again"),
        BEING_SENT("being sent"),
        UNCONFIRMED("sent, but we didn’t get a confirmation"),
        WITH_THEIR_SERVER("sent; waiting for their mail server"),
        DELAYED("sent; temporary delivery failure, retrying"),
        BOUNCED("bounced"),
        NOT_DELIVERED("not delivered"),
        MARKED_AS_SPAM("marked as spam"),
        REFUSED("refused by the email service"),
        /// Called off, or held back because of the address.
        NOT_SENT("not sent"),
        DELIVERED("delivered"),
        /// Of who joined inside the 24 hours: their catch-up mail has arrived.
        REACHED("reached"),
        /// Nothing of the above: it was kept in words that are not used any more.
        OTHER("for another reason");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// Without any detail, as it is counted: `bounced`.
        public String words() {
            return words;
        }
    }

    public MailFate {
        if (kind == Kind.OTHER && detail == null) {
            throw new IllegalArgumentException("of another reason, the detail is all there is");
        }
    }

    public MailFate(Kind kind, @Nullable String detail) {
        this(kind, detail, null);
    }

    public MailFate(Kind kind) {
        this(kind, null, null);
    }

    /// The same, and what has become of the mail to the second address.
    public MailFate withSecond(MailFate other) {
        return new MailFate(kind, detail, other);
    }

    /// As people read it: `bounced: mailbox is full; second address: being sent`.
    public String words() {
        return second == null
                ? first()
                : "%s; second address: %s".formatted(first(), second.words());
    }

    private String first() {
        if (detail == null) {
            return kind.words();
        }
        return kind == Kind.OTHER ? detail : "%s: %s".formatted(kind.words(), detail);
    }
}
