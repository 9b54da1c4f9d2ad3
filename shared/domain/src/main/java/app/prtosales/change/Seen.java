package app.prtosales.change;

import app.prtosales.placement.Changes;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Move;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Renewal;
import app.prtosales.placement.Story;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person saw of a placement before changing it, so that the change overwrites nothing that
/// someone else wrote in the meantime.
///
/// @param fields the values by the field's name in the API: a text is a list of one, an empty field
///   an empty list; a missing field may be overwritten
public record Seen(Map<String, List<String>> fields) {

    /// Overwrites anything.
    public static final Seen NOTHING = new Seen(Map.of());

    /// The fields that have a list of values.
    public static final List<String> LISTS = List.of("segments", "personas");

    public Seen {
        fields = Map.copyOf(fields);
    }

    /// A field that someone else changed after it was seen.
    ///
    /// @param now its current value, as in [#fields]
    /// @param by the id of the person who changed it last; null if unknown
    public record Newer(
            String field, List<String> now, @Nullable Instant at, @Nullable String by) {}

    /// What a change would overwrite although the person has not seen it. A change that leaves a
    /// field as it is now overwrites nothing.
    ///
    /// @param present the placement before the change
    /// @param changed the placement after the change
    List<Newer> overwritten(Placement present, Placement changed) {
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> now = valuesOf(present);
        Map<String, List<String>> then = valuesOf(changed);
        return now.keySet().stream()
                .filter(field -> fields.containsKey(field))
                .filter(field -> !isSame(field, fields.get(field), now.get(field)))
                .filter(field -> !Objects.equals(then.get(field), now.get(field)))
                .map(field -> newer(field, now.get(field), present.changes()))
                .toList();
    }

    /// Ignores the order of segments, which means nothing.
    private static boolean isSame(
            String field, @Nullable List<String> one, @Nullable List<String> other) {
        return field.equals("segments") && one != null && other != null
                ? Set.copyOf(one).equals(Set.copyOf(other))
                : Objects.equals(one, other);
    }

    private static Newer newer(String field, @Nullable List<String> now, Changes changes) {
        Optional<Change> last =
                changesOf(field, changes).max(Comparator.comparing(change -> change.at()));
        return new Newer(
                field,
                now == null ? List.of() : now,
                last.map(Change::at).orElse(null),
                last.map(Change::by).orElse(null));
    }

    private record Change(Instant at, String by) {}

    private static Stream<Change> changesOf(String field, Changes changes) {
        Stream<Change> moves =
                changes.moves().stream().map((Move each) -> new Change(each.at(), each.by()));
        return switch (field) {
            case "publishedAt", "zone" -> moves;
            case "forwardability" ->
                    changes.turns().stream()
                            .map((ColorChange each) -> new Change(each.at(), each.by()));
            case "expiresAt" ->
                    Stream.concat(
                            moves,
                            changes.renewals().stream()
                                    .map((Renewal each) -> new Change(each.at(), each.by())));
            default ->
                    changes.corrections().stream()
                            .filter(each -> isAbout(each, field))
                            .map(each -> new Change(each.at(), each.by()));
        };
    }

    private static boolean isAbout(Correction correction, String field) {
        return correction.amendments().stream().anyMatch(each -> each.field().equals(field));
    }

    private static Map<String, List<String>> valuesOf(Placement placement) {
        Story story = placement.story();
        @Nullable WebAddress url = story.url();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("url", value(url == null ? null : url.value()));
        values.put("outlet", value(story.outlet()));
        values.put("headline", value(story.headline()));
        values.put("format", value(Words.of(story.format())));
        values.put("publishedAt", value(placement.publication().at().toString()));
        values.put("zone", value(placement.publication().zone().getId()));
        values.put("tone", value(Words.of(story.tone())));
        values.put("forwardability", value(placement.forwardability().word()));
        values.put("note", value(placement.note().text()));
        values.put("topic", value(story.topic()));
        values.put("spokesperson", value(story.spokesperson()));
        values.put("quote", value(story.quote()));
        values.put("whyItMatters", value(story.whyItMatters()));
        values.put("holdingLine", value(story.holdingLine()));
        values.put("segments", placement.note().segments());
        values.put("personas", placement.note().personas());
        values.put("expiresAt", value(placement.expiresAt().toString()));
        return values;
    }

    /// A text as a value of a field.
    public static List<String> value(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }
}
