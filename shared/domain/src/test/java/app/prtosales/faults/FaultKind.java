package app.prtosales.faults;

/// In which way a call to the outside fails.
enum FaultKind {
    /// Nothing was reached, and the call did nothing.
    BEFORE,
    /// It took effect, and the reply was lost.
    AFTER,
    /// It was turned away: too much at once.
    THROTTLE,
    /// It took effect, no answer came in time, and the client asked a second time by itself, as
    /// AWS's own does. Mails are never asked for twice: there the time ran out and nothing took
    /// effect.
    TIMEOUT,
    /// Of a batch the first half took effect.
    HALF,
    /// The process died before the call, with everything it had in memory.
    CRASH_BEFORE,
    /// The process died after the call took effect.
    CRASH_AFTER
}
