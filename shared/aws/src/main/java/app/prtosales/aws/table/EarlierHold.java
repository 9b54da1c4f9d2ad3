package app.prtosales.aws.table;

import app.prtosales.delivery.Mailbox;
import java.time.Instant;

/// Converts the reason why an email was held back. Earlier versions wrote the instant of the
/// bounce, in UTC, into the sentence; today's sentence leaves it out.
final class EarlierHold {

    private static final String DEAD = "the address is dead, ";
    private static final String SPAM = DEAD + "marked as spam ";
    private static final String WHY = ": ";

    private EarlierHold() {}

    /// Turns `the address is dead, bounced 2026-06-24T13:00:05Z: mailbox is full` into `the address
    /// is bouncing (mailbox is full)`. Anything else stays as it is.
    static String shown(String kept) {
        if (kept.startsWith(SPAM)) {
            return Mailbox.SPAM;
        }
        int why = kept.indexOf(WHY);
        return kept.startsWith(DEAD) && why >= 0
                ? new Mailbox("", Instant.EPOCH, kept.substring(why + WHY.length()), null, 0)
                        .whyHeld()
                : kept;
    }
}
