package app.prtosales.delivery;

import app.prtosales.text.Words;
import java.util.Optional;

/// The kind of an email. It decides the audience, and through that what happens if the email fails.
/// A person gets one email of each kind about a subject, or several with different numbers.
public enum MailKind {
    /// One placement to one rep (R1.1).
    PING(Audience.REP, "The coverage email"),
    /// The same ping to a rep's second address, after the first one failed (R1.12).
    PING_SECOND(Audience.REP, "The coverage email to the second address"),
    /// To ops: a rep's ping did not arrive (R1.12).
    FAILED_PING(Audience.OPS),
    /// To ops: the ping to the second address also did not arrive.
    FAILED_PING_SECOND(Audience.OPS),
    /// To ops: another of our emails did not arrive. One person can get several kinds about the
    /// same placement, and ops is told about each.
    FAILED_MAIL(Audience.OPS),
    FAILED_DISTRIBUTOR_PING(Audience.OPS),
    FAILED_TURN(Audience.OPS),
    FAILED_CORRECTION(Audience.OPS),
    FAILED_RETRACTION(Audience.OPS),
    FAILED_KIT_REMINDER(Audience.OPS),
    FAILED_HANDOVER(Audience.OPS),
    FAILED_SEQUENCE_CORRECTION(Audience.OPS),
    FAILED_SEQUENCE_REMOVAL(Audience.OPS),
    FAILED_CHOOSE_SEQUENCE(Audience.OPS),
    FAILED_CHAMPIONS_TO_TELL(Audience.OPS),
    /// To someone who can act: a rep has not been reached and the deadline is near (R1.9).
    WARNING(Audience.ESCALATION, "The deadline warning"),
    /// To ops: the mail system's quota is too small to reach the team by the deadline.
    QUOTA_SHORT(Audience.OPS),
    /// To ops: too many emails came back, and sending has stopped.
    SENDING_STOPPED(Audience.OPS),
    /// To ops: some items of the table cannot be read and were set aside (I12).
    ITEMS_ASIDE(Audience.OPS),
    /// To ops: the weekly email has not gone out (R4.7).
    AUDIT_LATE(Audience.OPS),
    /// To ops: the addresses of some of a placement's reps are already on hold (R1.12).
    ADDRESSES_HELD(Audience.OPS),
    /// To the owner of a sequence: a suggestion (R2.2).
    SEQUENCE_TASK(Audience.SEQUENCE_OWNER, "The sequence email"),
    /// To the owner of rule 2: a sequence owner has not answered (R2.6).
    SEQUENCE_HANDED_OVER(Audience.SEQUENCE_OWNER, "The sequence email"),
    /// To the owner of a sequence: the text they were given to paste was wrong (R5.6).
    SEQUENCE_CORRECTION(Audience.SEQUENCE_OWNER, "The correction"),
    /// To a rep with an open deal: the kit is ready and no champion has it yet (R3.5).
    KIT_REMINDER(Audience.REP, "The champion kit reminder"),
    /// To ops: a rep reports that our record about them is wrong.
    RECORD_FIX(Audience.OPS),
    /// To a distributor: a Green placement; distributors are not on the team and not counted
    /// (R5.5).
    DISTRIBUTOR_PING(Audience.REP, "The coverage email"),
    /// To a rep: what reps may do with a placement changed (R5.5).
    TURN(Audience.REP, "The email about a change in forwarding"),
    /// To a rep: something in the ping was wrong (R5.6).
    CORRECTION(Audience.REP, "The correction"),
    /// To a rep: stop using a placement (R5.6).
    RETRACTION(Audience.REP, "The retraction"),
    /// To the owner of a sequence that contains a placement: take it out (R5.6).
    SEQUENCE_REMOVAL(Audience.SEQUENCE_OWNER, "The email to take it out of the sequence"),
    /// To the owner of rule 2: no sequence owner is asked to add a placement (R2.6).
    CHOOSE_SEQUENCE(Audience.RULE_OWNER, "The email to choose a sequence"),
    /// To the PR owner: the shelf life is about to end (R5.3).
    STILL_TRUE(Audience.PR_OWNER, "The “still true?” email"),
    /// To the PR owner: a story was retracted, and nobody else tells these champions (R5.6).
    CHAMPIONS_TO_TELL(Audience.PR_OWNER, "The email about champions to tell"),
    /// The weekly email to leadership (R4.3).
    AUDIT(Audience.LEADERSHIP, "The weekly audit email"),
    /// A preview of a ping that someone sends to themselves before submitting; it is not counted.
    TEST_PING(Audience.ASKER, "The test email"),
    /// A new link for one that has expired, to the person it belongs to (R5.12).
    NEW_LINK(Audience.ASKER, "The email with a new link"),
    /// To ops: there is no active rep to reach (R1.10).
    NO_ACTIVE_REP(Audience.OPS);

    private final Audience audience;
    private final String displayName;

    MailKind(Audience audience) {
        this.audience = audience;
        this.displayName = "The email “%s”".formatted(Words.of(this).replace('-', ' '));
    }

    MailKind(Audience audience, String displayName) {
        this.audience = audience;
        this.displayName = displayName;
    }

    /// Whether it counts for rule 1: a rep is reached once any such email is delivered.
    public boolean isPing() {
        return this == PING || this == PING_SECOND;
    }

    /// The role of the recipient.
    public Audience audience() {
        return audience;
    }

    /// The kind's name for people: `The coverage email`.
    public String displayName() {
        return displayName;
    }

    /// The kind of email that tells ops that one of these failed (R1.12); empty if nobody is
    /// notified.
    public Optional<MailKind> notice() {
        if (!audience.isReportedToOps()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case PING -> FAILED_PING;
                    case PING_SECOND -> FAILED_PING_SECOND;
                    case DISTRIBUTOR_PING -> FAILED_DISTRIBUTOR_PING;
                    case TURN -> FAILED_TURN;
                    case CORRECTION -> FAILED_CORRECTION;
                    case RETRACTION -> FAILED_RETRACTION;
                    case KIT_REMINDER -> FAILED_KIT_REMINDER;
                    case SEQUENCE_HANDED_OVER -> FAILED_HANDOVER;
                    case SEQUENCE_CORRECTION -> FAILED_SEQUENCE_CORRECTION;
                    case SEQUENCE_REMOVAL -> FAILED_SEQUENCE_REMOVAL;
                    case CHOOSE_SEQUENCE -> FAILED_CHOOSE_SEQUENCE;
                    case CHAMPIONS_TO_TELL -> FAILED_CHAMPIONS_TO_TELL;
                    default -> FAILED_MAIL;
                });
    }

    public String word() {
        return Words.of(this);
    }

    public static Optional<MailKind> read(String word) {
        return Words.read(MailKind.class, word);
    }
}
