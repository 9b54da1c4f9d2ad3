package app.prtosales.delivery;

import app.prtosales.delivery.Postman.Handover;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Sends one planned mail, exactly once as far as SES allows: it writes claim and intent together,
/// calls SES, and writes the result. Every write is conditional, so of any number of senders only
/// one sends; and a lost answer is never taken for a refusal.
public final class SendOne {

    /// Longer than a call to SES can take; a sender that has been silent for longer is dead.
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int TRIES = 5;

    private final Ledger ledger;
    private final Postman postman;
    private final InstantSource clock;

    public SendOne(Ledger ledger, Postman postman, InstantSource clock) {
        this.ledger = ledger;
        this.postman = postman;
        this.clock = clock;
    }

    /// The result of sending.
    public enum Result {
        /// SES has just accepted it.
        SENT,
        /// Nothing to do: it was sent, is being sent, or never will be.
        NOT_OURS,
        /// It remains planned in the ledger, to be sent later.
        LATER,
        /// SES permanently refused it; the ledger has the reason.
        REFUSED,
        /// The answer was lost, or another sender is working on it: SES's event or the grace period
        /// will settle it.
        UNKNOWN;

        /// How long to wait before checking again; empty if nothing is open.
        public Optional<Duration> lookAgainAfter() {
            return switch (this) {
                case LATER -> Optional.of(SOON);
                case UNKNOWN -> Optional.of(Delivery.GRACE);
                case SENT, NOT_OURS, REFUSED -> Optional.empty();
            };
        }
    }

    /// Sends the mail, planning it first if it is not planned.
    ///
    /// @param mail called only if the mail will really be sent
    public Result planAndSend(DeliveryId id, Supplier<OutgoingMail> mail) {
        return planAndSend(id, 0, mail);
    }

    /// @param telling the version of the placement that the mail is written from
    public Result planAndSend(DeliveryId id, long telling, Supplier<OutgoingMail> mail) {
        Optional<Delivery> known = ledger.find(id);
        if (known.isEmpty()) {
            ledger.add(Delivery.planned(id, clock.instant()));
            known = ledger.find(id);
        }
        return send(known.orElseThrow(), telling, mail);
    }

    /// @param row the row as just read
    /// @param telling the version of the placement that the mail is written from; the claim records
    ///   it, to know later who was told what
    public Result send(Delivery row, long telling, Supplier<OutgoingMail> mail) {
        Instant now = clock.instant();
        Delivery settled = row.settled(now);
        if (settled.version() != row.version() && !ledger.replace(row, settled)) {
            return Result.NOT_OURS;
        }
        Optional<Delivery> claimed = settled.claimed(now, LEASE);
        if (claimed.isEmpty()) {
            return settled.state().isOpen() ? Result.UNKNOWN : Result.NOT_OURS;
        }
        OutgoingMail written = mail.get();
        Delivery claim = claimed.get().telling(telling, Mailbox.idOf(written.to()));
        if (!ledger.replace(settled, claim)) {
            // Someone else's claim, or our own from an earlier attempt whose answer was lost.
            return Result.UNKNOWN;
        }
        return switch (postman.send(written)) {
            case Handover.Accepted(var sesId) -> {
                record(claim, taken -> taken.accepted(sesId, clock.instant()));
                yield Result.SENT;
            }
            case Handover.TryLater later -> {
                record(
                        claim,
                        taken -> later.barred() ? taken.barred(later.reason()) : taken.putBack());
                yield Result.LATER;
            }
            case Handover.Refused(var reason) -> {
                record(claim, taken -> taken.rejected(reason));
                yield Result.REFUSED;
            }
            case Handover.NoAnswer lost -> {
                record(claim, taken -> taken.unknown(clock.instant()));
                yield Result.UNKNOWN;
            }
        };
    }

    /// SES's events may have changed the row in the meantime; the result is then merged into the
    /// changed row.
    private void record(Delivery claimed, UnaryOperator<Delivery> outcome) {
        Delivery row = claimed;
        for (int i = 0; i < TRIES; i++) {
            Delivery after = outcome.apply(row);
            if (after.version() == row.version() || ledger.replace(row, after)) {
                return;
            }
            row = ledger.find(claimed.id()).orElseThrow();
        }
        throw new IllegalStateException("ledger row %s keeps changing".formatted(claimed.id()));
    }
}
