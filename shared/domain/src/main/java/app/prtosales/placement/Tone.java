package app.prtosales.placement;

import app.prtosales.text.Words;

/// How the coverage portrays the company. Negative coverage has a lane of its own (R5.7).
public enum Tone {
    POSITIVE,
    NEUTRAL,
    NEGATIVE;

    public String word() {
        return Words.of(this);
    }
}
