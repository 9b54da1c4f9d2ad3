package app.prtosales.inmemory;

import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Responses;
import app.prtosales.response.SameUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Responses, in memory.
public final class InMemoryResponses implements Responses {

    /// For tests in which no rep has several ids.
    private static final SameUse NOBODY = SameUse.withoutLists();

    private final InMemoryHistory history;
    private final Map<PlacementId, Map<String, Response>> responses = new HashMap<>();

    public InMemoryResponses(InMemoryHistory history) {
        this.history = history;
    }

    public InMemoryResponses() {
        this(new InMemoryHistory());
    }

    @Override
    public synchronized boolean add(Placement placement, Response response, HistoryEntry entry) {
        boolean added =
                responses
                                .computeIfAbsent(placement.id(), unseen -> new TreeMap<>())
                                .putIfAbsent(response.key(), response)
                        == null;
        if (added) {
            history.append(entry);
        }
        return added;
    }

    @Override
    public synchronized Recorded about(Placement placement) {
        PlacementId id = placement.id();
        return new Recorded(recorded(id), acknowledgedBy(id).size());
    }

    @Override
    public synchronized Optional<Acknowledged> acknowledged(Placement placement, RepId rep) {
        return of(placement.id())
                .filter(Acknowledged.class::isInstance)
                .map(Acknowledged.class::cast)
                .filter(each -> each.rep().equals(rep))
                .findFirst();
    }

    @Override
    public synchronized void forgetWords(Placement placement, Response.WrongRecord written) {
        responses
                .getOrDefault(placement.id(), new TreeMap<>())
                .replace(written.key(), written.forgotten());
    }

    @Override
    public Map<PlacementId, Recorded> aboutAll(Collection<Placement> placements) {
        return placements.stream()
                .map(each -> Map.entry(each.id(), about(each)))
                .filter(each -> !each.getValue().equals(Recorded.NOTHING))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one));
    }

    public synchronized List<Response> recorded(PlacementId placement) {
        return of(placement).filter(each -> !(each instanceof Acknowledged)).toList();
    }

    public List<Response> thatCount(PlacementId placement) {
        return NOBODY.counting(recorded(placement));
    }

    public synchronized List<String> acknowledgedBy(PlacementId placement) {
        return of(placement).filter(Acknowledged.class::isInstance).map(Response::person).toList();
    }

    private Stream<Response> of(PlacementId placement) {
        return responses.getOrDefault(placement, Map.of()).values().stream();
    }
}
