package app.prtosales.link;

import app.prtosales.text.Words;

/// The one action a link allows.
public enum Purpose {
    /// A rep confirms having read the ping.
    ACKNOWLEDGE,
    /// A rep records having used the placement in a deal.
    REFERENCE,
    /// A sequence owner confirms having put the placement into the sequence.
    SEQUENCE,
    /// A sequence owner confirms having taken the placement out of the sequence.
    REMOVAL,
    /// A rep reads the champion kit and records which champion it was sent to.
    KIT,
    /// A rep reports that our record about them is wrong.
    RECORD,
    /// A leader reads the audit; this link is read-only.
    AUDIT,
    /// Someone who is signed in reads the audit's pages; this link lasts hours, not months.
    AUDIT_VISIT;

    public String word() {
        return Words.of(this);
    }
}
