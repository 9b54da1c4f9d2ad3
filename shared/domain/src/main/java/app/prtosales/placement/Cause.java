package app.prtosales.placement;

import app.prtosales.text.Words;

/// Why a deadline was missed (R1.10).
public enum Cause {
    /// Submitted after the deadline, or less than 30 minutes before it; or held for a publication
    /// until then, and only then moved to the past.
    LATE_INTAKE,
    /// Held back on purpose.
    HELD,
    /// Bounced, suppressed, or not accepted by a mail server in time.
    DELIVERY,
    /// Our own fault.
    SYSTEM;

    /// The cause in words, for use inside a sentence.
    public String inWords() {
        return switch (this) {
            case LATE_INTAKE -> "submitted too late";
            case HELD -> "emails were on hold";
            case DELIVERY -> "not delivered to every rep in time";
            case SYSTEM -> "a problem in our system";
        };
    }

    public String word() {
        return Words.of(this);
    }
}
