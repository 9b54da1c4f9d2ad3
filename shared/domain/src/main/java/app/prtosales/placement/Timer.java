package app.prtosales.placement;

/// What a placement can be waiting for. The sparse index holds the earliest of its timers.
public enum Timer {
    /// Publication, or acceptance where that was later: the pings go out.
    DISPATCH,
    /// Sends that should have ended by now: whatever is stuck is started again.
    SENDS,
    /// The next step of the agreement before the deadline: who can act is warned (R1.9).
    WARNING,
    /// The deadline: the verdict is recorded.
    VERDICT,
    /// A change since publication has mails that are not out yet: [Changes#pending] says which.
    FOLLOW_UP,
    /// Owners of sequences have not answered by now: they are asked again, or the rule's owner is
    /// (R2.6).
    SEQUENCES,
    /// Reps with an open deal are reminded of the champion kit (R3.5).
    KIT_REMINDER,
    /// Before the shelf life ends: the owner is asked "still true?" (R5.3).
    STILL_TRUE,
    /// The shelf life has ended: it leaves sequences and kits (R5.3).
    EXPIRY
}
