package app.prtosales.page;

import app.prtosales.page.PageReading.Found;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides whether to trust a page's canonical URL, and what a page's URL says about its format.
final class AddressRules {

    private static final Pattern PODCAST =
            Pattern.compile(
                    "/podcasts?(?:-(?:episodes?|shows?|series|transcripts?))?(?:/|$)|/episodes?/");
    private static final Pattern BYLINE =
            Pattern.compile(
                    "/(?:opinions?|op-?eds?|commentary|guest-?(?:posts?|columns?|commentary|contributions?|blogs?)?|contributed|contributors?|perspectives?|gastbeitrag)(?:/|$)");
    private static final Pattern SPONSORED =
            Pattern.compile(
                    "/(?:spons|sponsored|sponsored-(?:content|posts?|articles?|stor(?:y|ies)|news|by-[^/]+)|sponsor-content|partner-?content|brand-?voice|brandvoice|advertorial|brandstudio|paid-?post|anzeige)(?:/|$)");

    /// The part of an address that a page's scripts read, and that its server never sees.
    private static final Pattern HASH_ROUTE = Pattern.compile("^[^#]*#[/!]");

    private AddressRules() {}

    /// The page's canonical URL, if it is on the same site and leads to the same story.
    static Optional<Found> canonical(PageFacts page) {
        PageAddress here = PageAddress.of(page.address());
        if (HASH_ROUTE.matcher(page.address()).find()) {
            return Optional.empty();
        }
        return own(page)
                .filter(each -> here.isSameSite(PageAddress.of(each)))
                .filter(each ->
                        PageAddress.of(each).isPublic()
                                || PageAddress.of(each).host().equals(here.host()))
                .filter(each -> !PageAddress.of(each).isHome() || here.isHome())
                .filter(each -> isSameStory(page, here, PageAddress.of(each)))
                .flatMap(each ->
                        Found.of(each, page.canonical() == null ? "og:url" : "rel=canonical"));
    }

    /// The original's URL, if the page is a copy of a page on another site.
    static Optional<Found> copyOf(PageFacts page) {
        PageAddress here = PageAddress.of(page.address());
        @Nullable String canonical = page.canonical();
        return Optional.ofNullable(canonical)
                .flatMap(each -> PageAddress.resolve(page.address(), each))
                .filter(each -> PageAddress.of(each).isPublic())
                .filter(each -> !here.isSameSite(PageAddress.of(each)))
                .filter(each -> !PageAddress.of(each).isHome())
                .flatMap(each -> Found.of(each, "rel=canonical"));
    }

    private static Optional<String> own(PageFacts page) {
        return Optional.ofNullable(page.canonical())
                .or(() -> page.tag("og:url"))
                .filter(each -> !each.isBlank())
                .flatMap(each -> PageAddress.resolve(page.address(), each))
                .filter(each -> each.matches("(?i)https?://.*"));
    }

    private static boolean isSameStory(PageFacts page, PageAddress here, PageAddress named) {
        if (here.isSamePath(named)) {
            return here.isSamePage(named);
        }
        Set<String> common = words(here.path() + " " + here.query());
        common.retainAll(words(named.path() + " " + named.query()));
        return !common.isEmpty()
                || page.canonical() != null
                        && page.tag("og:url")
                                .flatMap(each -> PageAddress.resolve(page.address(), each))
                                .filter(each -> PageAddress.of(each).isSamePage(named))
                                .isPresent();
    }

    /// The longer words and numbers in the last part of the path, which distinguish one story from
    /// another.
    private static Set<String> words(String path) {
        String last = path.replaceAll("/(?:amp|index\\.\\w+)?$", "");
        Set<String> words =
                new HashSet<>(
                        Arrays.asList(
                                last.substring(last.lastIndexOf('/') + 1)
                                        .toLowerCase(Locale.ROOT)
                                        .split("[^\\p{L}\\p{N}]+", -1)));
        words.removeIf(word -> word.length() < 5);
        return words;
    }

    static Optional<Found> format(PageFacts page, Claims claims) {
        String path = PageAddress.of(page.address()).path().toLowerCase(Locale.ROOT);
        if (SPONSORED.matcher(path).find()) {
            return Found.of("sponsored", "the address");
        }
        if (hasType(page, claims, "PodcastEpisode")) {
            return Found.of("podcast", "JSON-LD PodcastEpisode");
        }
        if (hasType(page, claims, "AdvertiserContentArticle")) {
            return Found.of("sponsored", "JSON-LD AdvertiserContentArticle");
        }
        if (PODCAST.matcher(path).find()) {
            return Found.of("podcast", "the address");
        }
        if (hasType(page, claims, "OpinionNewsArticle")) {
            return Found.of("byline", "JSON-LD OpinionNewsArticle");
        }
        return BYLINE.matcher(path).find() ? Found.of("byline", "the address") : Optional.empty();
    }

    private static boolean hasType(PageFacts page, Claims claims, String type) {
        return page.nodes().stream()
                .anyMatch(node ->
                        Claims.isOwn(node)
                                && node.types().contains(type)
                                && !claims.isAnotherPage(node));
    }
}
