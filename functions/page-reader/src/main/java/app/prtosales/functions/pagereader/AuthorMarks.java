package app.prtosales.functions.pagereader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Recognizes the elements that name a story's author. Caches its verdicts, since pages repeat
/// their classes.
final class AuthorMarks {

    /// How many elements up the item of a name may begin.
    private static final int ITEM = 4;

    private static final Pattern CLASS =
            Pattern.compile(
                    "(?:(?!about|comment|photo|image|review)[\\w-]*[-_])?(?:authors?|bylines?|autor|auteur|autore|writer)(?:[-_]{1,2}(?:names?|links?|text|info))?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, Boolean> judged = new HashMap<>();

    /// @param marks the element's classes and id, from [SideParts#marks]
    boolean isAuthor(Element element, String marks) {
        String property = SideParts.shortened(element.attr("itemprop"));
        if (!property.isEmpty()) {
            return property.contains("author") && !element.hasAttr("itemscope")
                    || property.equals("name") && isOfAuthor(element);
        }
        return element.normalName().equals("a") && isRelAuthor(element.attr("rel"))
                || !marks.isEmpty() && judged.computeIfAbsent(marks, AuthorMarks::says);
    }

    private static boolean says(String marks) {
        boolean can = marks.contains("aut") || marks.contains("byline") || marks.contains("writer");
        return can
                && !marks.contains("review")
                && SPACE.splitAsStream(marks).anyMatch(each -> CLASS.matcher(each).matches());
    }

    private static boolean isRelAuthor(String rel) {
        return !rel.isEmpty()
                && SPACE.splitAsStream(SideParts.shortened(rel))
                        .anyMatch("author"::equalsIgnoreCase);
    }

    /// Whether the item that a name is in is the person who wrote the story.
    private static boolean isOfAuthor(Element name) {
        @Nullable Element around = name.parent();
        for (int i = 0; i < ITEM && around != null; i++) {
            if (around.hasAttr("itemscope")) {
                return SideParts.shortened(around.attr("itemprop")).contains("author")
                        && !SideParts.shortened(around.attr("itemtype"))
                                .toLowerCase(Locale.ROOT)
                                .contains("organization");
            }
            around = around.parent();
        }
        return false;
    }
}
