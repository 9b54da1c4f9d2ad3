package app.prtosales.placement;

import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds stories that were stored under older keys ([FormerKeys]).
public final class EarlierStories {

    private final Placements placements;

    public EarlierStories(Placements placements) {
        this.placements = placements;
    }

    /// The placement that already tells the story, under its current key or an older one.
    ///
    /// @param pasted the address as it was pasted
    public Optional<PlacementId> telling(String pasted, WebAddress address) {
        return Stream.concat(
                        Stream.of(address.canonical()),
                        FormerKeys.of(pasted, address).stream()
                                .filter(former -> isSame(former, address)))
                .flatMap(key -> placements.telling(new StoryKey(key.value())).stream())
                .findFirst();
    }

    /// The same, for a story that may have no address, or keeps its existing one.
    ///
    /// @param pasted null if no address was sent
    public Optional<PlacementId> telling(@Nullable String pasted, Story story) {
        WebAddress address = story.url();
        return pasted == null || address == null
                ? placements.telling(story.key())
                : telling(pasted, address);
    }

    /// The placement because of which a submission of the story would add nothing: the one that
    /// tells it or, if that is a copy, the original. Empty if the story can be submitted.
    ///
    /// @param pasted the address as it was pasted
    public Optional<Placement> known(String pasted, WebAddress address) {
        return known(telling(pasted, address));
    }

    /// The same, for a story that may have no address.
    ///
    /// @param pasted null if the story has no address
    public Optional<Placement> known(@Nullable String pasted, Story story) {
        return known(telling(pasted, story));
    }

    private Optional<Placement> known(Optional<PlacementId> telling) {
        return telling.map(this::present).filter(now -> !now.canComeAgain());
    }

    /// The placement that has the story of the given one now: the same or, if it is a copy, the
    /// original (R5.4); after it was withdrawn, the one that the story came again as, or that took
    /// one of its links, if any (R1.13).
    public Placement present(PlacementId id) {
        Placement now = placements.findOriginal(id).orElseThrow();
        while (now.canComeAgain()) {
            Optional<Placement> next = next(now);
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
        return now;
    }

    private Optional<Placement> next(Placement withdrawn) {
        return placements
                .findOriginal(withdrawn.id().next())
                .or(() ->
                        withdrawn.everyKey().stream()
                                .flatMap(key -> placements.telling(key).stream())
                                .flatMap(holder -> placements.findOriginal(holder).stream())
                                .filter(other -> !other.id().equals(withdrawn.id()))
                                .findFirst());
    }

    /// Whether a placement can take a link from the one that has its story now: if the story was
    /// withdrawn, as a submission could, or is the placement's own.
    ///
    /// @param present as returned by [#present]
    public static boolean canTake(Placement placement, Placement present) {
        return present.canComeAgain() || present.id().equals(placement.id());
    }

    /// The reason why a submission cannot be added because of an earlier one; empty if it can.
    ///
    /// @param pasted null if the story has no address
    public Optional<Admission> admitted(@Nullable String pasted, Story story, Request request) {
        return formerKeys(pasted, story)
                .filter(former -> isSame(former, Objects.requireNonNull(story.url())))
                .flatMap(key -> placements.standing(new StoryKey(key.value()), request).stream())
                .findFirst();
    }

    /// Stories that may be the same, which their older keys no longer show: the route was dropped,
    /// or the host was read differently.
    public List<StoryInBrief> perhaps(@Nullable String pasted, Story story) {
        return formerKeys(pasted, story)
                .filter(former -> !isSame(former, Objects.requireNonNull(story.url())))
                .flatMap(key -> placements.telling(new StoryKey(key.value())).stream())
                .distinct()
                .flatMap(id -> placements.find(id).stream())
                .filter(placement -> !placement.status().isOver())
                .map(StoryInBrief::of)
                .toList();
    }

    private static Stream<CanonicalUrl> formerKeys(@Nullable String pasted, Story story) {
        WebAddress address = story.url();
        return pasted == null || address == null
                ? Stream.empty()
                : FormerKeys.of(pasted, address).stream();
    }

    private static boolean isSame(CanonicalUrl former, WebAddress address) {
        return !address.canonical().hasRoute() && former.host().equals(address.canonical().host());
    }
}
