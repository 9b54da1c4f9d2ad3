package app.prtosales.sequence;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Sequence;
import app.prtosales.mailing.Asking;
import app.prtosales.placement.Placement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One look at what owners of sequences were asked and have not answered: they are asked once more,
/// and then the owner of rule 2 is (R2.6).
public final class Reminders {

    /// After this long without an answer the owner is asked again, once.
    public static final Duration ASK_AGAIN = Placement.OWNERS_ANSWER;

    /// After this long without an answer the owner of rule 2 is asked.
    static final Duration HAND_OVER = Duration.ofDays(5);

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Instant now;
    private final Instant countsFrom;
    private @Nullable Instant next;

    /// @param countsFrom an owner who was asked earlier has the days from then on
    Reminders(Ledger ledger, Instant now, Instant countsFrom) {
        this.ledger = ledger;
        this.now = now;
        this.countsFrom = countsFrom;
    }

    /// Asks somebody, unless they were asked that time already.
    @FunctionalInterface
    interface Ask {

        /// @param since when the owner was first asked; null the first time
        DeliveryId ask(Asking asking, @Nullable Instant since);
    }

    /// Asks whoever is to be asked by now.
    void look(Ask ask) {
        Instant since = send(ask, Asking.FIRST, null);
        Instant from = since.isAfter(countsFrom) ? since : countsFrom;
        if (isDue(from.plus(ASK_AGAIN))) {
            send(ask, Asking.AGAIN, since);
        }
        if (isDue(from.plus(HAND_OVER))) {
            send(ask, Asking.HANDED_OVER, since);
        }
    }

    /// When to look again; null where nobody is left to be asked.
    @Nullable Instant next() {
        return next;
    }

    /// The owner of the sequence or, once it is handed over, of rule 2; ops where the agreement
    /// names nobody.
    static String address(Asking asking, Sequence sequence, Agreement agreement) {
        return asking == Asking.HANDED_OVER
                ? sequence.handedOverTo(agreement)
                : sequence.ownerEmail();
    }

    private boolean isDue(Instant at) {
        if (now.isBefore(at)) {
            lookAt(at);
            return false;
        }
        return true;
    }

    /// @return when it was planned
    private Instant send(Ask ask, Asking asking, @Nullable Instant since) {
        Delivery row = ledger.find(ask.ask(asking, since)).orElseThrow();
        if (row.state().isOpen()) {
            lookAt(now.plus(SOON));
        }
        return row.plannedAt();
    }

    private void lookAt(Instant at) {
        next = next == null || at.isBefore(next) ? at : next;
    }
}
