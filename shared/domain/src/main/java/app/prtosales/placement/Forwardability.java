package app.prtosales.placement;

import app.prtosales.text.Words;

/// What a rep may do with a placement (R5.5); in every ping in words as well as colour.
public enum Forwardability {
    /// You may forward the link.
    GREEN,
    /// Internal only: talk about it, don’t send it. What a placement is until somebody says
    /// otherwise.
    AMBER,
    /// Do not use.
    RED;

    public String word() {
        return Words.of(this);
    }
}
