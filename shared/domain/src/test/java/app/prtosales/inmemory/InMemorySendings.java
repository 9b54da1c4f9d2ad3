package app.prtosales.inmemory;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.Stop;
import app.prtosales.delivery.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Records of sent and returned emails, in memory.
public final class InMemorySendings implements Sendings {

    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
    private final TreeMap<Integer, Stop> stops = new TreeMap<>();

    private record Entry(Instant at, Tally tally) {}

    @Override
    public void sent(Instant at, String chunk, int mails) {
        entries.put("sent " + chunk + at, new Entry(at, new Tally(mails, 0, 0)));
    }

    @Override
    public void bounced(DeliveryId mail, Instant at) {
        entries.put("bounced " + mail, new Entry(at, new Tally(0, 1, 0)));
    }

    @Override
    public void complained(DeliveryId mail, Instant at) {
        entries.put("complained " + mail, new Entry(at, new Tally(0, 0, 1)));
    }

    @Override
    public boolean cameBackSince(Instant from) {
        Tally tally = since(from);
        return tally.bounced() + tally.complained() > 0;
    }

    @Override
    public Tally since(Instant from) {
        return entries.values().stream()
                .filter(each -> !each.at().isBefore(from))
                .map(Entry::tally)
                .reduce(
                        new Tally(0, 0, 0),
                        (one, other) ->
                                new Tally(
                                        one.sent() + other.sent(),
                                        one.bounced() + other.bounced(),
                                        one.complained() + other.complained()));
    }

    @Override
    public synchronized List<Stop> stops() {
        return List.copyOf(stops.values());
    }

    @Override
    public synchronized boolean begin(Stop stop) {
        return stops.putIfAbsent(stop.number(), stop) == null;
    }

    @Override
    public synchronized boolean end(Stop ended) {
        Stop stored = stops.get(ended.number());
        if (stored == null || !stored.isCurrent()) {
            return false;
        }
        stops.put(ended.number(), ended);
        return true;
    }
}
