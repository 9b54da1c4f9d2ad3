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

    /// An owner who was asked again has this long to answer before the owner of rule 2 is asked: on
    /// day 5, or later if the owner was asked again late.
    static final Duration HAND_OVER = Duration.ofDays(2);

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Instant now;
    private @Nullable Instant next;

    Reminders(Ledger ledger, Instant now) {
        this.ledger = ledger;
        this.now = now;
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
        if (isDue(since.plus(ASK_AGAIN))) {
            Instant again = send(ask, Asking.AGAIN, since);
            if (isDue(again.plus(HAND_OVER))) {
                send(ask, Asking.HANDED_OVER, since);
            }
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
        return sent(ask.ask(asking, since)).plannedAt();
    }

    /// Looks again soon if the email is not out yet.
    Delivery sent(DeliveryId mail) {
        Delivery row = ledger.find(mail).orElseThrow();
        if (row.state().isOpen()) {
            lookAt(now.plus(SOON));
        }
        return row;
    }

    private void lookAt(Instant at) {
        next = next == null || at.isBefore(next) ? at : next;
    }
}
