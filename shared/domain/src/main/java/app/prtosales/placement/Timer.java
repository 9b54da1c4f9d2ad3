package app.prtosales.placement;

/// What a placement can be waiting for. The sparse index holds the earliest of its timers.
public enum Timer {
    /// Publication, or acceptance where that was later: the pings go out.
    DISPATCH,
    /// Sends that should have ended by now: whatever is stuck is started again.
    SENDS,
    /// The deadline: the verdict is recorded.
    VERDICT
}
