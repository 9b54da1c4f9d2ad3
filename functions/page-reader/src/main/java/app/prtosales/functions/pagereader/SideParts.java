package app.prtosales.functions.pagereader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells the parts of a page that are not its story: navigation, comments, related stories,
/// captions. Remembers what it has judged, since a page repeats its classes.
final class SideParts {

    private static final Set<String> ELEMENTS =
            Set.of("aside", "nav", "footer", "figure", "figcaption");
    private static final Set<String> NEVER = Set.of("html", "body", "main", "article", "head");
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

    /// Parts of the layout; a template may have put the story itself there.
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

    /// What Blogger wraps around all of a blog's stories.
    private static final String WHOLE_BLOG = "widget blog";

    private static final Set<String> AFTER_MORE =
            Set.of("stories", "news", "posts", "from", "more", "next");

    /// The foot of the story itself, where many a template puts its date.
    private static final Set<String> OF_STORY =
            Set.of("post", "entry", "article", "story", "content", "blog", "elementor");

    private static final Pattern FOOT_OF_STORY = Pattern.compile("\\b(?:entry|post|article)\\b");

    private final Map<String, Boolean> judged = new HashMap<>();
    private final Map<String, Boolean> others = new HashMap<>();

    /// @param marks of the element, as [#marks] has them
    /// @param inStory whether it stands in an article or in the page's main part
    boolean isSide(Element element, String marks, boolean inStory) {
        String name = element.normalName();
        if (ELEMENTS.contains(name)) {
            return !(inStory && name.equals("footer") && FOOT_OF_STORY.matcher(marks).find());
        }
        if (marks.isEmpty() || NEVER.contains(name)) {
            return false;
        }
        return inStory && marks.equals("footer")
                ? false
                : judged.computeIfAbsent(marks, each -> says(each, true));
    }

    /// Whether its marks say that it holds other stories, comments or advertisements.
    boolean isOfOthers(String marks) {
        return !marks.isEmpty() && others.computeIfAbsent(marks, each -> says(each, false));
    }

    /// Its classes and its id, in lower case.
    static String marks(Element element) {
        if (element.attributesSize() == 0) {
            return "";
        }
        String classes = element.className();
        String id = element.id();
        String own = id.isEmpty() ? classes : classes + " " + id;
        return own.isBlank() ? "" : own.toLowerCase(Locale.ROOT).strip();
    }

    private static boolean says(String marks, boolean layoutToo) {
        String before = "";
        int start = 0;
        for (int i = 0; i <= marks.length(); i++) {
            char c = i < marks.length() ? marks.charAt(i) : ' ';
            if (c != ' ' && c != '-' && c != '_') {
                continue;
            }
            String word = marks.substring(start, i);
            if ((OTHERS.contains(word) || layoutToo && LAYOUT.contains(word))
                            && !isOfStory(before, word)
                            && !marks.startsWith(WHOLE_BLOG)
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
