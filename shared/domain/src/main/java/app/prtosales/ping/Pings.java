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

/// A placement's pings by rep: the first ping and any further ones, such as to the second address.
/// A rep is reached if any of them is.
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

    /// The rep's pings in the order in which they are tried; empty if none was planned.
    List<Delivery> of(RepId rep) {
        return byRep.getOrDefault(rep, List.of());
    }

    /// All reps who were pinged, ordered by id.
    List<RepId> reps() {
        return byRep.keySet().stream().sorted().toList();
    }

    boolean anyOf(RepId rep, Predicate<Delivery> is) {
        return of(rep).stream().anyMatch(is);
    }

    /// The ping that reached the rep first.
    Optional<Delivery> reached(RepId rep) {
        return of(rep).stream()
                .filter(Delivery::isReached)
                .min(
                        Comparator.comparing(
                                Delivery::deliveredAt,
                                Comparator.nullsLast(Comparator.naturalOrder())));
    }
}
