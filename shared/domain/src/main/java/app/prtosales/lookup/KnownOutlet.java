package app.prtosales.lookup;

import app.prtosales.placement.Format;
import app.prtosales.placement.Placement;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.SearchText;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people entered before for a page's outlet.
///
/// @param zone null if nobody has named it
record KnownOutlet(String name, @Nullable ZoneId zone) {

    /// Where a page names the show of an episode or the channel of a video, and not only the site
    /// that hosts it.
    private static final Set<String> SHOWS = Set.of("JSON-LD partOfSeries", "the video's channel");

    /// The outlet under the name that the page gives, else the only one on its host. Platforms host
    /// many shows and channels, so a show or one of several outlets names no other page's.
    ///
    /// @param earlier the newest first
    static Optional<KnownOutlet> of(
            WebAddress page, PageMetadata metadata, List<Placement> earlier) {
        List<Placement> onHost =
                earlier.stream().filter(each -> isOn(page.canonical().host(), each)).toList();
        @Nullable String named = metadata.outlet();
        List<Placement> sameName =
                named == null
                        ? List.of()
                        : onHost.stream().filter(each -> hasName(named, each)).toList();
        if (!sameName.isEmpty()) {
            return Optional.of(of(sameName));
        }
        return !namesShow(metadata) && isOneOutlet(onHost)
                ? Optional.of(of(onHost))
                : Optional.empty();
    }

    /// If only an offset is known, the zone is not: it can differ on another day.
    private static KnownOutlet of(List<Placement> stories) {
        return new KnownOutlet(
                stories.getFirst().story().outlet(),
                stories.stream()
                        .map(each -> each.publication().zone())
                        .filter(zone -> !(zone instanceof ZoneOffset))
                        .findFirst()
                        .orElse(null));
    }

    private static boolean isOn(String host, Placement earlier) {
        @Nullable WebAddress url = earlier.story().url();
        return url != null && url.canonical().host().equals(host);
    }

    private static boolean hasName(String name, Placement earlier) {
        return SearchText.folded(earlier.story().outlet()).equals(SearchText.folded(name));
    }

    private static boolean namesShow(PageMetadata metadata) {
        return metadata.evidence().stream()
                .anyMatch(each -> each.field().equals("outlet") && SHOWS.contains(each.where()));
    }

    private static boolean isOneOutlet(List<Placement> stories) {
        return !stories.isEmpty()
                && stories.stream()
                        .allMatch(each ->
                                each.story().format() != Format.PODCAST
                                        && hasName(stories.getFirst().story().outlet(), each));
    }
}
