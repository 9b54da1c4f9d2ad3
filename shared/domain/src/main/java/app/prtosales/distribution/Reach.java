package app.prtosales.distribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Who was reached, and by when: computed from the times of events, and from nothing else (R1.8).
final class Reach {

    /// A submission this close to the deadline cannot make it (R1.10).
    static final Duration TOO_LATE = Duration.ofMinutes(30);

    private final Placement placement;
    private final List<String> team;
    private final Map<String, Delivery> pings;
    private final Map<String, List<Delivery>> everyPing;
    private final List<String> left;

    /// @param team the recipients as they were frozen at dispatch
    /// @param pings the placement's pings in the ledger
    /// @param left those of the team who left before the deadline
    Reach(Placement placement, List<String> team, List<Delivery> pings, List<String> left) {
        this.placement = placement;
        this.left = left;
        Set<String> gone = Set.copyOf(left);
        this.team = team.stream().filter(rep -> !gone.contains(rep)).toList();
        this.pings = byRep(pings);
        this.everyPing = pings.stream().collect(groupingBy(row -> row.id().recipient()));
    }

    /// One row for each rep: where the ping was sent again, the one that reached, the earliest of
    /// several, or else the last.
    private static Map<String, Delivery> byRep(List<Delivery> pings) {
        return pings.stream()
                .collect(toMap(row -> row.id().recipient(), Function.identity(), Reach::telling));
    }

    private static Delivery telling(Delivery one, Delivery other) {
        if (one.isReached() && other.isReached()) {
            return deliveredAt(other).isBefore(deliveredAt(one)) ? other : one;
        }
        if (one.isReached() || other.isReached()) {
            return one.isReached() ? one : other;
        }
        return one.id().number() > other.id().number() ? one : other;
    }

    private static Instant deliveredAt(Delivery row) {
        return row.deliveredAt() == null ? Instant.MAX : row.deliveredAt();
    }

    /// Before the deadline has passed: nothing is decided.
    Reached soFar() {
        return reached(Verdict.PENDING, null);
    }

    /// Once the deadline has passed.
    Reached verdict() {
        Instant deadline = placement.publication().deadline();
        if (team.isEmpty()) {
            return reached(Verdict.VOID, null);
        }
        boolean met =
                team.stream()
                        .allMatch(
                                rep -> ping(rep).filter(p -> p.isReachedBy(deadline)).isPresent());
        return met ? reached(Verdict.MET, null) : reached(Verdict.MISSED, cause(deadline));
    }

    private Cause cause(Instant deadline) {
        if (placement.acceptedAt().isAfter(deadline.minus(TOO_LATE))) {
            return Cause.LATE_INTAKE;
        }
        if (isKeptBack(deadline)) {
            return Cause.HELD;
        }
        boolean allHandedOver =
                team.stream()
                        .filter(rep -> ping(rep).filter(p -> p.isReachedBy(deadline)).isEmpty())
                        .allMatch(rep -> leftUsBy(deadline, rep));
        return allHandedOver ? Cause.DELIVERY : Cause.SYSTEM;
    }

    /// It was taken back while pings were still to go.
    private boolean isKeptBack(Instant deadline) {
        TakenBack back = placement.changes().takenBack();
        return back != null
                && !back.at().isAfter(deadline)
                && team.stream()
                        .map(this::ping)
                        .anyMatch(ping -> ping.isEmpty() || neverLeft(ping.get().state()));
    }

    private static boolean neverLeft(DeliveryState state) {
        return state == DeliveryState.PLANNED || state == DeliveryState.CANCELLED;
    }

    /// Sending it again afterwards does not make it late on our side.
    private boolean leftUsBy(Instant deadline, String rep) {
        return everyPing.getOrDefault(rep, List.of()).stream()
                .anyMatch(ping -> leftUsBy(deadline, ping));
    }

    /// In time on our side: what is missing is missing at the recipient's.
    private static boolean leftUsBy(Instant deadline, Delivery ping) {
        boolean accepted = ping.acceptedAt() != null && !ping.acceptedAt().isAfter(deadline);
        return switch (ping.state()) {
            case ACCEPTED, DELIVERED, COMPLAINED -> accepted;
            case BOUNCED, REJECTED -> true;
            case PLANNED, SENDING, UNKNOWN, CANCELLED -> false;
        };
    }

    private Reached reached(Verdict verdict, @Nullable Cause cause) {
        Instant deadline = placement.publication().deadline();
        List<Delivery> reached =
                team.stream()
                        .flatMap(rep -> ping(rep).stream())
                        .filter(Delivery::isReached)
                        .toList();
        return new Reached(
                verdict,
                cause,
                reached.size(),
                (int) reached.stream().filter(p -> p.isReachedBy(deadline)).count(),
                team.size(),
                team.stream().flatMap(rep -> missing(rep).stream()).toList(),
                left,
                reached.stream()
                        .map(Delivery::deliveredAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private Optional<Missing> missing(String rep) {
        return ping(rep)
                .map(p -> p.isReached() ? Optional.<Missing>empty() : Optional.of(missing(rep, p)))
                .orElseGet(() -> Optional.of(new Missing(rep, "not sent yet")));
    }

    private static Missing missing(String rep, Delivery ping) {
        String reason =
                switch (ping.state()) {
                    case PLANNED ->
                            ping.attempt() == 0 ? "waiting to be sent" : "waiting to be sent again";
                    case SENDING -> "being sent";
                    case UNKNOWN -> "sent, but the mail system's answer was lost";
                    case ACCEPTED ->
                            ping.delayedAt() == null
                                    ? "sent; the mail server has not taken it yet"
                                    : "sent; the mail server puts it off";
                    case BOUNCED -> withReason("bounced", ping);
                    case COMPLAINED -> "marked as spam";
                    case REJECTED -> withReason("refused by the mail system", ping);
                    case CANCELLED -> withReason("not sent", ping);
                    case DELIVERED -> "delivered";
                };
        return new Missing(rep, reason);
    }

    private static String withReason(String what, Delivery ping) {
        return ping.reason() == null ? what : "%s: %s".formatted(what, ping.reason());
    }

    private Optional<Delivery> ping(String rep) {
        return Optional.ofNullable(pings.get(rep));
    }
}
