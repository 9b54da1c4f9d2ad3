package app.prtosales.aws.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value of a JSON text, or nothing. Asking for what is not there gives nothing again, so that a
/// reader can walk down and ask once, at the end.
///
/// @param value a map, list, text, number, truth or null
public record JsonValue(@Nullable Object value) {

    private static final JsonValue NOTHING = new JsonValue(null);

    /// The field of an object.
    public JsonValue at(String field) {
        return value instanceof Map<?, ?> map ? of(map.get(field)) : NOTHING;
    }

    /// The element of a list.
    public JsonValue at(int index) {
        return value instanceof List<?> list && index < list.size() ? of(list.get(index)) : NOTHING;
    }

    public Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// An instant as AWS writes it, with whatever offset.
    public Optional<Instant> instant() {
        return text().flatMap(JsonValue::instant);
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    /// The elements of a list; none when it is not a list.
    public List<JsonValue> elements() {
        return value instanceof List<?> list
                ? list.stream().<JsonValue>map(JsonValue::of).toList()
                : List.of();
    }

    /// The fields of an object as a map; empty when it is not an object.
    @SuppressWarnings("unchecked") // Json makes maps with texts as keys only
    public Map<String, @Nullable Object> fields() {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    private static JsonValue of(@Nullable Object value) {
        return value == null ? NOTHING : new JsonValue(value);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    /// Never what is in it: it may hold an address (I10).
    @Override
    public String toString() {
        return value == null ? "nothing" : "a JSON " + value.getClass().getSimpleName();
    }
}
