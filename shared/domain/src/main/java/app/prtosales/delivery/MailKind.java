package app.prtosales.delivery;

import app.prtosales.text.Words;
import java.util.Optional;

/// What a mail is for. One person gets one mail of a kind about one subject.
public enum MailKind {
    /// One placement to one rep (R1.1).
    PING,
    /// A suggestion to the owner of a sequence (R2.2).
    SEQUENCE_TASK,
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
