package app.prtosales.page;

import app.prtosales.page.PageFacts.Byline;
import app.prtosales.page.PageFacts.Heading;
import app.prtosales.page.PageFacts.Node;
import app.prtosales.page.PageFacts.Party;
import app.prtosales.page.PageReading.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds a page's publisher and author.
final class NameRules {

    private static final int LONGEST = 120;
    private static final int SHORTEST_LABEL = 3;
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)(?:https?://.*|www\\..*|@.*|\\S+@\\S+|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,12}/?)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|–—•·-]\\s|\\s?\\|\\s?");
    private static final Pattern NO_PERSON =
            Pattern.compile(
                    "(?i)admin(?:istrator)?|editors?|editorial.*|redaktion.*|staff.*|news ?desk.*|.*\\b(?:team|staff|editors|newsroom|contributors?|guest|press|magazine|media|news|wire|inc|llc|gmbh|ltd)\\b\\.?|author|unknown|null|undefined|user\\d*|default|webmaster");

    /// Words that only departments, institutions, wire services and accounts have in their names. A
    /// person's name may precede them after a comma or a dash.
    private static final Pattern NOT_OF_A_PERSON =
            Pattern.compile(
                    "(?i)(?:(?! [–-] )[^,;(])*\\b(?:guest (?:author|writer|post)|sponsored|advertisement|anonymous|admin(?:istrator)?|web ?master|(?:super|site) ?user|desk|content|correspondents?|tv|vip|wordpress|marketing|communications|department|hospitals?|university|clinic|association|foundation|corporation|company|newswire|business wire|klinik(?:um)?|universität|verband|presse(?:stelle|dienst))\\b.*",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /// A word that a company wrote together, such as `HealthWorld`; in names of people, at most
    /// four letters precede a capital: `MacDonald`, `FitzGerald`; or more in `VandeHei` and
    /// `AbdelKader`.
    private static final Pattern TOGETHER =
            Pattern.compile(".*\\p{Ll}{4}(?<!\\b(?:Vande[rn]?|Abd[aeu]l))\\p{Lu}.*");

    /// What templates and blogging software write where a site's name belongs.
    private static final Pattern NO_OUTLET =
            Pattern.compile(
                    "(?:the |our |my )?(?:news|news ?room|blogs?|home ?page|home|web ?site|articles|wordpress)");

    private static final Pattern HOST_END =
            Pattern.compile("\\.(?:(?:co|com|org|net|ac|gov|edu)\\.)?\\p{L}{2,}$");

    private static final Pattern BY =
            Pattern.compile(
                    "(?i)^(?:(?:written|posted|published|submitted|story|words)\\s+)?by(?:\\s*:\\s*|\\s+)");

    /// "By" in other languages. `Von` also begins names (Von Trapp, Von der Leyen), so it is only
    /// removed before two capitalized words, and only in its own language.
    private static final Map<String, Pattern> BY_ELSEWHERE =
            Map.of(
                    "de",
                    by("(?:(?:Veröffentlicht|Geschrieben|Verfasst) von|Von)"),
                    "fr",
                    by("Par"),
                    "es",
                    by("Por"),
                    "pt",
                    by("Por"));

    /// Tags that name a publisher where nothing else does, as journals have.
    private static final List<String> OUTLET_TAGS =
            List.of("citation_journal_title", "publisher", "dc.publisher");

    private static final String CITED = "citation_author";

    private NameRules() {}

    private static Pattern by(String word) {
        return Pattern.compile(
                "^"
                        + word
                        + "(?:\\s*:\\s*|\\s+)(?=\\p{Lu}\\S*(?:\\s\\p{Ll}{1,3}){0,2}\\s+\\p{Lu})");
    }

    static Optional<Found> outlet(PageFacts page, Claims claims) {
        Stream<Optional<Found>> names =
                Stream.concat(
                        Stream.of(
                                series(page, claims),
                                channel(page),
                                page.tag("og:site_name")
                                        .map(each -> withoutTagline(each, page))
                                        .flatMap(each -> Found.of(each, "og:site_name"))),
                        page.nodes().stream()
                                .filter(node -> Claims.isOwn(node) && Claims.isArticle(node))
                                .map(NameRules::publisher));
        Stream<Optional<Found>> tags =
                OUTLET_TAGS.stream()
                        .filter(name -> isBibliographic(page))
                        .map(name -> page.tag(name).flatMap(each -> Found.of(each, name)));
        return Stream.concat(names, tags)
                .flatMap(Optional::stream)
                .filter(each -> !ADDRESS.matcher(each.value()).matches())
                .filter(each -> isOutlet(each.value()) || isHost(page, each.value()))
                .filter(each -> each.value().length() <= LONGEST)
                .findFirst();
    }

    /// Whether the tags are a catalog's. Elsewhere, `publisher` often names a person or a program.
    private static boolean isBibliographic(PageFacts page) {
        return page.tags().stream()
                .anyMatch(
                        tag -> tag.name().startsWith("citation_") || tag.name().startsWith("dc."));
    }

    /// The show that an episode belongs to; the site is only where it is hosted.
    private static Optional<Found> series(PageFacts page, Claims claims) {
        boolean promoted =
                page.nodes().stream()
                        .filter(node -> node.values().containsKey("partOfSeries"))
                        .allMatch(claims::isAnotherPage);
        if (promoted) {
            return Optional.empty();
        }
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

    /// The channel that published a video; the site is only where it is hosted.
    private static Optional<Found> channel(PageFacts page) {
        if (page.tag("og:type").filter(type -> type.startsWith("video")).isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                page.bylines().stream()
                        .filter(Byline::ofVideo)
                        .map(Byline::text)
                        .distinct()
                        .toList();
        return names.size() == 1
                ? Found.of(names.getFirst(), "the video's channel")
                : Optional.empty();
    }

    private static boolean isOutlet(String name) {
        return !NO_OUTLET.matcher(Headlines.folded(name)).matches();
    }

    /// Whether the host is a name and what ends a country's or a kind's hosts: `newsroom.co.nz`.
    private static boolean isHost(PageFacts page, String name) {
        Matcher ends = HOST_END.matcher(PageAddress.of(page.address()).host());
        return ends.replaceFirst("").equals(Headlines.folded(name).replace(" ", ""));
    }

    /// A site's name without its tagline, if the page's title ends with that part of the name. If
    /// it ends with the whole name, the longest part that the host has is the name, else the first
    /// one.
    private static String withoutTagline(String site, PageFacts page) {
        List<String> parts =
                SEPARATOR
                        .splitAsStream(site)
                        .map(String::strip)
                        .filter(part -> !Headlines.folded(part).isEmpty() && isOutlet(part))
                        .toList();
        if (parts.size() < 2) {
            return parts.isEmpty() ? site : parts.getFirst();
        }
        if (!Headlines.folded(page.title()).endsWith(Headlines.folded(site))) {
            String end = Headlines.folded(last(page.title()));
            return parts.stream()
                    .filter(part -> Headlines.folded(part).equals(end))
                    .findFirst()
                    .orElse(site);
        }
        String host = PageAddress.of(page.address()).host();
        return parts.stream()
                .filter(part -> isOf(host, part))
                .max(Comparator.comparingInt(String::length))
                .orElse(parts.getFirst());
    }

    /// Whether the host has a name, or the name the longest label of the host.
    private static boolean isOf(String host, String part) {
        String name = inHosts(Headlines.folded(part));
        String plain = inHosts(host);
        String label =
                DOT.splitAsStream(plain).max(Comparator.comparingInt(String::length)).orElse("");
        return isIn(plain, name) || label.length() >= SHORTEST_LABEL && name.contains(label);
    }

    /// As most hosts are written: without spaces, hyphens and umlauts.
    private static String inHosts(String name) {
        return name.replace(" ", "")
                .replace("-", "")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
    }

    private static boolean isIn(String host, String name) {
        return !name.isEmpty() && host.contains(name);
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

    /// @param headline the visible headline; null if there is none
    static Optional<Found> author(
            PageFacts page, Claims claims, @Nullable String outlet, @Nullable Heading headline) {
        List<Node> articles =
                page.nodes().stream()
                        .filter(node -> Claims.isOwn(node) && Claims.isArticle(node))
                        .filter(node ->
                                !claims.isAnotherPage(node) && !claims.isOfAnotherStory(node))
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
                        .map(name -> alone(name, page, outlet))
                        .filter(name -> isPerson(name, outlet))
                        .distinct()
                        .toList();
        if (!people.isEmpty()) {
            return Found.of(String.join(", ", people), "JSON-LD author");
        }
        Set<String> organizations = organizations(page);
        Predicate<String> isAuthor =
                name -> isPerson(name, outlet) && !organizations.contains(Headlines.folded(name));
        return authorsCited(page, outlet, isAuthor)
                .or(() -> authorInTags(page, outlet, isAuthor))
                .or(() -> authorInMarkup(page, outlet, headline, isAuthor));
    }

    /// The authors of a journal's article, one tag each; none if there are so many that they are a
    /// list.
    private static Optional<Found> authorsCited(
            PageFacts page, @Nullable String outlet, Predicate<String> isAuthor) {
        List<String> names =
                page.tags().stream()
                        .filter(tag -> tag.name().equals(CITED))
                        .map(tag -> alone(tag.content(), page, outlet))
                        .filter(isAuthor)
                        .map(BylineRule::inOrder)
                        .distinct()
                        .toList();
        return names.isEmpty() || names.size() > BylineRule.MAXIMUM
                ? Optional.empty()
                : Found.of(String.join(", ", names), CITED);
    }

    private static Optional<Found> authorInTags(
            PageFacts page, @Nullable String outlet, Predicate<String> isAuthor) {
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
                                .map(each -> alone(each, page, outlet))
                                .filter(isAuthor)
                                .flatMap(each -> Found.of(each, name))
                                .stream())
                .findFirst();
    }

    private static Optional<Found> authorInMarkup(
            PageFacts page,
            @Nullable String outlet,
            @Nullable Heading headline,
            Predicate<String> isAuthor) {
        List<String> sites =
                Stream.of(last(page.title()), page.tag("og:site_name").orElse(""))
                        .map(Headlines::folded)
                        .toList();
        String host = PageAddress.of(page.address()).host();
        List<String> authors =
                new BylineRule(
                                page,
                                name -> alone(name, page, outlet),
                                name ->
                                        isAuthor.test(name)
                                                && !isSite(Headlines.folded(name), sites, host))
                        .authors(headline);
        return authors.isEmpty()
                ? Optional.empty()
                : Found.of(String.join(", ", authors), "the page's byline");
    }

    private static boolean isSite(String name, List<String> sites, String host) {
        return sites.contains(name) || isIn(host, name.replace(" ", ""));
    }

    private static Set<String> organizations(PageFacts page) {
        return Stream.concat(
                        page.nodes().stream()
                                .flatMap(node ->
                                        Stream.concat(
                                                node.authors().stream(),
                                                Stream.ofNullable(node.publisher())))
                                .filter(party -> party.type().contains("Organization"))
                                .map(Party::name),
                        page.nodes().stream()
                                .filter(node ->
                                        node.types().stream()
                                                .anyMatch(type -> type.contains("Organization")))
                                .flatMap(node -> node.first("name").stream()))
                .map(Headlines::folded)
                .collect(Collectors.toSet());
    }

    /// A name without "by" before it and the outlet after it.
    private static String alone(String written, PageFacts page, @Nullable String outlet) {
        String name = SPACE.matcher(written).replaceAll(" ").strip();
        name = BY.matcher(name).replaceFirst("");
        String language = page.language().strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        Pattern by = BY_ELSEWHERE.get(language);
        if (by != null) {
            name = by.matcher(name).replaceFirst("");
        }
        int end = Math.max(name.lastIndexOf('|'), name.lastIndexOf(','));
        boolean namesOutlet =
                end > 0
                        && outlet != null
                        && Headlines.folded(name.substring(end)).equals(Headlines.folded(outlet));
        return namesOutlet ? name.substring(0, end).strip() : name;
    }

    private static boolean isPerson(String name, @Nullable String outlet) {
        String folded = Headlines.folded(name);
        return !folded.isEmpty()
                && name.length() <= LONGEST
                && folded.contains(" ")
                && !name.contains("|")
                && !ADDRESS.matcher(name).matches()
                && !NO_PERSON.matcher(name.toLowerCase(Locale.ROOT)).matches()
                && !NOT_OF_A_PERSON.matcher(name).matches()
                && !TOGETHER.matcher(name).matches()
                && (outlet == null || !folded.equals(Headlines.folded(outlet)));
    }
}
