package app.prtosales.placement;

import app.prtosales.text.Words;

/// Why a deadline was missed (R1.10).
public enum Cause {
    /// Submitted after the deadline, or less than 30 minutes before it.
    LATE_INTAKE,
    /// Kept back on purpose.
    HELD,
    /// Bounced, suppressed, or not accepted by a mail server in time.
    DELIVERY,
    /// Ours.
    SYSTEM;

    public String word() {
        return Words.of(this);
    }
}
