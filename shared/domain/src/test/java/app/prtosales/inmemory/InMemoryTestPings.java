package app.prtosales.inmemory;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.testping.TestPing;
import app.prtosales.testping.TestPings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Requested test pings, in memory.
public final class InMemoryTestPings implements TestPings {

    private final Map<DeliveryId, TestPing> tests = new ConcurrentHashMap<>();

    @Override
    public boolean add(TestPing test) {
        return tests.putIfAbsent(test.id(), test) == null;
    }

    @Override
    public Optional<TestPing> find(DeliveryId id) {
        return Optional.ofNullable(tests.get(id));
    }

    @Override
    public List<TestPing> of(String person, String subject) {
        return tests.values().stream()
                .filter(test -> test.id().recipient().equals(person))
                .filter(test -> test.id().subject().equals(subject))
                .sorted(Comparator.comparingInt(test -> test.id().number()))
                .toList();
    }
}
