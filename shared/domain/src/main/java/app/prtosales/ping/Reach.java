package app.prtosales.ping;

import app.prtosales.delivery.BounceReason;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.RefusalReason;
import app.prtosales.delivery.Stop;
import app.prtosales.delivery.Undelivered;
import app.prtosales.id.RepId;
import app.prtosales.placement.Cause;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.MailFate.Kind;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Determines who was reached and when, from the times of events and nothing else (R1.8).
public final class Reach {

    /// A submission this close to the deadline cannot make it (R1.10).
    static final Duration TOO_LATE = Duration.ofMinutes(30);

    /// SES keeps trying to deliver an email for this long.
    static final Duration TRIED_FOR = Duration.ofHours(14);

    private final Placement placement;
    private final List<RepId> team;
    private final Pings pings;
    private final List<RepId> left;

    /// @param team the recipients as frozen at dispatch
    /// @param pings the placement's pings in the ledger
    /// @param left those on the team who left before the deadline
    Reach(Placement placement, List<RepId> team, List<Delivery> pings, List<RepId> left) {
        this.placement = placement;
        this.left = left;
        Set<RepId> gone = Set.copyOf(left);
        this.team = team.stream().filter(rep -> !gone.contains(rep)).toList();
        this.pings = new Pings(pings);
    }

    /// The count before the deadline, while nothing is decided.
    Reached soFar(Instant now) {
        return reached(Verdict.PENDING, null, now);
    }

    /// The verdict after the deadline.
    ///
    /// @param stops the periods when nothing could be sent
    Reached verdict(List<Stop> stops) {
        Instant deadline = placement.publication().deadline();
        if (team.isEmpty()) {
            return reached(Verdict.VOID, null, deadline);
        }
        boolean met =
                team.stream().allMatch(rep -> pings.anyOf(rep, ping -> ping.isReachedBy(deadline)));
        return met
                ? reached(Verdict.MET, null, deadline)
                : reached(Verdict.MISSED, cause(deadline, stops), deadline);
    }

    private Cause cause(Instant deadline, List<Stop> stops) {
        if (knownAt().isAfter(deadline.minus(TOO_LATE))) {
            return Cause.LATE_INTAKE;
        }
        boolean stopped = stops.stream().anyMatch(stop -> stop.isAt(deadline));
        boolean allHandedOver =
                team.stream()
                        .allMatch(rep -> pings.anyOf(rep, ping -> isHandedOverBy(deadline, ping)));
        if (isKeptBack(deadline) || stopped && !allHandedOver) {
            return Cause.HELD;
        }
        return allHandedOver ? Cause.DELIVERY : Cause.SYSTEM;
    }

    /// When we learned that it is published (decision 404).
    private Instant knownAt() {
        return placement.changes().movedFromFutureAt().orElse(placement.acceptedAt());
    }

    /// Whether it was taken back while pings were still unsent.
    private boolean isKeptBack(Instant deadline) {
        TakenBack back = placement.changes().takenBack();
        return back != null
                && !back.at().isAfter(deadline)
                && team.stream()
                        .anyMatch(rep ->
                                pings.of(rep).stream().allMatch(ping -> isUnsent(ping.state())));
    }

    private static boolean isUnsent(DeliveryState state) {
        return state == DeliveryState.PLANNED || state == DeliveryState.CANCELLED;
    }

    /// Whether we handed the ping over in time, so that any failure to deliver it is on the
    /// recipient's side. This includes a ping that was refused, or withheld because its address is
    /// on hold.
    private static boolean isHandedOverBy(Instant deadline, Delivery ping) {
        return switch (ping.state()) {
            case ACCEPTED, DELIVERED, COMPLAINED, BOUNCED -> isBy(deadline, ping.acceptedAt());
            case REJECTED -> isBy(deadline, ping.acceptedAt()) || isBy(deadline, ping.refusedAt());
            case PLANNED, SENDING, UNKNOWN, CANCELLED -> false;
        };
    }

    private static boolean isBy(Instant deadline, @Nullable Instant at) {
        return at != null && !at.isAfter(deadline);
    }

