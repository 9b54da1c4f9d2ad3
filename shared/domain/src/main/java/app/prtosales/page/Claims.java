package app.prtosales.page;

import app.prtosales.page.PageFacts.Item;
import app.prtosales.page.PageFacts.Node;
import app.prtosales.page.PageFacts.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collects what a page claims about its publication date and its last change.
final class Claims {

    /// Properties whose value is something other than the page's own article.
    private static final Set<String> OF_OTHERS =
            Set.of(
                    "liveBlogUpdate",
                    "comment",
                    "itemListElement",
                    "image",
                    "video",
                    "mentions",
                    "hasPart",
                    "isPartOf",
                    "author",
                    "publisher",
                    "review",
                    "citation",
                    "associatedMedia",
                    "about",
                    "isBasedOn",
                    "subjectOf",
                    "creator",
                    "sponsor",
                    "relatedLink",
                    "significantLink",
                    "blogPost",
                    "episode",
                    "sitemap",
                    "workExample",
                    "primaryImageOfPage",
                    "thumbnail",
                    "logo",
                    "offers",
                    "event",
                    "dataset");

    private static final Pattern ARTICLE =
            Pattern.compile(
                    ".*(?:Article|Posting|Report|Review|Episode)|Recipe|CreativeWork|ClaimReview");
    private static final Pattern PAGE = Pattern.compile(".*WebPage|.*Page");
    private static final Pattern STRONG =
            Pattern.compile(
                    "(?:og:)?article[:_-]published[_-]time|article:first_published_time|og:published_time|og:pub(?:lish)?_?date"
                            + "|(?:shareaholic:)article_published_time|datepublished|parsely-pub-date|bt:pubdate"
                            + "|sailthru\\.date|cxenseparse:(?:recs:)?publishtime|dc\\.date\\.issued|dcterms\\.issued"
                            + "|(?:w-|awa-|article-|article\\.)?publish(?:ed|ication)?[-_.:]?(?:date|time)|published|pubdate|pub_date|date-pub|publication[-_]?date"
                            + "|dcterms\\.date\\.issued|article\\.published|citation_online_date|citation_publication_date|citation_date|prism\\.publicationdate|rnews:datepublished|originalpublicationdate|ptime|displaydate|dc\\.date\\.published");
    private static final Pattern WEAK =
            Pattern.compile(
                    "date|dc[.:]date|dcterms[.:]date|dcterms[.:]created|dc[.:]date[.:]created|dc[.:]created|datecreated|created|creation_date|article\\.created|og:date|article_date_original");

    /// Most of a page's tags are about images and social cards; this quickly rules them out.
    private static final Pattern MAY_BE_DATE = Pattern.compile("dat|tim|pub|mod|creat|revis");

    private static final Pattern CHANGED =
            Pattern.compile(
                    "(?:og:)?article[:_-]modified[_-]time|og:updated_time|og:modified_time|datemodified|last-modified|lastmod|modified(?:-date|-time)?|updated|dcterms\\.modified|dc\\.date\\.modified|date-revised|revised|last_updated_date|utime|(?:shareaholic:)article_modified_time");
    private static final Pattern OTHER_SCOPE =
            Pattern.compile(
                    ".*(?:Comments?|Answer|Object|Event|Book|Review|Product|Person|Movie|ListItem)$");

    /// Two headlines are taken to be of one story if their likeness is greater than this.
    private static final double HALF = 0.5;

    private final PageFacts page;
    private final WrittenDate dates;
    private final List<PageAddress> own;
    private final boolean isVideo;
    private final Set<String> headlines;
    private final List<Set<String>> headlineWords;

    /// Whether an article in JSON-LD has the page's URL.
    private final boolean hasOwnArticle;

    /// The strong claims, the weak ones, and the dates of the last change.
    record Dates(List<Claim> published, List<Claim> weak, List<PageDate> changed) {}

    /// @param headline the page's own; empty if it has none
    Claims(PageFacts page, Region region, String headline) {
        this.page = page;
        this.dates = new WrittenDate(region);
        this.isVideo = page.tag("og:type").filter(type -> type.startsWith("video")).isPresent();
        this.headlines = headlines(page, headline);
        this.headlineWords = headlines.stream().map(Headlines::words).toList();
        this.own =
                Stream.of(
                                Optional.of(page.address()),
                                Optional.ofNullable(page.canonical()),
                                page.tag("og:url"))
                        .flatMap(Optional::stream)
                        .flatMap(each -> PageAddress.resolve(page.address(), each).stream())
                        .map(PageAddress::of)
                        .filter(each -> !each.isHome() || PageAddress.of(page.address()).isHome())
                        .toList();
        this.hasOwnArticle =
                page.nodes().stream()
                        .anyMatch(node -> isOwn(node) && isArticle(node) && isThisPage(node));
    }

