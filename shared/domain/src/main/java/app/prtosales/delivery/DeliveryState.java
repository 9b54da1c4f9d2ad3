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
    /// It did not arrive; [Undelivered.Kind] lists how that can happen.
    BOUNCED,
    /// The recipient marked it as spam.
    COMPLAINED,
    /// It will not be sent: SES refused it for good, its address is on hold, or two tries went
    /// unconfirmed.
    REJECTED,
    /// Not to be sent anymore, for example because the person left or the story was withdrawn.
    CANCELLED;

    /// Whether someone has to be notified, because it did not arrive or was marked as spam.
    public boolean hasFailed() {
        return this == BOUNCED || this == REJECTED || this == COMPLAINED;
    }

    /// Whether we still have something to do.
    public boolean isOpen() {
        return this == PLANNED || this == SENDING || this == UNKNOWN;
    }
}
