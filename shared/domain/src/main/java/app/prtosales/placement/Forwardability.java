package app.prtosales.placement;

import app.prtosales.text.Words;

/// What reps may do with a placement (R5.5); every ping shows it both in words and in color.
public enum Forwardability {
    /// You may forward the link.
    GREEN,
    /// Internal only: talk about it, don’t send it. The default for new placements.
    AMBER,
    /// Do not use.
    RED;

    public String word() {
        return Words.of(this);
    }
}
