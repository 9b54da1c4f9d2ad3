package app.prtosales.delivery;

/// Whom a mail is for. It decides which thread the mail is in, and who is told when it fails.
public enum Audience {
    /// Somebody of the sales team, or a distributor: one thread for each placement.
    REP(true, true),
    /// The owner of a sequence, or whoever answers for them: one thread for each placement and
    /// sequence.
    SEQUENCE_OWNER(true, true),
    /// Whoever can still act before a deadline (R1.9).
    ESCALATION(false, true),
    /// Whoever answers for a placement at PR.
    PR_OWNER(false, true),
    LEADERSHIP(false, true),
    /// Whoever asked for it.
    ASKER(false, true),
    /// Ops is who is told of failures, so nobody can be told of a mail that ops did not get.
    OPS(false, false);

    private final boolean threaded;
    private final boolean missed;

    Audience(boolean threaded, boolean missed) {
        this.threaded = threaded;
        this.missed = missed;
    }

    /// Whether all mails to one of them about one placement are in one thread.
    public boolean isThreaded() {
        return threaded;
    }

    /// Whether ops is told when such a mail fails (R1.12).
    public boolean isMissed() {
        return missed;
    }
}
