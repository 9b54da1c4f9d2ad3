package app.prtosales.delivery;

import app.prtosales.text.Words;
import java.util.Optional;

/// What a mail is for. One person gets one mail of a kind about one subject.
public enum MailKind {
    /// One placement to one rep (R1.1).
    PING,
    /// The same ping to a rep's second address, after the first one failed (R1.12).
    PING_SECOND,
    /// To ops: a rep's ping did not arrive (R1.12).
    FAILED_PING,
    /// To ops: the ping to the second address did not arrive either.
    FAILED_PING_SECOND,
    /// To ops: another mail of ours did not arrive.
    FAILED_MAIL,
    /// Somebody is not reached and the deadline is near: to who can act (R1.9).
    WARNING,
    /// To ops: the mail system's quota cannot reach the team by the deadline.
    QUOTA_SHORT,
    /// To ops: too many mails came back, and no more go out.
    SENDING_STOPPED,
    /// To ops: the weekly mail has not gone out (R4.7).
    AUDIT_LATE,
    /// To ops: reps of a placement whose addresses are dead already (R1.12).
    ADDRESSES_HELD,
    /// A suggestion to the owner of a sequence (R2.2).
    SEQUENCE_TASK,
    /// To the owner of rule 2: the owner of a sequence has not answered (R2.6).
    SEQUENCE_HANDED_OVER,
    /// To the owner of a sequence: what they were given to paste was wrong (R5.6).
    SEQUENCE_CORRECTION,
    /// To a rep with an open deal: the kit is ready and no champion has it yet (R3.5).
    KIT_REMINDER,
    /// To ops: a rep says that what we know about them is wrong.
    RECORD_FIX,
    /// A Green placement to a distributor: beside the team, not counted (R5.5).
    DISTRIBUTOR_PING,
    /// What a rep may do with a placement changed (R5.5).
    TURN,
    /// What was told of a placement was wrong (R5.6).
    CORRECTION,
    /// Stop using a placement (R5.6).
    RETRACTION,
    /// To the owner of a sequence that a retracted placement is in (R5.6).
    SEQUENCE_REMOVAL,
    /// To the PR owner: the shelf life ends soon (R5.3).
    STILL_TRUE,
    /// The weekly email to leadership (R4.3).
    AUDIT,
    /// A ping that somebody sends themselves before they submit it; nothing counts it.
    TEST_PING,
    /// Nobody is on the roster to be reached (R1.10).
    NO_ACTIVE_REP;

    /// Whether it tells a rep of a placement: the rep is reached when any such mail is.
    public boolean isPing() {
        return this == PING || this == PING_SECOND;
    }

    /// Whether ops can be told that one failed: not of those that went to ops itself.
    public boolean isToldWhenFailed() {
        return switch (this) {
            case FAILED_PING,
                    FAILED_PING_SECOND,
                    FAILED_MAIL,
                    ADDRESSES_HELD,
                    NO_ACTIVE_REP,
                    QUOTA_SHORT,
                    SENDING_STOPPED,
                    AUDIT_LATE,
                    RECORD_FIX ->
                    false;
            default -> true;
        };
    }

    public String word() {
        return Words.of(this);
    }

    public static Optional<MailKind> read(String word) {
        return Words.read(MailKind.class, word);
    }
}
