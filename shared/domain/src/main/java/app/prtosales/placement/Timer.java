package app.prtosales.placement;

/// What a placement may be waiting for. The sparse index contains the earliest of its timers.
public enum Timer {
    /// Publication, or acceptance if that was later: the pings go out.
    DISPATCH,
    /// All sends should have finished by now: any that are stuck are started again.
    SENDS,
    /// The agreement's next warning step before the deadline: someone who can act is warned (R1.9).
    WARNING,
    /// The deadline: the verdict is recorded.
    VERDICT,
    /// A change has emails that are due and not out yet; see [Placement#dueChanges].
    FOLLOW_UP,
    /// Sequence owners have not answered: they are asked again, or the owner of rule 2 is asked
    /// (R2.6).
    SEQUENCES,
    /// Reps with an open deal are reminded of the champion kit (R3.5).
    KIT_REMINDER,
    /// Before the shelf life ends: the owner is asked "still true?" (R5.3).
    STILL_TRUE,
    /// The shelf life has ended: the placement leaves sequences and kits (R5.3).
    EXPIRY
}
