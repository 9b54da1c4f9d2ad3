package app.prtosales.inmemory;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.InvalidCursorException;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.placement.StoryKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Placements, in memory.
public final class InMemoryPlacements implements Placements {

    private static final Comparator<Placement> BY_ACCEPTANCE =
            Comparator.comparing(Placement::acceptedAt).thenComparing(p -> p.id().value());
    private static final Comparator<Placement> BY_DEADLINE =
            Comparator.comparing((Placement p) -> p.publication().deadline())
                    .thenComparing(p -> p.id().value());
    private static final Comparator<Placement> BY_DUE =
            Comparator.comparing((Placement p) -> p.dueAt().orElse(Instant.MAX))
                    .thenComparing(p -> p.id().value());

    private final InMemoryHistory history;
    private final Map<PlacementId, Placement> placements = new HashMap<>();
    private final Map<StoryKey, Lock> stories = new HashMap<>();
    private final Map<String, Lock> requests = new HashMap<>();

    public InMemoryPlacements(InMemoryHistory history) {
        this.history = history;
    }

    public InMemoryPlacements() {
        this(new InMemoryHistory());
    }

    @Override
    public synchronized Optional<Admission> conflictFor(StoryKey key, Request request) {
        @Nullable Lock sameKey =
                request.idempotencyKey() == null ? null : requests.get(nameOf(request));
        if (sameKey != null) {
            return Optional.of(
                    sameKey.digest().equals(request.digest())
                            ? new Admission.KeyRepeated(sameKey.placement())
                            : new Admission.KeyReused());
        }
        @Nullable Lock sameStory = stories.get(key);
        if (sameStory == null) {
            return Optional.empty();
        }
        boolean same =
                sameStory.person().equals(request.person())
                        && sameStory.digest().equals(request.digest());
        return Optional.of(
                same
                        ? new Admission.SameRequest(sameStory.placement())
                        : new Admission.StoryTaken(sameStory.placement()));
    }

    @Override
    public synchronized Admission add(Placement placement, Request request, HistoryEntry entry) {
        Optional<Admission> conflict = conflictFor(placement.story().key(), request);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        if (placements.containsKey(placement.id())) {
            return new Admission.StoryTaken(placement.id());
        }
        Lock lock = new Lock(placement.id(), request.person(), request.digest());
        placements.put(placement.id(), placement);
        stories.put(placement.story().key(), lock);
        if (request.idempotencyKey() != null) {
            requests.put(nameOf(request), lock);
        }
        history.append(entry);
        return new Admission.Added();
    }

    @Override
    public synchronized Admission addInPlaceOf(
            PlacementId before, Placement placement, Request request, HistoryEntry entry) {
        @Nullable Lock lock = stories.get(placement.story().key());
        boolean named = request.idempotencyKey() != null && requests.containsKey(nameOf(request));
        boolean taken = lock != null && !lock.placement().equals(before);
        if (named || taken || placements.containsKey(placement.id())) {
            return conflictFor(placement.story().key(), request)
                    .orElseGet(() -> new Admission.StoryTaken(placement.id()));
        }
        stories.remove(placement.story().key());
        return add(placement, request, entry);
    }

    @Override
    public synchronized List<Placement> all(List<PlacementId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public synchronized Optional<Placement> find(PlacementId id) {
        return Optional.ofNullable(placements.get(id));
    }

    @Override
    public synchronized Optional<PlacementId> holderOf(StoryKey key) {
        return Optional.ofNullable(stories.get(key)).map(Lock::placement);
    }

    @Override
    public synchronized boolean replace(Placement changed, List<HistoryEntry> entries) {
        return replaceAll(List.of(changed), entries, null);
    }

    @Override
    public synchronized boolean replaceInPlaceOf(
            PlacementId before, Placement changed, List<HistoryEntry> entries) {
        return replaceAll(List.of(changed), entries, before);
    }

    @Override
    public synchronized boolean replaceBoth(
            Placement changed, Placement other, List<HistoryEntry> entries) {
        return replaceAll(List.of(changed, other), entries, null);
    }

    private boolean replaceAll(
            List<Placement> changed, List<HistoryEntry> entries, @Nullable PlacementId before) {
        if (!changed.stream().allMatch(each -> isReplaceable(each, before))) {
            return false;
        }
        for (Placement each : changed) {
            claimed(each).forEach(key -> stories.put(key, new Lock(each.id(), "", "")));
            placements.put(each.id(), each);
        }
        history.append(entries);
        return true;
    }

    private boolean isReplaceable(Placement changed, @Nullable PlacementId before) {
        @Nullable Placement stored = placements.get(changed.id());
        return stored != null
                && stored.version() == changed.version() - 1
                && claimed(changed).stream()
                        .allMatch(key -> holderOf(key).filter(id -> !id.equals(before)).isEmpty());
    }

    /// The keys that the placement did not have before.
    private Set<StoryKey> claimed(Placement changed) {
        Set<StoryKey> claimed = new HashSet<>(changed.storyKeys());
        claimed.removeAll(find(changed.id()).orElseThrow().storyKeys());
        return claimed;
    }

    @Override
    public synchronized Page newest(int limit, @Nullable String after) {
        @Nullable String before = after == null ? null : read(after);
        List<Placement> found =
                placements.values().stream()
                        .sorted(BY_ACCEPTANCE.reversed())
                        .filter(each -> before == null || keyOf(each).compareTo(before) < 0)
                        .limit(limit + 1L)
                        .toList();
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<Placement> page = found.subList(0, limit);
        return new Page(page, cursor(page.getLast()));
    }

    @Override
    public synchronized List<Placement> withDeadlineIn(Instant from, Instant to) {
        return placements.values().stream()
                .filter(each -> isIn(each.publication().deadline(), from, to))
                .sorted(BY_DEADLINE)
                .toList();
    }

    @Override
    public synchronized List<StoryInBrief> storiesWithDeadlineIn(Instant from, Instant to) {
        return withDeadlineIn(from, to).stream()
                .filter(each -> !each.status().isOver())
                .map(StoryInBrief::of)
                .toList();
    }

    @Override
    public synchronized List<Placement> acceptedIn(Instant from, Instant to) {
        return placements.values().stream()
                .filter(each -> isIn(each.acceptedAt(), from, to))
                .sorted(BY_ACCEPTANCE)
                .toList();
    }

    @Override
    public synchronized List<PlacementId> due(Instant now, int limit) {
        return placements.values().stream()
                .filter(each -> each.dueAt().filter(at -> !at.isAfter(now)).isPresent())
                .sorted(BY_DUE)
                .limit(limit)
                .map(Placement::id)
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return placements.values().stream()
                .flatMap(each -> each.dueAt().stream())
                .min(Comparator.naturalOrder());
    }

    private static boolean isIn(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static String nameOf(Request request) {
        return "%s#%s".formatted(request.person(), request.idempotencyKey());
    }

    private static String keyOf(Placement placement) {
        return "%020d#%s".formatted(placement.acceptedAt().toEpochMilli(), placement.id());
    }

    private static String cursor(Placement placement) {
        byte[] key = keyOf(placement).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private static String read(String cursor) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (key.matches("[0-9]{20}#[a-z0-9-]+")) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidCursorException();
        }
        throw new InvalidCursorException();
    }

    private record Lock(PlacementId placement, String person, String digest) {}

    /// In memory, everything can be read.
    @Override
    public void putAside(PlacementId id) {
        throw new IllegalStateException("placement %s can be read".formatted(id));
    }
}
