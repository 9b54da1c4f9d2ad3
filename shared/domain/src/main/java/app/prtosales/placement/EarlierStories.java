package app.prtosales.placement;

import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import app.prtosales.text.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the placement that already has a story, even under an older key ([FormerKeys]).
public final class EarlierStories {

    private final Placements placements;

    public EarlierStories(Placements placements) {
        this.placements = placements;
    }

    /// The placement that already has the story, under its current key or an older one.
    ///
    /// @param pasted the address as it was pasted
    public Optional<PlacementId> holderOf(String pasted, WebAddress address) {
        return holderOf(keys(pasted, address));
    }

    /// The same, for a story that may have no address, or keeps its existing one.
    ///
    /// @param pasted null if no address was sent
    public Optional<PlacementId> holderOf(@Nullable String pasted, Story story) {
        return holderOf(keys(pasted, story));
    }

    private Optional<PlacementId> holderOf(Set<StoryKey> keys) {
        return keys.stream().flatMap(key -> placements.holderOf(key).stream()).findFirst();
    }

    /// The placement that makes another submission of the story redundant: the one that has it or,
    /// if that is a copy, the original. Empty if the story can be submitted.
    ///
    /// @param pasted the address as it was pasted
    public Optional<Placement> known(String pasted, WebAddress address) {
        return known(keys(pasted, address));
    }

    /// The same, for a story that may have no address.
    ///
    /// @param pasted null if the story has no address
    public Optional<Placement> known(@Nullable String pasted, Story story) {
        return known(keys(pasted, story));
    }

    private Optional<Placement> known(Set<StoryKey> keys) {
        return holderOf(keys)
                .map(holder -> present(holder, keys))
                .filter(now -> !now.canBeResubmitted());
    }

    /// The placement that has the story at a link now: the holder or, if that is a copy, the
    /// original (R5.4). If it was withdrawn, it is the placement under which the story was added
    /// again or that took one of its links, if there is one (R1.13). A link that a correction
    /// replaced leads to no later placement, because it may belong to another story.
    ///
    /// @param holder as returned by [#holderOf] for the same link
    /// @param pasted the address as it was pasted
    public Placement present(PlacementId holder, String pasted, WebAddress address) {
        return present(holder, keys(pasted, address));
    }

    /// The same, for a story that may have no address, or keeps its existing one.
    ///
    /// @param pasted null if no address was sent
    public Placement present(PlacementId holder, @Nullable String pasted, Story story) {
        return present(holder, keys(pasted, story));
    }

    private Placement present(PlacementId holder, Set<StoryKey> asked) {
        Held held = held(holder);
        return held.links().stream().anyMatch(asked::contains)
                ? latest(held.original())
                : held.original();
    }

    private Placement latest(Placement original) {
        Placement now = original;
        while (now.canBeResubmitted()) {
            Optional<Placement> next = next(now);
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
        return now;
    }

    private Optional<Placement> next(Placement withdrawn) {
        return links(withdrawn)
                .flatMap(link ->
                        placements.holderOf(link).map(this::held).stream()
                                .filter(held -> held.links().contains(link)))
                .map(Held::original)
                .filter(other -> !other.id().equals(withdrawn.id()))
                .findFirst();
    }

    private Held held(PlacementId holder) {
        Placement own = placements.find(holder).orElseThrow();
        return new Held(own, own.changes().copyOf().flatMap(placements::find).orElse(own));
    }

    /// @param original the holder itself if it is not a copy
    private record Held(Placement holder, Placement original) {

        Set<StoryKey> links() {
            return Stream.concat(EarlierStories.links(holder), EarlierStories.links(original))
                    .collect(Collectors.toSet());
        }
    }

    /// The keys of the links that a story has now, without those that were corrected. A link stored
    /// under an older key has its current one too.
    private static Stream<StoryKey> links(Placement placement) {
        Stream<WebAddress> addresses =
                Stream.concat(
                        Stream.ofNullable(placement.story().url()),
                        placement.changes().copies().stream().map(Copy::url));
        return Stream.concat(
                Stream.of(placement.story().key()),
                addresses.flatMap(EarlierStories::spellings).map(EarlierStories::key));
    }

    private static Stream<CanonicalUrl> spellings(WebAddress stored) {
        @Nullable WebAddress now = WebAddress.read("url", stored.value(), new Problems());
        return now == null
                ? Stream.of(stored.canonical())
                : Stream.of(stored.canonical(), now.canonical()).distinct();
    }

    private static StoryKey key(CanonicalUrl url) {
        return new StoryKey(url.value());
    }

    private static Set<StoryKey> keys(String pasted, WebAddress address) {
        return Stream.concat(
                        Stream.of(address.canonical()),
                        FormerKeys.of(pasted, address).stream()
                                .filter(former -> isSame(former, address)))
                .map(EarlierStories::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<StoryKey> keys(@Nullable String pasted, Story story) {
        WebAddress address = story.url();
        return pasted == null || address == null ? Set.of(story.key()) : keys(pasted, address);
    }

    /// The id under which the story of a withdrawn placement can be submitted again. The next id
    /// may be in use, because another story was submitted at a link that a correction replaced.
    public PlacementId nextId(Placement withdrawn) {
        PlacementId id = withdrawn.id().next();
        while (placements.find(id).isPresent()) {
            id = id.next();
        }
        return id;
    }

    /// Whether a placement can take a link: if the placement that has the link's story now was
    /// withdrawn, as for a new submission, or is the same placement.
    ///
    /// @param present the placement that has the link's story now, as returned by [#present]
    public static boolean canTake(Placement placement, Placement present) {
        return present.canBeResubmitted() || present.id().equals(placement.id());
    }

    /// The reason why a submission cannot be added because of an earlier one; empty if it can.
    ///
    /// @param pasted null if the story has no address
    public Optional<Admission> conflictFor(@Nullable String pasted, Story story, Request request) {
        return formerKeys(pasted, story)
                .filter(former -> isSame(former, Objects.requireNonNull(story.url())))
                .flatMap(key -> placements.conflictFor(key(key), request).stream())
                .findFirst();
    }

    /// Stories that may be the same, although their older keys cannot tell: the route was dropped,
    /// or the host was read differently.
    public List<StoryInBrief> possiblySame(@Nullable String pasted, Story story) {
        return formerKeys(pasted, story)
                .filter(former -> !isSame(former, Objects.requireNonNull(story.url())))
                .flatMap(key -> placements.holderOf(key(key)).stream())
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
