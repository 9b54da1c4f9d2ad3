package app.prtosales.delivery;

/// The role of an email's recipient. It decides which thread the email is in, and who is notified
/// if it fails.
public enum Audience {
    /// A rep or a distributor: one thread per placement.
    REP(true, true),
    /// The owner of a sequence or, after no answer, the owner of rule 2: one thread per placement
    /// and sequence.
    SEQUENCE_OWNER(true, true),
    /// Someone who can still act before a deadline (R1.9).
    ESCALATION(false, true),
    /// The person at PR who is responsible for a placement.
    PR_OWNER(false, true),
    /// The owner of a rule in the agreement.
    RULE_OWNER(false, true),
    LEADERSHIP(false, true),
    /// The person who asked for the email.
    ASKER(false, true),
    /// Ops is the one notified of failures; if an email to ops fails, an alarm goes off instead
    /// (I13).
    OPS(false, false);

    private final boolean threaded;
    private final boolean reportedToOps;

    Audience(boolean threaded, boolean reportedToOps) {
        this.threaded = threaded;
        this.reportedToOps = reportedToOps;
    }

    /// Whether all emails about a placement to one person are in one thread.
    public boolean isThreaded() {
        return threaded;
    }

    /// Whether ops is notified if such an email fails (R1.12).
    public boolean isReportedToOps() {
        return reportedToOps;
    }
}
