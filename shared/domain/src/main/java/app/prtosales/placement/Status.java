package app.prtosales.placement;

import app.prtosales.text.Words;

/// Where a placement is in its life (contract, `status`).
public enum Status {
    /// Stored and invisible to reps until it is published (R1.13).
    SCHEDULED,
    /// The pings are going out.
    DISTRIBUTING,
    /// Every ping was handed to the mail system, or cannot be.
    DISTRIBUTED,
    /// The deadline has passed and the verdict is recorded.
    JUDGED,
    WITHDRAWN,
    RETRACTED;

    public String word() {
        return Words.of(this);
    }

    /// Nothing more is sent of it, and nothing about it is timed.
    public boolean isOver() {
        return this == WITHDRAWN || this == RETRACTED;
    }
}
