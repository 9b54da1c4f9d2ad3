package app.prtosales.functions.pagereader;

import java.util.HashMap;
import java.util.List;
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
    private static final Pattern NAME_CLASS = Pattern.compile(".*[-_]names?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// What an element's marks say about its text.
    enum Mark {
        NOTHING,

        /// It is about the author, and may be a link, a title or a date too.
        LINE,

        /// It is the author's name.
        NAME
    }

    private final Map<String, Mark> judged = new HashMap<>();

    /// @param marks the element's classes and id, from [SideParts#marks]
    Mark mark(Element element, String marks) {
        String property = SideParts.shortened(element.attr("itemprop"));
        if (!property.isEmpty()) {
            boolean isName =
                    property.contains("author") && !element.hasAttr("itemscope")
                            || property.equals("name") && isOfAuthor(element);
            return isName ? Mark.NAME : Mark.NOTHING;
        }
        if (element.normalName().equals("a") && isRelAuthor(element.attr("rel"))) {
            return Mark.NAME;
        }
        return marks.isEmpty()
                ? Mark.NOTHING
                : judged.computeIfAbsent(marks, AuthorMarks::ofClasses);
    }

    private static Mark ofClasses(String marks) {
        boolean can = marks.contains("aut") || marks.contains("byline") || marks.contains("writer");
        if (!can || marks.contains("review")) {
            return Mark.NOTHING;
        }
        List<String> classes =
                SPACE.splitAsStream(marks).filter(each -> CLASS.matcher(each).matches()).toList();
        if (classes.isEmpty()) {
            return Mark.NOTHING;
        }
        return classes.stream().anyMatch(each -> NAME_CLASS.matcher(each).matches())
                ? Mark.NAME
                : Mark.LINE;
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
