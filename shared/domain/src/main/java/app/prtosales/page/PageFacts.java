package app.prtosales.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The raw content of a page, before any interpretation.
///
/// @param address the page's URL after all redirects
/// @param language the language of its root element, or empty
/// @param canonical the page's canonical URL; null if it has none
/// @param title the document's title
/// @param tags its meta tags, in order, with names in lower case
/// @param nodes its JSON-LD nodes
/// @param broken publication dates in JSON-LD that cannot be parsed
/// @param items its microdata and RDFa dates
/// @param times its time elements
/// @param bylines what its markup says about its authors
public record PageFacts(
        String address,
        String language,
        @Nullable String canonical,
        String title,
        List<Tag> tags,
        List<Node> nodes,
        List<String> broken,
        List<Item> items,
        List<TimeElement> times,
        List<Byline> bylines,
        List<Heading> headings,
        PageText text) {

    /// A meta tag.
    public record Tag(String name, String content) {}

    /// A JSON-LD node.
    ///
    /// @param path the properties leading to it from the top, without `@graph`
    /// @param values its text values; an object is represented by its `@id`, `url` or name
    /// @param authors the names and types of its authors
    public record Node(
            Set<String> types,
            List<String> path,
            Map<String, List<String>> values,
            List<Party> authors,
            @Nullable Party publisher) {

        Optional<String> first(String key) {
            return values.getOrDefault(key, List.of()).stream().findFirst();
        }
    }

    /// A person or an organization in JSON-LD.
    public record Party(String type, String name) {}

    /// A date in microdata or RDFa.
    public record Item(String property, String value, Scope scope, boolean inSidePart) {}

    /// The thing that a marked date belongs to.
    ///
    /// @param type empty if the date belongs to nothing but the page
    /// @param url its URL as written, or empty
    /// @param headline its headline or name, or empty
    public record Scope(String type, String url, String headline) {

        public static final Scope NONE = new Scope("", "", "");
    }

    /// A time element.
    ///
    /// @param at its position in the text
    /// @param marks the classes and attributes of the element and its ancestors, one line each
    public record TimeElement(
            String datetime, String text, int at, String marks, boolean inSidePart) {}

    /// The text of an element that is marked as the author's: a name, or a line such as `By Jane
    /// Roe`.
    ///
    /// @param at its position in the text
    /// @param isName whether the mark is one for names only
    /// @param part where its article or header begins; -1 if it is in neither
    /// @param ofVideo whether it is the author of a video
    public record Byline(String text, int at, boolean isName, int part, boolean ofVideo) {}

    /// A heading of level 1 to 3.
    ///
    /// @param part where its article or header begins; -1 if it is in neither
    /// @param linked whether it is a link, as those of other stories are
    public record Heading(
            int level,
            String text,
            int start,
            int end,
            boolean inSidePart,
            int part,
            boolean linked) {}

    /// The visible text.
    public record PageText(String text, List<Stretch> stretches) {

        /// The stretch that contains a position in the text.
        Optional<Stretch> at(int place) {
            int low = 0;
            int high = stretches.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                Stretch stretch = stretches.get(middle);
                if (place < stretch.start()) {
                    high = middle - 1;
                } else if (place >= stretch.end()) {
                    low = middle + 1;
                } else {
                    return Optional.of(stretch);
                }
            }
            return Optional.empty();
        }
    }

    /// The part of the text in one element.
    ///
    /// @param marks the classes and similar attributes of the element and its ancestors, nearest
    ///   first, one line each
    public record Stretch(int start, int end, String marks, boolean inSidePart) {}

    /// The content of the first tag with this name that has any.
    Optional<String> tag(String name) {
        return tags.stream()
                .filter(tag -> tag.name().equals(name) && !tag.content().isBlank())
                .map(tag -> tag.content().strip())
                .findFirst();
    }
}
