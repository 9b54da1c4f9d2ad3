package app.prtosales.mailing;

import app.prtosales.delivery.MailKind;
import java.util.Arrays;
import java.util.Optional;

/// A kind of email that is sent to many reps at once and is therefore queued in chunks.
public enum RepMail {
    PING(MailKind.PING),
    DISTRIBUTOR_PING(MailKind.DISTRIBUTOR_PING),
    TURN(MailKind.TURN),
    CORRECTION(MailKind.CORRECTION),
    RETRACTION(MailKind.RETRACTION),
    KIT_REMINDER(MailKind.KIT_REMINDER);

    private final MailKind kind;

    RepMail(MailKind kind) {
        this.kind = kind;
    }

    public MailKind kind() {
        return kind;
    }

    /// Whether it tells reps about a change of a story that they know.
    public boolean isAboutChange() {
        return switch (this) {
            case TURN, CORRECTION, RETRACTION -> true;
            case PING, DISTRIBUTOR_PING, KIT_REMINDER -> false;
        };
    }

    /// Whether it depends on what reps have recorded.
    public boolean needsResponses() {
        return this == RETRACTION || this == KIT_REMINDER;
    }

    /// Empty for a kind of email that is not queued this way.
    public static Optional<RepMail> of(MailKind kind) {
        return Arrays.stream(values()).filter(each -> each.kind == kind).findFirst();
    }
}
