package app.prtosales.placement;

import app.prtosales.text.Words;

/// The stage of a placement's life (contract, `status`).
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

    /// Nothing more is sent about it, and it has no timers.
    public boolean isOver() {
        return this == WITHDRAWN || this == RETRACTED;
    }
}
