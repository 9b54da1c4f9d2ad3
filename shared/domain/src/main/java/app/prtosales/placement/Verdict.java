package app.prtosales.placement;

import app.prtosales.text.Words;

/// Whether the full sales team was reached by the deadline (R1.10).
public enum Verdict {
    PENDING,
    MET,
    MISSED,
    /// There was nobody to reach, or the placement was imported from the past, or withdrawn before
    /// its deadline.
    VOID;

    /// The recorded verdict; a withdrawn placement without one never gets any.
    public static Verdict of(Placement placement) {
        if (placement.judgment() != null) {
            return placement.judgment().reached().verdict();
        }
        return placement.status() == Status.WITHDRAWN ? VOID : PENDING;
    }

    public String word() {
        return Words.of(this);
    }
}
