package app.prtosales.placement;

import app.prtosales.text.Words;

/// The stage of a placement's life (`status` in `docs/openapi.yaml`).
public enum Status {
    /// Stored, but invisible to reps until published (R1.13).
    SCHEDULED,
    /// The pings are going out.
    DISTRIBUTING,
    /// Every ping was handed to the mail system, or cannot be sent.
    DISTRIBUTED,
    /// The deadline has passed and the verdict is recorded.
    JUDGED,
    WITHDRAWN,
    RETRACTED;

    public String word() {
        return Words.of(this);
    }

    /// Whether it was taken back: the only emails still sent about it announce that, or ask owners
    /// to take it out of their sequences.
    public boolean isOver() {
        return this == WITHDRAWN || this == RETRACTED;
    }
}