    /// @param asOf the time at which the reasons are given
    private Reached reached(Verdict verdict, @Nullable Cause cause, Instant asOf) {
        Instant deadline = placement.publication().deadline();
        List<Delivery> reached = team.stream().flatMap(rep -> pings.reached(rep).stream()).toList();
        return new Reached(
                verdict,
                cause,
                reached.size(),
                (int) reached.stream().filter(p -> p.isReachedBy(deadline)).count(),
                team.size(),
                team.stream().flatMap(rep -> missing(rep, asOf).stream()).toList(),
                team.stream().filter(rep -> isLate(rep, deadline)).toList(),
                left,
                joined(asOf),
                reached.stream()
                        .map(Delivery::deliveredAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /// When each team member reached so far was reached by the first email to do so: one time for
    /// each, ascending, however late.
    List<Instant> times() {
        return team.stream()
                .flatMap(rep -> pings.reached(rep).stream())
                .map(Delivery::deliveredAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private boolean isLate(RepId rep, Instant deadline) {
        return pings.reached(rep).filter(ping -> !ping.isReachedBy(deadline)).isPresent();
    }

    private Optional<Missing> missing(RepId rep, Instant asOf) {
        if (pings.reached(rep).isPresent()) {
            return Optional.empty();
        }
        List<Delivery> tried = pings.of(rep);
        if (tried.isEmpty()) {
            return Optional.of(new Missing(rep, new MailFate(Kind.NOT_SENT_YET)));
        }
        MailFate first = fate(last(tried, MailKind.PING), asOf);
        Delivery latest = tried.getLast();
        return Optional.of(
                new Missing(
                        rep,
                        latest.id().kind() == MailKind.PING
                                ? first
                                : first.withSecond(fate(latest, asOf))));
    }

    /// The latest ping of a kind: if it was sent again, the repeat is what counts.
    private static Delivery last(List<Delivery> tried, MailKind kind) {
        return tried.stream()
                .filter(row -> row.id().kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseGet(tried::getFirst);
    }

    /// Reps who were pinged but are not among the frozen recipients (R1.11).
    private List<Missing> joined(Instant asOf) {
        Set<RepId> counted = new HashSet<>(team);
        counted.addAll(left);
        return pings.reps().stream()
                .filter(rep -> !counted.contains(rep))
                .map(rep ->
                        missing(rep, asOf)
                                .orElseGet(() -> new Missing(rep, new MailFate(Kind.REACHED))))
                .toList();
    }

    /// Whether SES accepted it so long ago that it has stopped trying to deliver it.
    public static boolean isGivenUp(Delivery mail, Instant now) {
        Instant accepted = mail.acceptedAt();
        return accepted != null && now.isAfter(accepted.plus(TRIED_FOR));
    }

    /// The status of an email at an instant.
    public static MailFate fate(Delivery mail, Instant now) {
        return mail.state() == DeliveryState.ACCEPTED && isGivenUp(mail, now)
                ? new MailFate(Kind.NO_ANSWER)
                : fate(mail);
    }

    /// The status of an email, however long ago it was sent.
    public static MailFate fate(Delivery mail) {
        return switch (mail.state()) {
            case PLANNED ->
                    mail.attempt() == 0
                            ? new MailFate(Kind.WAITING)
                            : withReason(Kind.WAITING_AGAIN, mail);
            case SENDING -> new MailFate(Kind.BEING_SENT);
            case UNKNOWN -> new MailFate(Kind.UNCONFIRMED);
            case ACCEPTED -> new MailFate(mail.isDelayed() ? Kind.DELAYED : Kind.WITH_THEIR_SERVER);
            case BOUNCED -> mail.undelivered().map(Reach::fate).orElse(new MailFate(Kind.BOUNCED));
            case COMPLAINED -> new MailFate(Kind.MARKED_AS_SPAM);
            case REJECTED -> withReason(mail.attempt() == 0 ? Kind.NOT_SENT : Kind.REFUSED, mail);
            case CANCELLED -> withReason(Kind.NOT_SENT, mail);
            case DELIVERED -> new MailFate(Kind.DELIVERED);
        };
    }

    private static MailFate fate(Undelivered failed) {
        return switch (failed.kind()) {
            case BOUNCED -> new MailFate(Kind.BOUNCED, failed.reason());
            case SUPPRESSED -> new MailFate(Kind.NOT_SENT, BounceReason.shown(failed.reason()));
            case GIVEN_UP -> new MailFate(Kind.NOT_DELIVERED, failed.reason());
        };
    }

    private static MailFate withReason(Kind kind, Delivery mail) {
        return new MailFate(
                kind, mail.reason() == null ? null : RefusalReason.shown(mail.reason()));
    }
}
