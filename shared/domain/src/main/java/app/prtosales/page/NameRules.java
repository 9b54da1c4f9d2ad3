package app.prtosales.page;

import app.prtosales.page.PageFacts.Node;
import app.prtosales.page.PageFacts.Party;
import app.prtosales.page.PageReading.Found;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds a page's publisher and author.
final class NameRules {

    private static final int LONGEST = 120;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)(?:https?://.*|www\\..*|@.*|\\S+@\\S+|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,12}/?)");
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|–—•·-]\\s|\\s?\\|\\s?");
    private static final Pattern NO_PERSON =
            Pattern.compile(
                    "(?i)admin(?:istrator)?|editors?|editorial.*|redaktion.*|staff.*|news ?desk.*|.*\\b(?:team|staff|editors|newsroom|contributors?|guest|press|inc|llc|gmbh|ltd)\\b\\.?|author|unknown|null|undefined|user\\d*|default|webmaster");

    private NameRules() {}

    static Optional<Found> outlet(PageFacts page) {
        Stream<Optional<Found>> names =
                Stream.concat(
                        Stream.of(
                                series(page),
                                page.tag("og:site_name")
                                        .map(each -> withoutTagline(each, page.title()))
                                        .flatMap(each -> Found.of(each, "og:site_name"))),
                        page.nodes().stream()
                                .filter(node -> Claims.isOwn(node) && Claims.isArticle(node))
                                .map(NameRules::publisher));
        return names.flatMap(Optional::stream)
                .filter(each -> !ADDRESS.matcher(each.value()).matches())
                .filter(each -> each.value().length() <= LONGEST)
                .findFirst();
    }

    /// The show that an episode belongs to; the site is only where it is hosted.
    private static Optional<Found> series(PageFacts page) {
        List<String> names =
                page.nodes().stream()
                        .filter(Claims::isOwn)
                        .filter(node -> node.path().equals(List.of("partOfSeries")))
                        .flatMap(node -> node.first("name").stream())
                        .distinct()
                        .toList();
        return names.size() == 1
                ? Found.of(names.getFirst(), "JSON-LD partOfSeries")
                : Optional.empty();
    }

    /// A site's name without its tagline, if the page's title ends with that part of the name.
    private static String withoutTagline(String site, String title) {
        String end = last(title);
        return SEPARATOR
                .splitAsStream(site)
                .filter(part -> !part.equals(site))
                .filter(part -> Headlines.folded(part).equals(Headlines.folded(end)))
                .findFirst()
                .orElse(site);
    }

    private static String last(String title) {
        String[] parts = SEPARATOR.split(title, -1);
        return parts[parts.length - 1];
    }

    private static Optional<Found> publisher(Node node) {
        Party publisher = node.publisher();
        return publisher == null
                ? Optional.empty()
                : Found.of(publisher.name(), "JSON-LD publisher");
    }

    static Optional<Found> author(PageFacts page, Claims claims, @Nullable String outlet) {
        List<Node> articles =
                page.nodes().stream()
                        .filter(node -> Claims.isOwn(node) && Claims.isArticle(node))
                        .toList();
        Optional<Node> article =
                articles.stream()
                        .filter(claims::isThisPage)
                        .findFirst()
                        .or(() -> articles.stream().findFirst());
        List<String> people =
                article.stream()
                        .flatMap(node -> node.authors().stream())
                        .filter(party -> !party.type().contains("Organization"))
                        .map(Party::name)
                        .map(NameRules::withoutBy)
                        .filter(name -> isPerson(name, outlet))
                        .distinct()
                        .toList();
        if (!people.isEmpty()) {
            return Found.of(String.join(", ", people), "JSON-LD author");
        }
        return Stream.of(
                        "author",
                        "parsely-author",
                        "sailthru.author",
                        "byl",
                        "article:author",
                        "dc.creator")
                .flatMap(name ->
                        page
                                .tag(name)
                                .map(NameRules::withoutBy)
                                .filter(each -> isPerson(each, outlet))
                                .flatMap(each -> Found.of(each, name))
                                .stream())
                .findFirst();
    }

    private static String withoutBy(String name) {
        return name.strip().replaceFirst("(?i)^by\\s+", "");
    }

    private static boolean isPerson(String name, @Nullable String outlet) {
        String folded = Headlines.folded(name);
        return !folded.isEmpty()
                && name.length() <= LONGEST
                && folded.contains(" ")
                && !ADDRESS.matcher(name).matches()
                && !NO_PERSON.matcher(name.toLowerCase(Locale.ROOT)).matches()
                && (outlet == null || !folded.equals(Headlines.folded(outlet)));
    }
}
