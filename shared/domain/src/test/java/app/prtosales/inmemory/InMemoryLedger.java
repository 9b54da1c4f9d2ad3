package app.prtosales.inmemory;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The ledger, in memory. Rows come in the table's order, however many threads added them at once.
public final class InMemoryLedger implements Ledger {

    private static final Comparator<DeliveryId> TABLE_ORDER =
            Comparator.comparing((DeliveryId id) -> id.kind().name())
                    .thenComparingInt(DeliveryId::number)
                    .thenComparing(DeliveryId::recipient);

    /// The rows by subject.
    private final Map<String, NavigableMap<DeliveryId, Delivery>> rows = new HashMap<>();

    @Override
    public synchronized boolean add(Delivery planned) {
        return of(planned.id().subject()).putIfAbsent(planned.id(), planned) == null;
    }

    @Override
    public synchronized Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(of(id.subject()).get(id));
    }

    @Override
    public synchronized List<Delivery> about(String subject) {
        return List.copyOf(of(subject).values());
    }

    @Override
    public synchronized List<Delivery> between(DeliveryId first, DeliveryId last) {
        return List.copyOf(of(first.subject()).subMap(first, true, last, true).values());
    }

    @Override
    public synchronized boolean replace(Delivery before, Delivery changed) {
        Map<DeliveryId, Delivery> about = of(changed.id().subject());
        @Nullable Delivery stored = about.get(changed.id());
        if (stored == null || stored.version() != before.version()) {
            return false;
        }
        about.put(changed.id(), changed);
        return true;
    }

    private NavigableMap<DeliveryId, Delivery> of(String subject) {
        return rows.computeIfAbsent(subject, each -> new TreeMap<>(TABLE_ORDER));
    }
}
