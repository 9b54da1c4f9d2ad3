package app.prtosales.functions.pagereader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Recognizes the parts of a page that are not its story: navigation, comments, related stories,
/// captions. Caches its verdicts, since pages repeat their classes.
final class SideParts {

    private static final Set<String> ELEMENTS =
            Set.of("aside", "nav", "footer", "figure", "figcaption");
    private static final Set<String> WHOLE_PAGE = Set.of("html", "body", "main", "head");
    private static final Set<String> OTHERS =
            Set.of(
                    "comment",
                    "comments",
                    "commentlist",
                    "disqus",
                    "related",
                    "teaser",
                    "teasers",
                    "recommend",
                    "recommended",
                    "recommendation",
                    "recommendations",
                    "recirc",
                    "promo",
                    "popular",
                    "trending",
                    "latest",
                    "recent",
                    "carousel",
                    "also",
                    "outbrain",
                    "taboola",
                    "mostread",
                    "upnext",
                    "events");

    /// Layout parts; some templates put the story itself inside one.
    private static final Set<String> LAYOUT =
            Set.of(
                    "caption",
                    "captions",
                    "sidebar",
                    "widget",
                    "widgets",
                    "breadcrumb",
                    "breadcrumbs",
                    "footer",
                    "menu",
                    "nav",
                    "navbar");

    /// The marks of the element that Blogger wraps around all stories of a blog.
    private static final String WHOLE_BLOG = "widget blog";

    private static final Set<String> AFTER_MORE =
            Set.of("stories", "news", "posts", "from", "more", "next");

    /// Prefixes for the footer of the story itself, where many templates put the date.
    private static final Set<String> OF_STORY =
            Set.of("post", "entry", "article", "story", "content", "blog", "elementor");

    private static final Pattern FOOT_OF_STORY = Pattern.compile("\\b(?:entry|post|article)\\b");

    /// A class that names a category of the story, as WordPress gives it to the story's element.
    private static final Pattern CATEGORY = Pattern.compile("(?<!\\S)(?:category|tag)-\\S*");

    private static final int LONGEST_MARKS = 2_000;

    private final Map<String, Boolean> judged = new HashMap<>();
    private final Map<String, Boolean> others = new HashMap<>();

    /// @param marks the element's classes and id, from [#marks]
    /// @param inStory whether the element is inside an article or the page's main part
    boolean isSide(Element element, String marks, boolean inStory) {
        String name = element.normalName();
        if (ELEMENTS.contains(name)) {
            return !(inStory && name.equals("footer") && FOOT_OF_STORY.matcher(marks).find());
        }
        if (marks.isEmpty() || name.equals("article") || WHOLE_PAGE.contains(name)) {
            return false;
        }
        return inStory && marks.equals("footer")
                ? false
                : judged.computeIfAbsent(
                        marks,
                        each ->
                                hasWord(
                                        each,
                                        word -> OTHERS.contains(word) || LAYOUT.contains(word)));
    }

    /// Whether the element's marks indicate other stories, comments or ads. Those of the whole page
    /// only tell how it looks, such as `inline-comments`.
    boolean isOfOthers(Element element, String marks) {
        return !marks.isEmpty()
                && !WHOLE_PAGE.contains(element.normalName())
                && others.computeIfAbsent(marks, each -> hasWord(each, OTHERS::contains));
    }

    /// The element's classes and id, in lower case; only the beginning of a list longer than any
    /// template writes.
    static String marks(Element element) {
        if (element.attributesSize() == 0) {
            return "";
        }
        String classes = shortened(element.attr("class"));
        String id = shortened(element.id());
        String own = id.isEmpty() ? classes : classes + " " + id;
        return own.isBlank() ? "" : shortened(own.strip()).toLowerCase(Locale.ROOT).strip();
    }

    /// An element's line in the marks of the texts inside; null if marks further out are about the
    /// whole story.
    static @Nullable String line(Element element, String name, String marks) {
        return switch (name) {
            case "body", "article", "main" -> null;
            case "figcaption" -> "figcaption " + marks + ' ' + property(element);
            default -> marks + ' ' + property(element);
        };
    }

    private static String property(Element element) {
        return shortened(element.attr("itemprop")).toLowerCase(Locale.ROOT);
    }

    /// The beginning of an attribute, which a hostile page can make as long as the page.
    static String shortened(String attribute) {
        return attribute.length() > LONGEST_MARKS
                ? attribute.substring(0, LONGEST_MARKS)
                : attribute;
    }

    /// Whether the marks, without those of categories, contain one of these words, or two such as
    /// `read more`.
    private static boolean hasWord(String all, Predicate<String> words) {
        String marks = CATEGORY.matcher(all).replaceAll("");
        String before = "";
        int start = 0;
        for (int i = 0; i <= marks.length(); i++) {
            char c = i < marks.length() ? marks.charAt(i) : ' ';
            if (c != ' ' && c != '-' && c != '_') {
                continue;
            }
            String word = marks.substring(start, i);
            if (words.test(word) && !isOfStory(before, word) && !marks.startsWith(WHOLE_BLOG)
                    || AFTER_MORE.contains(word)
                            && (before.equals("more")
                                    || before.equals("read")
                                    || before.equals("up"))) {
                return true;
            }
            before = word;
            start = i + 1;
        }
        return false;
    }

    private static boolean isOfStory(String before, String word) {
        return (word.equals("footer") || word.equals("widget")) && OF_STORY.contains(before);
    }
}
