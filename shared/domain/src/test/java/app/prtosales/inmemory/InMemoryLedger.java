package app.prtosales.inmemory;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger, in memory. Rows come in the table's order, however many threads added them at once.
public final class InMemoryLedger implements Ledger {

    private static final Comparator<Delivery> TABLE_ORDER =
            Comparator.comparing((Delivery row) -> row.id().kind().name())
                    .thenComparingInt(row -> row.id().number())
                    .thenComparing(row -> row.id().recipient());

    private final Map<DeliveryId, Delivery> rows = new HashMap<>();

    @Override
    public synchronized boolean add(Delivery planned) {
        return rows.putIfAbsent(planned.id(), planned) == null;
    }

    @Override
    public synchronized Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized List<Delivery> about(String subject) {
        return rows.values().stream()
                .filter(row -> row.id().subject().equals(subject))
                .sorted(TABLE_ORDER)
                .toList();
    }

    @Override
    public synchronized List<Delivery> between(DeliveryId first, DeliveryId last) {
        return about(first.subject()).stream()
                .filter(row -> row.id().kind() == first.kind())
                .filter(row -> row.id().number() == first.number())
                .filter(row -> row.id().recipient().compareTo(first.recipient()) >= 0)
                .filter(row -> row.id().recipient().compareTo(last.recipient()) <= 0)
                .toList();
    }

    @Override
    public synchronized boolean replace(Delivery before, Delivery changed) {
        @Nullable Delivery stored = rows.get(changed.id());
        if (stored == null || stored.version() != before.version()) {
            return false;
        }
        rows.put(changed.id(), changed);
        return true;
    }
}
