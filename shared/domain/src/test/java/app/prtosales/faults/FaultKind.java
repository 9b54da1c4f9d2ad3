package app.prtosales.faults;

/// How an outside call fails.
enum FaultKind {
    /// The service was not reached, or throttled the call: it had no effect.
    BEFORE,
    /// The call took effect, but the reply was lost.
    AFTER,
    /// The call took effect, but the reply came too late, and the client retried on its own, as
    /// AWS's client does. Sends are never retried: there, the call times out without taking effect.
    TIMEOUT,
    /// Only the first half of a batch took effect.
    HALF,
    /// The process died before the call, losing everything in memory.
    CRASH_BEFORE,
    /// The process died after the call took effect.
    CRASH_AFTER
}
