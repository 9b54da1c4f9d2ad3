package app.prtosales.ping;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The mail system's answers to the emails of one chunk, and what they say about the mail system:
/// whether it accepts mail at all, or refuses every email for the same reason. Thread-safe.
final class MailSystemAnswers {

    /// If this many emails are refused for the same reason and none is accepted, the emails are not
    /// the problem.
    private static final int REFUSED_ALIKE = 3;

    private final AtomicInteger accepted = new AtomicInteger();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private volatile boolean held;
    private volatile @Nullable String nothingAccepted;
    private volatile @Nullable String refusedAlike;

    void accepted() {
        accepted.incrementAndGet();
    }

    /// The mail system does not accept mail at the moment.
    void held() {
        held = true;
    }

    /// The mail system accepts no email from us.
    void nothingAccepted(String why) {
        nothingAccepted = why;
    }

    void refused(String why) {
        if (refusals.merge(why, 1, Integer::sum) >= REFUSED_ALIKE && accepted.get() == 0) {
            refusedAlike = why;
            held = true;
        }
    }

    /// Whether the mail system does not accept mail at the moment. If it does, the rest of the
    /// chunk can be sent immediately, in a new run.
    boolean isHeld() {
        return held;
    }

    /// Why the mail system refused several emails, if it accepted none.
    Optional<String> whyRefusedAlike() {
        return accepted.get() == 0 ? Optional.ofNullable(refusedAlike) : Optional.empty();
    }

    /// Why an alarm is needed in place of an email; null if none is.
    @Nullable String alarm() {
        if (nothingAccepted != null) {
            return nothingAccepted;
        }
        return accepted.get() == 0 && refusals.size() == 1
                ? refusals.keySet().iterator().next()
                : null;
    }
}
