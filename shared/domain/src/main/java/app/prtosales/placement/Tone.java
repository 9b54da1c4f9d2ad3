package app.prtosales.placement;

import app.prtosales.text.Words;

/// How the company comes off. Negative coverage has a lane of its own (R5.7).
public enum Tone {
    POSITIVE,
    NEUTRAL,
    NEGATIVE;

    public String word() {
        return Words.of(this);
    }
}
