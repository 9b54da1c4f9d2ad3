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

/// One pass over the requests that sequence owners have not answered: each owner is asked once
/// more, and then the owner of rule 2 is asked (R2.6).
public final class Reminders {

    /// An owner who has not answered for this long is asked again, once.
    public static final Duration ASK_AGAIN = Placement.OWNERS_ANSWER;

    /// If the owner has not answered for this long, the owner of rule 2 is asked.
    static final Duration HAND_OVER = Duration.ofDays(5);

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Instant now;
    private final Instant countsFrom;
    private @Nullable Instant next;

    /// @param countsFrom for an owner who was asked before this time, the waiting periods start
    ///   here
    Reminders(Ledger ledger, Instant now, Instant countsFrom) {
        this.ledger = ledger;
        this.now = now;
        this.countsFrom = countsFrom;
    }

    /// Asks someone, unless that request was already sent.
    @FunctionalInterface
    interface Ask {

        /// @param since when the owner was first asked; null the first time
        DeliveryId ask(Asking asking, @Nullable Instant since);
    }

    /// Sends all requests that are due by now.
    void askWhoeverIsDue(Ask ask) {
        Instant since = send(ask, Asking.FIRST, null);
        Instant from = since.isAfter(countsFrom) ? since : countsFrom;
        if (isDue(from.plus(ASK_AGAIN))) {
            send(ask, Asking.AGAIN, since);
        }
        if (isDue(from.plus(HAND_OVER))) {
            send(ask, Asking.HANDED_OVER, since);
        }
    }

    /// When to call [#askWhoeverIsDue] again; null if no further request is planned.
    @Nullable Instant next() {
        return next;
    }

    /// The address of the sequence's owner or, after the handover, of whoever is asked instead
    /// ([Sequence#handedOverTo]).
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

    /// @return when the request was planned
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
