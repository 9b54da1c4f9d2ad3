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

    /// How many levels above a name the element of its item can be.
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
        NAME,

        /// It is the name of a video's author, that is, of its channel.
        CHANNEL
    }

    private final Map<String, Mark> judged = new HashMap<>();

    /// @param marks the element's classes and id, from [SideParts#marks]
    Mark mark(Element element, String marks) {
        String property = SideParts.shortened(element.attr("itemprop"));
        if (!property.isEmpty()) {
            if (property.contains("author") && !element.hasAttr("itemscope")) {
                return Mark.NAME;
            }
            return property.equals("name") ? ofItem(element) : Mark.NOTHING;
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

    /// What a name is to the item that it is in: the person who wrote the story or published the
    /// video.
    private static Mark ofItem(Element name) {
        @Nullable Element author = itemAround(name);
        if (author == null
                || !SideParts.shortened(author.attr("itemprop")).contains("author")
                || hasType(author, "organization")) {
            return Mark.NOTHING;
        }
        @Nullable Element work = itemAround(author);
        return work != null && hasType(work, "videoobject") ? Mark.CHANNEL : Mark.NAME;
    }

    private static @Nullable Element itemAround(Element element) {
        @Nullable Element around = element.parent();
        for (int i = 0; i < ITEM && around != null; i++) {
            if (around.hasAttr("itemscope")) {
                return around;
            }
            around = around.parent();
        }
        return null;
    }

    private static boolean hasType(Element item, String type) {
        return SideParts.shortened(item.attr("itemtype")).toLowerCase(Locale.ROOT).contains(type);
    }
}
