package app.prtosales.delivery;

import app.prtosales.text.Words;
import java.util.Optional;

/// What a mail is for, whom it is for and, by that, what happens when it fails. One person gets one
/// mail of a kind about one subject.
public enum MailKind {
    /// One placement to one rep (R1.1).
    PING(Audience.REP, "The coverage email"),
    /// The same ping to a rep's second address, after the first one failed (R1.12).
    PING_SECOND(Audience.REP, "The coverage email to the second address"),
    /// To ops: a rep's ping did not arrive (R1.12).
    FAILED_PING(Audience.OPS),
    /// To ops: the ping to the second address did not arrive either.
    FAILED_PING_SECOND(Audience.OPS),
    /// To ops: another mail of ours did not arrive.
    FAILED_MAIL(Audience.OPS),
    /// Somebody is not reached and the deadline is near: to who can act (R1.9).
    WARNING(Audience.ESCALATION, "The deadline warning"),
    /// To ops: the mail system's quota cannot reach the team by the deadline.
    QUOTA_SHORT(Audience.OPS),
    /// To ops: too many mails came back, and no more go out.
    SENDING_STOPPED(Audience.OPS),
    /// To ops: items of the table cannot be read, and were put aside (I12).
    ITEMS_ASIDE(Audience.OPS),
    /// To ops: the weekly mail has not gone out (R4.7).
    AUDIT_LATE(Audience.OPS),
    /// To ops: reps of a placement whose addresses are dead already (R1.12).
    ADDRESSES_HELD(Audience.OPS),
    /// A suggestion to the owner of a sequence (R2.2).
    SEQUENCE_TASK(Audience.SEQUENCE_OWNER, "The sequence email"),
    /// To the owner of rule 2: the owner of a sequence has not answered (R2.6).
    SEQUENCE_HANDED_OVER(Audience.SEQUENCE_OWNER, "The sequence email"),
    /// To the owner of a sequence: what they were given to paste was wrong (R5.6).
    SEQUENCE_CORRECTION(Audience.SEQUENCE_OWNER, "The correction"),
    /// To a rep with an open deal: the kit is ready and no champion has it yet (R3.5).
    KIT_REMINDER(Audience.REP, "The champion kit reminder"),
    /// To ops: a rep says that what we know about them is wrong.
    RECORD_FIX(Audience.OPS),
    /// A Green placement to a distributor: beside the team, not counted (R5.5).
    DISTRIBUTOR_PING(Audience.REP, "The coverage email"),
    /// What a rep may do with a placement changed (R5.5).
    TURN(Audience.REP, "The email about a change in forwarding"),
    /// What was told of a placement was wrong (R5.6).
    CORRECTION(Audience.REP, "The correction"),
    /// Stop using a placement (R5.6).
    RETRACTION(Audience.REP, "The retraction"),
    /// To the owner of a sequence that a retracted placement is in (R5.6).
    SEQUENCE_REMOVAL(Audience.SEQUENCE_OWNER, "The email to take it out of the sequence"),
    /// To the PR owner: the shelf life ends soon (R5.3).
    STILL_TRUE(Audience.PR_OWNER, "The “still true?” email"),
    /// The weekly email to leadership (R4.3).
    AUDIT(Audience.LEADERSHIP, "The weekly audit email"),
    /// A ping that somebody sends themselves before they submit it; nothing counts it.
    TEST_PING(Audience.ASKER, "The test email"),
    /// A link in the place of one that has expired, to the person whom that belongs to (R5.12).
    NEW_LINK(Audience.ASKER, "The email with a new link"),
    /// Nobody is on the roster to be reached (R1.10).
    NO_ACTIVE_REP(Audience.OPS);

    private final Audience audience;
    private final String called;

    MailKind(Audience audience) {
        this.audience = audience;
        this.called = "The email “%s”".formatted(Words.of(this).replace('-', ' '));
    }

    MailKind(Audience audience, String called) {
        this.audience = audience;
        this.called = called;
    }

    /// Whether it tells a rep of a placement: the rep is reached when any such mail is.
    public boolean isPing() {
        return this == PING || this == PING_SECOND;
    }

    /// Whom it is for.
    public Audience audience() {
        return audience;
    }

    /// What it is called where people read of it: `The ping`.
    public String called() {
        return called;
    }

    /// The mail that tells ops that one of these failed (R1.12); empty where nobody is told.
    public Optional<MailKind> notice() {
        if (!audience.isMissed()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case PING -> FAILED_PING;
                    case PING_SECOND -> FAILED_PING_SECOND;
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
