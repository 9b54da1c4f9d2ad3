package app.prtosales.mailing;

/// Which request about a sequence this is, and who gets it (R2.6).
public enum Asking {
    FIRST,
    AGAIN,
    /// The request to the owner of rule 2, sent because the sequence's owner did not answer.
    HANDED_OVER
}
