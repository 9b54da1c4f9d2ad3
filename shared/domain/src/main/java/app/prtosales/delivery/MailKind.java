package app.prtosales.delivery;

import app.prtosales.text.Words;
import java.util.Optional;

/// What a mail is for. One person gets one mail of a kind about one subject.
public enum MailKind {
    /// One placement to one rep (R1.1).
    PING,
    /// A suggestion to the owner of a sequence (R2.2).
    SEQUENCE_TASK,
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
    /// The weekly email to leadership (R4.3).
    AUDIT,
    /// Nobody is on the roster to be reached (R1.10).
    NO_ACTIVE_REP;

    public String word() {
        return Words.of(this);
    }

    public static Optional<MailKind> read(String word) {
        return Words.read(MailKind.class, word);
    }
}