    private static Set<String> headlines(PageFacts page, String headline) {
        return Stream.of(
                        page.headings().stream()
                                .filter(heading -> heading.level() == 1)
                                .map(PageFacts.Heading::text),
                        page.tag("og:title").stream(),
                        Stream.of(headline, page.title()))
                .flatMap(each -> each)
                .filter(each -> each.length() <= Headlines.LONGEST)
                .map(Headlines::folded)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    Dates all() {
        List<Claim> published = new ArrayList<>(linked());
        List<Claim> weak = new ArrayList<>();
        List<PageDate> changed = new ArrayList<>();
        for (Tag tag : page.tags()) {
            String name = tag.name().toLowerCase(Locale.ROOT);
            if (!MAY_BE_DATE.matcher(name).find()) {
                continue;
            }
            if (STRONG.matcher(name).matches()) {
                claim(Claim.Kind.META, tag.name(), tag.content()).ifPresent(published::add);
            } else if (WEAK.matcher(name).matches()) {
                claim(Claim.Kind.META, tag.name(), tag.content()).ifPresent(weak::add);
            } else if (CHANGED.matcher(name).matches()) {
                dates.read(tag.content()).ifPresent(changed::add);
            }
        }
        published.addAll(marked(weak, changed));
        page.nodes().stream()
                .filter(node -> isOwn(node))
                .flatMap(node -> node.values().getOrDefault("dateModified", List.of()).stream())
                .flatMap(value -> dates.read(value).stream())
                .forEach(changed::add);
        page.nodes().stream()
                .filter(node -> isOwn(node) && isArticle(node))
                .flatMap(node -> node.values().getOrDefault("dateCreated", List.of()).stream())
                .flatMap(value -> claim(Claim.Kind.JSON_LD, "JSON-LD dateCreated", value).stream())
                .forEach(weak::add);
        return new Dates(List.copyOf(published), List.copyOf(weak), List.copyOf(changed));
    }

    private Optional<Claim> claim(Claim.Kind kind, String where, String value) {
        return dates.read(value).map(date -> new Claim(kind, where, date));
    }

    private List<Claim> linked() {
        List<Node> dated =
                page.nodes().stream()
                        .filter(node -> isOwn(node) && node.values().containsKey("datePublished"))
                        .toList();
        List<Node> articles =
                dated.stream().filter(node -> isArticle(node) && !isOfAnotherStory(node)).toList();
        List<Claim> found = claims(articles.stream().filter(this::isThisPage).toList());
        if (found.isEmpty()) {
            found = claims(articles);
            if (found.stream().map(Claim::date).map(PageDate::day).distinct().count() > 1) {
                found = claims(articles.stream().filter(this::hasHeadline).toList());
            }
        }
        if (found.isEmpty()) {
            found = claims(dated.stream().filter(Claims::isPage).toList());
        }
        if (found.isEmpty()) {
            found =
                    claims(
                            dated.stream()
                                    .filter(node ->
                                            node.path().isEmpty()
                                                    && isThisPage(node)
                                                    && node.types().stream()
                                                            .noneMatch(this::isOfOthers))
                                    .toList());
        }
        if (found.isEmpty() && page.broken().stream().distinct().count() == 1) {
            found =
                    claim(Claim.Kind.JSON_LD, "JSON-LD datePublished", page.broken().getFirst())
                            .map(List::of)
                            .orElse(List.of());
        }
        return found;
    }

    private List<Claim> claims(List<Node> nodes) {
        return nodes.stream()
                .flatMap(node ->
                        node.first("datePublished").stream()
                                .flatMap(value ->
                                        claim(
                                                Claim.Kind.JSON_LD,
                                                "JSON-LD %s datePublished"
                                                        .formatted(String.join(" ", node.types())),
                                                value)
                                                .stream()))
                .toList();
    }

    /// Whether a node describes the page itself and not something on it.
    static boolean isOwn(Node node) {
        return node.path().stream().noneMatch(OF_OTHERS::contains);
    }

    static boolean isArticle(Node node) {
        return node.types().stream().anyMatch(type -> ARTICLE.matcher(type).matches());
    }

    private static boolean isPage(Node node) {
        return node.types().stream().anyMatch(type -> PAGE.matcher(type).matches());
    }

    boolean isThisPage(Node node) {
        return named(node).anyMatch(this::isThisPage);
    }

    private boolean isThisPage(PageAddress named) {
        return own.stream().anyMatch(named::isSamePage);
    }

    /// Whether a node describes another page of the site, such as a related story. A node with this
    /// page's headline is this page's, whatever its URL. If the page has a node of its own, others
    /// need its URL or its headline.
    boolean isAnotherPage(Node node) {
        PageAddress here = PageAddress.of(page.address());
        return (named(node).anyMatch(each -> each.isSameSite(here) && !each.isHome())
                        || hasOwnArticle && isArticle(node) && !resembles(headline(node)))
                && !isThisStory(node);
    }

    boolean isThisStory(Node node) {
        return isThisPage(node) || hasHeadline(node);
    }

    /// Whether both the URL and the headline are those of another story, on this site or elsewhere.
    boolean isOfAnotherStory(Node node) {
        return isOfAnotherStory(named(node).toList(), headline(node));
    }

    private boolean isOfAnotherStory(Item item) {
        return isOfAnotherStory(resolved(item.scope().url()).toList(), item.scope().headline());
    }

    private boolean isOfAnotherStory(List<PageAddress> named, String headline) {
        return named.stream().anyMatch(each -> !each.isHome())
                && named.stream().noneMatch(this::isThisPage)
                && !headline.isBlank()
                && !resembles(headline);
    }

    private boolean resembles(String headline) {
        return headline.length() <= Headlines.LONGEST
                && Headlines.likeness(headline, headlineWords) > HALF;
    }

    /// Whether the page claims to tell a story: an article of its own, or a time it was published.
    boolean hasStory() {
        return hasArticle()
                || page.tag("article:published_time").isPresent()
                || page.items().stream()
                        .filter(item -> ARTICLE.matcher(type(item)).matches())
                        .anyMatch(item ->
                                resolved(item.scope().url()).anyMatch(this::isThisPage)
                                        || resembles(item.scope().headline()));
    }

    private boolean hasArticle() {
        return page.nodes().stream()
                .anyMatch(node ->
                        isOwn(node)
                                && (isArticle(node) || node.types().contains("MedicalWebPage"))
                                && !isAnotherPage(node));
    }

    /// A fragment alone names a node and no page.
    private Stream<PageAddress> named(Node node) {
        return Stream.of("url", "@id", "mainEntityOfPage")
                .flatMap(key -> node.values().getOrDefault(key, List.of()).stream())
                .filter(value -> !value.startsWith("#"))
                .flatMap(this::resolved);
    }

    private Stream<PageAddress> resolved(String address) {
        return address.isBlank()
                ? Stream.of()
                : PageAddress.resolve(page.address(), address).stream().map(PageAddress::of);
    }

    private static String headline(Node node) {
        return node.first("headline").or(() -> node.first("name")).orElse("");
    }

    private boolean hasHeadline(Node node) {
        return headlines.contains(Headlines.folded(headline(node)));
    }

    /// Dates marked up in the story; if there are none, dates marked up as an article's in a side
    /// part.
    private List<Claim> marked(List<Claim> weak, List<PageDate> changed) {
        List<Claim> found = marked(weak, changed, item -> !item.inSidePart());
        return found.isEmpty()
                ? marked(
                        weak,
                        changed,
                        item -> item.inSidePart() && ARTICLE.matcher(type(item)).matches())
                : found;
    }

    /// Whether a type describes something other than the page. A video is only a part of its page,
    /// unless the page's `og:type` says that the page is about the video.
    private boolean isOfOthers(String type) {
        return OTHER_SCOPE.matcher(type).matches() && !(isVideo && type.endsWith("VideoObject"));
    }

    private static String type(Item item) {
        return item.scope().type().substring(item.scope().type().lastIndexOf('/') + 1);
    }

    private List<Claim> marked(
            List<Claim> weak, List<PageDate> changed, Predicate<Item> isOfStory) {
        List<Claim> found = new ArrayList<>();
        for (Item item : page.items()) {
            if (!isOfStory.test(item)
                    || isOfOthers(item.scope().type())
                    || isOfAnotherStory(item)) {
                continue;
            }
            for (String property : item.property().split("\\s+", -1)) {
                switch (property.replaceFirst("^\\w+:", "")) {
                    case "datePublished" ->
                            claim(Claim.Kind.MARKUP, "datePublished", item.value())
                                    .ifPresent(found::add);
                    case "dateModified" -> dates.read(item.value()).ifPresent(changed::add);
                    case "dateCreated", "created" ->
                            claim(Claim.Kind.MARKUP, property, item.value()).ifPresent(weak::add);
                    default -> {}
                }
            }
        }
        // If several stories are marked up, as in a list, none of the dates is the page's own.
        return found.stream().map(claim -> claim.date().day()).distinct().count() > 1
                        || found.stream()
                                        .map(Claim::date)
                                        .filter(date -> !date.isDay())
                                        .distinct()
                                        .count()
                                > 1
                ? List.of()
                : found;
    }
}
