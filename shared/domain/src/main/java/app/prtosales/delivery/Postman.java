package app.prtosales.delivery;

/// Hands mails to the mail system, once each: it never tries again by itself.
public interface Postman {

    Handover send(OutgoingMail mail);

    /// What the mail system lets all senders together send.
    SendingAccount account();

    /// What came of handing over.
    sealed interface Handover {

        record Accepted(String sesId) implements Handover {}

        /// Not taken, because of the rate or because the mail system is down or paused: later.
        record TryLater(String reason) implements Handover {}

        /// Not taken, and it never will be.
        record Refused(String reason) implements Handover {}

        /// The answer was lost: it may have been taken.
        record NoAnswer(String reason) implements Handover {}
    }
}
