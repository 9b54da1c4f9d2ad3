package app.prtosales.inmemory;

import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Responses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Responses in memory.
public final class InMemoryResponses implements Responses {

    private final InMemoryHistory history;
    private final Map<PlacementId, Map<String, Response>> responses = new HashMap<>();

    public InMemoryResponses(InMemoryHistory history) {
        this.history = history;
    }

    public InMemoryResponses() {
        this(new InMemoryHistory());
    }

    @Override
    public synchronized boolean add(PlacementId placement, Response response, HistoryEntry entry) {
        boolean added =
                responses
                                .computeIfAbsent(placement, unseen -> new TreeMap<>())
                                .putIfAbsent(response.key(), response)
                        == null;
        if (added) {
            history.append(entry);
        }
        return added;
    }

    @Override
    public synchronized List<Response> recorded(PlacementId placement) {
        return about(placement).filter(each -> !(each instanceof Acknowledged)).toList();
    }

    @Override
    public synchronized List<String> acknowledgedBy(PlacementId placement) {
        return about(placement)
                .filter(Acknowledged.class::isInstance)
                .map(Response::person)
                .toList();
    }

    @Override
    public synchronized int acknowledged(PlacementId placement) {
        return acknowledgedBy(placement).size();
    }

    private Stream<Response> about(PlacementId placement) {
        return responses.getOrDefault(placement, Map.of()).values().stream();
    }
}
