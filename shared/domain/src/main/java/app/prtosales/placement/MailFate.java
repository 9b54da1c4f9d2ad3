package app.prtosales.placement;

import org.jspecify.annotations.Nullable;

/// The status of an email that has not reached its recipient, as a value; its text is [#words].
///
/// @param kind what it counts as
/// @param detail anything else known, in words and without an address: why it bounced or was not
///   sent; for [Kind#OTHER], everything that is known
/// @param second the status of the email to the second address; null if none was tried
public record MailFate(Kind kind, @Nullable String detail, @Nullable MailFate second) {

    /// What an email counts as. The constants' names are stored in the table.
    public enum Kind {
        NOT_SENT_YET("not sent yet"),
        WAITING("waiting to be sent"),
        WAITING_AGAIN("waiting to be sent again"),
        BEING_SENT("being sent"),
        UNCONFIRMED("sent, but we didn’t get a confirmation"),
        WITH_THEIR_SERVER("sent; waiting for their mail server"),
        DELAYED("sent; temporary delivery failure, retrying"),
        /// SES has stopped trying and never reported a result.
        NO_ANSWER("not confirmed by their mail server"),
        BOUNCED("bounced"),
        NOT_DELIVERED("not delivered"),
        MARKED_AS_SPAM("marked as spam"),
        REFUSED("refused by the email service"),
        /// Canceled, or held back because of the address.
        NOT_SENT("not sent"),
        DELIVERED("delivered"),
        /// For a rep who joined within the 24 hours: the catch-up ping has arrived.
        REACHED("reached"),
        /// None of the above: stored with wording that is no longer used.
        OTHER("for another reason");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// The kind alone, without details: `bounced`.
        public String words() {
            return words;
        }
    }

    public MailFate {
        if (kind == Kind.OTHER && detail == null) {
            throw new IllegalArgumentException("kind OTHER requires a detail");
        }
    }

    public MailFate(Kind kind, @Nullable String detail) {
        this(kind, detail, null);
    }

    public MailFate(Kind kind) {
        this(kind, null, null);
    }

    /// The same, with the status of the email to the second address added.
    public MailFate withSecond(MailFate other) {
        return new MailFate(kind, detail, other);
    }

    /// The text for people: `bounced: mailbox is full; second address: being sent`.
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
