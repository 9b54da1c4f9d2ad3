package app.prtosales.delivery;

/// Hands mails to the mail system, once each: it never tries again by itself.
public interface Postman {

    Handover send(OutgoingMail mail);

    /// What the mail system lets all senders together send.
    SendingAccount account();

    /// What came of handing over.
    sealed interface Handover {

        record Accepted(String sesId) implements Handover {}

        /// Not taken now, for a reason that is not this mail's: later.
        ///
        /// @param barred the mail system takes nothing from us until a person mends something: the
        ///   account is paused, our own sender is not verified, a right is missing. Else it is its
        ///   rate, or it is down
        record TryLater(String reason, boolean barred) implements Handover {

            /// The rate, or the mail system is down.
            public TryLater(String reason) {
                this(reason, false);
            }
        }

        /// Not taken, and it never will be.
        record Refused(String reason) implements Handover {}

        /// The answer was lost: it may have been taken.
        record NoAnswer(String reason) implements Handover {}
    }
}
