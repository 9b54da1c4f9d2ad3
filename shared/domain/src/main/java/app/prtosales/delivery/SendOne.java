package app.prtosales.delivery;

import app.prtosales.delivery.Postman.Handover;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Sends one planned email, exactly once as far as SES allows: it claims the email in the ledger,
/// calls SES, and writes the result. Every write is conditional, so of any number of senders only
/// one sends; and a lost answer is never taken for a refusal.
public final class SendOne {

    /// Longer than a call to SES can take; a sender that has been silent for longer is dead.
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int TRIES = 5;

    private final Ledger ledger;
    private final Postman postman;
    private final Refusals refusals;
    private final InstantSource clock;

    /// @param refusals is notified of emails that [#planAndSend] could not send
    public SendOne(Ledger ledger, Postman postman, Refusals refusals, InstantSource clock) {
        this.ledger = ledger;
        this.postman = postman;
        this.refusals = refusals;
        this.clock = clock;
    }

    /// The result of sending.
    public enum Result {
        /// SES has just accepted it.
        SENT,
        /// Nothing to do: it was sent, it never will be, or its ledger row has just changed.
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

    /// Sends the email, planning it first if it is not planned.
    ///
    /// @param mail called only if the email will really be sent
    public Result planAndSend(DeliveryId id, Supplier<OutgoingMail> mail) {
        return planAndSend(id, 0, mail);
    }

    /// @param placementVersion the version of the placement that the email is written from
    public Result planAndSend(DeliveryId id, long placementVersion, Supplier<OutgoingMail> mail) {
        Optional<Delivery> known = ledger.find(id);
        if (known.isEmpty()) {
            ledger.add(Delivery.planned(id, clock.instant()));
            known = ledger.find(id);
        }
        Attempt attempt = attempt(known.orElseThrow(), placementVersion, mail);
        report(attempt);
        return attempt.result();
    }

    /// Reports an email that was refused, now or earlier: the sender that got the refusal may have
    /// died before it reported it.
    private void report(Attempt attempt) {
        Delivery row = attempt.row();
        String why = Objects.requireNonNullElse(row.reason(), "");
        if (row.state() == DeliveryState.REJECTED) {
            refusals.refused(row.id(), why);
        } else if (attempt.isBarred()) {
            refusals.barred(row.id(), why);
        }
    }

    /// Sends one of many emails that are reported together, by the caller.
    ///
    /// @param row the row as just read
    /// @param placementVersion the version of the placement that the email is written from; the
    ///   claim records it, so that it is known later which version the person got
    public Result send(Delivery row, long placementVersion, Supplier<OutgoingMail> mail) {
        return attempt(row, placementVersion, mail).result();
    }

    /// @param row as it is after sending, as far as we know
    /// @param isBarred whether the mail system accepts nothing from us
    private record Attempt(Result result, Delivery row, boolean isBarred) {

        Attempt(Result result, Delivery row) {
            this(result, row, false);
        }
    }

    private Attempt attempt(Delivery row, long placementVersion, Supplier<OutgoingMail> mail) {
        Instant now = clock.instant();
        Delivery settled = row.settled(now);
        if (settled.version() != row.version() && !ledger.replace(row, settled)) {
            return new Attempt(Result.NOT_OURS, row);
        }
        Optional<Delivery> claimed = settled.claimed(now, LEASE);
        if (claimed.isEmpty()) {
            return new Attempt(
                    settled.state().isOpen() ? Result.UNKNOWN : Result.NOT_OURS, settled);
        }
        OutgoingMail written = mail.get();
        Delivery claim = claimed.get().writtenFrom(placementVersion, Mailbox.idOf(written.to()));
        if (!ledger.replace(settled, claim)) {
            // Someone else's claim, or our own from an earlier attempt whose answer was lost.
            return new Attempt(Result.UNKNOWN, settled);
        }
        return recorded(claim, postman.send(written));
    }

    private Attempt recorded(Delivery claim, Handover handover) {
        return switch (handover) {
            case Handover.Accepted(var sesId) ->
                    new Attempt(
                            Result.SENT,
                            record(claim, taken -> taken.accepted(sesId, clock.instant())));
            case Handover.TryLater later ->
                    new Attempt(
                            Result.LATER,
                            record(
                                    claim,
                                    taken ->
                                            later.barred()
                                                    ? taken.barred(later.reason())
                                                    : taken.putBack()),
                            later.barred());
            case Handover.Refused(var reason) ->
                    new Attempt(
                            Result.REFUSED,
                            record(claim, taken -> taken.rejected(reason, clock.instant())));
            case Handover.NoAnswer lost ->
                    new Attempt(
                            Result.UNKNOWN, record(claim, taken -> taken.unknown(clock.instant())));
        };
    }

    /// SES's events may have changed the row in the meantime; the result is then merged into the
    /// changed row.
    private Delivery record(Delivery claimed, UnaryOperator<Delivery> outcome) {
        Delivery row = claimed;
        for (int i = 0; i < TRIES; i++) {
            Delivery after = outcome.apply(row);
            if (after.version() == row.version() || ledger.replace(row, after)) {
                return after;
            }
            row = ledger.find(claimed.id()).orElseThrow();
        }
        throw new IllegalStateException("ledger row %s keeps changing".formatted(claimed.id()));
    }
}
