package app.prtosales.delivery;

/// Hands each email to the mail system once; it never retries by itself.
public interface Postman {

    Handover send(OutgoingMail mail);

    /// What the mail system allows all senders together to send.
    SendingAccount account();

    /// The result of handing over an email.
    sealed interface Handover {

        record Accepted(String sesId) implements Handover {}

        /// Not accepted now, for a reason unrelated to this email; try later.
        ///
        /// @param barred true if the mail system accepts nothing from us until a person fixes
        ///   something: the account is paused, our sender is not verified, a permission is missing;
        ///   false if we exceeded the rate or it is down
        record TryLater(String reason, boolean barred) implements Handover {

            /// The rate is exceeded, or the mail system is down.
            public TryLater(String reason) {
                this(reason, false);
            }
        }

        /// Permanently refused.
        record Refused(String reason) implements Handover {}

        /// The answer was lost, so the email may have been accepted.
        record NoAnswer(String reason) implements Handover {}
    }
}
