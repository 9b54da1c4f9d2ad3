package app.prtosales.delivery;

/// The state of one email. We set it up to `ACCEPTED`; after that, SES's events do.
public enum DeliveryState {
    PLANNED,
    /// Claimed by a sender, which may be calling SES right now.
    SENDING,
    /// SES may or may not have it: the answer was lost, and SES's Send event will settle it.
    UNKNOWN,
    /// SES accepted it: sent, but not yet reached.
    ACCEPTED,
    /// The recipient's mail server accepted it: reached.
    DELIVERED,
    /// The recipient's mail server permanently refused it.
    BOUNCED,
    /// The recipient marked it as spam.
    COMPLAINED,
    /// SES refused it for a reason that trying again does not fix.
    REJECTED,
    /// Not to be sent anymore: the person left, or the story was withdrawn or retracted.
    CANCELLED;

    /// Whether it did not arrive and never will, so that someone has to be notified.
    public boolean hasFailed() {
        return this == BOUNCED || this == REJECTED || this == COMPLAINED;
    }

    /// Whether we still have something to do.
    public boolean isOpen() {
        return this == PLANNED || this == SENDING || this == UNKNOWN;
    }
}
