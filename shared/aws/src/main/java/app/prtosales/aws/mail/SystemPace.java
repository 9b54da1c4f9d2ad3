package app.prtosales.aws.mail;

import app.prtosales.delivery.Postman;
import app.prtosales.distribution.Pace;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Spaces the mails of one instance evenly, so that it keeps to its share of SES's rate and is
/// never over it in any one second.
public final class SystemPace implements Pace {

    private final Postman postman;
    private final int senders;
    private long nextAt = System.nanoTime();

    /// @param senders how many instances send at once; the rate is shared among them
    public SystemPace(Postman postman, int senders) {
        this.postman = postman;
        this.senders = senders;
    }

    @Override
    public void await() {
        long until = turn();
        long wait = until - System.nanoTime();
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = until - System.nanoTime();
        }
    }

    private synchronized long turn() {
        double perSecond = Math.max(postman.account().perSecond() / senders, 0.1);
        long turn = Math.max(nextAt, System.nanoTime());
        nextAt = turn + (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        return turn;
    }
}
