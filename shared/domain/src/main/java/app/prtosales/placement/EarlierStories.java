package app.prtosales.placement;

import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the stories that were stored under the keys of before ([FormerKeys]).
public final class EarlierStories {

    private final Placements placements;

    public EarlierStories(Placements placements) {
        this.placements = placements;
    }

    /// The placement that already tells the story, under its key or a former one.
    ///
    /// @param pasted the address as somebody sent it
    public Optional<PlacementId> telling(String pasted, WebAddress address) {
        return Stream.concat(
                        Stream.of(address.canonical()),
                        FormerKeys.of(pasted, address).stream()
                                .filter(former -> isSame(former, address)))
                .flatMap(key -> placements.telling(new StoryKey(key.value())).stream())
                .findFirst();
    }

    /// The same, for a story that may have no address, or keeps the one that it has.
    ///
    /// @param pasted null where nobody sent an address
    public Optional<PlacementId> telling(@Nullable String pasted, Story story) {
        WebAddress address = story.url();
        return pasted == null || address == null
                ? placements.telling(story.key())
                : telling(pasted, address);
    }

    /// What stands in the way of a submission from before; empty where nothing does.
    ///
    /// @param pasted null where the story has no address
    public Optional<Admission> admitted(@Nullable String pasted, Story story, Request request) {
        return formerKeys(pasted, story)
                .filter(former -> isSame(former, Objects.requireNonNull(story.url())))
                .flatMap(key -> placements.standing(new StoryKey(key.value()), request).stream())
                .findFirst();
    }

    /// Those that may tell the same story, of which nobody can know: their route was dropped, or
    /// their host was read as another one.
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
