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
    /// A sequence owner took a placement out of the sequence.
    REMOVAL,
    /// A rep reads the champion kit, and says to which champion it went.
    KIT,
    /// A rep says that what we know about them is wrong.
    RECORD,
    /// A leader reads the audit; it does nothing but show.
    AUDIT,
    /// Somebody who is signed in reads the audit's pages, for hours.
    AUDIT_VISIT;

    public String word() {
        return Words.of(this);
    }
}
