package app.prtosales.placement;

import app.prtosales.text.Words;

/// Whether the full sales team was reached by the deadline (R1.10).
public enum Verdict {
    PENDING,
    MET,
    MISSED,
    /// There was nobody to reach, or the placement was imported from the past.
    VOID;

    public String word() {
        return Words.of(this);
    }
}
