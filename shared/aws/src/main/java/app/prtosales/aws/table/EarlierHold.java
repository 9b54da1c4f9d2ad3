package app.prtosales.aws.table;

import app.prtosales.delivery.Mailbox;
import java.time.Instant;

/// Why a mail was held back, as earlier versions kept it: with the instant of the bounce, in UTC,
/// inside the sentence. It is read as what is kept today, which has no instant in it.
final class EarlierHold {

    private static final String DEAD = "the address is dead, ";
    private static final String SPAM = DEAD + "marked as spam ";
    private static final String WHY = ": ";

    private EarlierHold() {}

    /// `the address is bouncing (mailbox is full)` where `the address is dead, bounced
    /// 2026-06-24T13:00:05Z: mailbox is full` was kept. Anything else stays as it is.
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
