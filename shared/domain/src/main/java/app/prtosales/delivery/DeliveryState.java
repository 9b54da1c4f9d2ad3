package app.prtosales.delivery;

/// Where one mail is. Up to `ACCEPTED` we move it, after that SES's events do.
public enum DeliveryState {
    PLANNED,
    /// Claimed by a sender, which may be talking to SES at this moment.
    SENDING,
    /// SES may or may not have it: the answer was lost. SES's own Send event settles it.
    UNKNOWN,
    /// SES took it. That is sent, not reached.
    ACCEPTED,
    /// The recipient's mail server took it: reached.
    DELIVERED,
    /// The recipient's mail server will never take it.
    BOUNCED,
    /// The recipient called it spam.
    COMPLAINED,
    /// SES refused it, for a reason that trying again does not mend.
    REJECTED,
    /// Not to be sent any more: the person left, or the story was withdrawn or retracted.
    CANCELLED;

    /// It did not arrive and never will: somebody has to be told.
    public boolean hasFailed() {
        return this == BOUNCED || this == REJECTED || this == COMPLAINED;
    }

    /// Whether it is still on us to do something.
    public boolean isOpen() {
        return this == PLANNED || this == SENDING || this == UNKNOWN;
    }
}
