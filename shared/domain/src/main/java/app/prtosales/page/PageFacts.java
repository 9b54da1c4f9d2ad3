package app.prtosales.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands on a page, before anybody judges it.
///
/// @param address where it was read, after all redirects
/// @param language as its root element says it, or empty
/// @param canonical the address that it calls its own; null where it calls none
/// @param title of the document
/// @param tags its meta tags, in their order, names in lower case
/// @param nodes its JSON-LD, one node each
/// @param broken the publication dates found in JSON-LD that cannot be read
/// @param items its microdata and RDFa dates
/// @param times its time elements
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
        List<Heading> headings,
        PageText text) {

    /// A meta tag.
    public record Tag(String name, String content) {}

    /// A node of JSON-LD.
    ///
    /// @param path the properties that lead to it from the top, without `@graph`
    /// @param values its texts; those of an object are its `@id`, `url` or name
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

    /// A person or an organization, as JSON-LD names it.
    public record Party(String type, String name) {}

    /// A date in microdata or RDFa.
    ///
    /// @param scope the type of the thing that it is said of, or empty
    public record Item(String property, String value, String scope, boolean inSidePart) {}

    /// A time element.
    ///
    /// @param at where it stands in the text
    /// @param marks its classes and attributes, and those of what it stands in, one line each
    public record TimeElement(
            String datetime, String text, int at, String marks, boolean inSidePart) {}

    /// A heading of the first to the third level.
    public record Heading(int level, String text, int start, int end, boolean inSidePart) {}

    /// The text that people see.
    public record PageText(String text, List<Stretch> stretches) {

        /// The stretch that holds a place in the text.
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

    /// A part of the text in one element.
    ///
    /// @param marks classes and the like of the element and what it stands in, nearest first, one
    ///   line each
    public record Stretch(int start, int end, String marks, boolean inSidePart) {}

    /// The content of the first tag of this name that has one.
    Optional<String> tag(String name) {
        return tags.stream()
                .filter(tag -> tag.name().equals(name) && !tag.content().isBlank())
                .map(tag -> tag.content().strip())
                .findFirst();
    }
}
