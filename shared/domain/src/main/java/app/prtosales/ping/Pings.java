package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.id.RepId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The mails that tell the reps of one placement: to each the ping and, where that failed, the one
/// to the second address. A rep is reached when any of them is.
final class Pings {

    private static final Comparator<Delivery> TRIED =
            Comparator.comparing((Delivery row) -> row.id().kind())
                    .thenComparingInt(row -> row.id().number());

    private final Map<RepId, List<Delivery>> byRep = new HashMap<>();

    /// @param rows the placement's pings in the ledger
    Pings(List<Delivery> rows) {
        rows.stream()
                .sorted(TRIED)
                .forEach(row ->
                        byRep.merge(
                                row.id().rep(),
                                List.of(row),
                                (before, more) ->
                                        Stream.concat(before.stream(), more.stream()).toList()));
    }

    /// In the order in which they are tried; none where nothing was planned.
    List<Delivery> of(RepId rep) {
        return byRep.getOrDefault(rep, List.of());
    }

    /// Everybody who was pinged, in the order of their ids.
    List<RepId> reps() {
        return byRep.keySet().stream().sorted().toList();
    }

    boolean anyOf(RepId rep, Predicate<Delivery> is) {
        return of(rep).stream().anyMatch(is);
    }

    /// The mail that reached the rep first.
    Optional<Delivery> reached(RepId rep) {
        return of(rep).stream()
                .filter(Delivery::isReached)
                .min(
                        Comparator.comparing(
                                Delivery::deliveredAt,
                                Comparator.nullsLast(Comparator.naturalOrder())));
    }
}
