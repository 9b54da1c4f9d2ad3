package app.prtosales.link;

import app.prtosales.text.Words;

/// The one thing that a link can do.
public enum Purpose {
    /// A rep has read the ping.
    ACKNOWLEDGE,
    /// A rep used the placement in a deal.
    REFERENCE,
    /// A sequence owner put the placement into the sequence.
    SEQUENCE,
    /// A leader reads the audit; it does nothing but show.
    AUDIT;

    public String word() {
        return Words.of(this);
    }
}
