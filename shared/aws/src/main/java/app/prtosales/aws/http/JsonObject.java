package app.prtosales.aws.http;

import app.prtosales.aws.json.JsonValue;
import app.prtosales.text.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON object whose fields are taken out by type. What has another type is noted as a problem of
/// its field, and then counts as missing; null counts as missing too.
public final class JsonObject {

    private final JsonValue object;
    private final String prefix;
    private final Problems problems;

    private JsonObject(JsonValue object, String prefix, Problems problems) {
        this.object = object;
        this.prefix = prefix;
        this.problems = problems;
    }

    static JsonObject of(JsonValue object) {
        return new JsonObject(object, "", new Problems());
    }

    /// What was found wrong so far, here and in the objects within.
    public Problems problems() {
        return problems;
    }

    /// The names of the fields, in their order.
    public List<String> names() {
        return List.copyOf(object.fields().keySet());
    }

    /// Refuses every field that is not one of these.
    public void onlyKnows(List<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                problems.add(
                        field(shown(name)),
                        "is not a known field; known are %s".formatted(String.join(", ", known)));
            }
        }
    }

    public @Nullable String text(String name) {
        return typed(String.class, name, "must be a text");
    }

    public List<String> texts(String name) {
        @Nullable Object value = value(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue element : object.at(name).elements()) {
            element.text().ifPresent(texts::add);
        }
        if (!(value instanceof List<?> list) || list.size() != texts.size()) {
            problems.add(field(name), "must be a list of texts");
            return List.of();
        }
        return texts;
    }

    public @Nullable Boolean flag(String name) {
        return typed(Boolean.class, name, "must be true or false");
    }

    public @Nullable BigDecimal number(String name) {
        return value(name) instanceof Long whole
                ? BigDecimal.valueOf(whole)
                : typed(BigDecimal.class, name, "must be a number");
    }

    /// The objects of a list, which name their fields as `items[3].email`.
    public List<JsonObject> objects(String name) {
        @Nullable Object value = value(name);
        if (value == null) {
            return List.of();
        }
        List<JsonObject> objects = new ArrayList<>();
        List<JsonValue> elements = object.at(name).elements();
        for (int i = 0; i < elements.size(); i++) {
            String at = "%s[%d]".formatted(field(name), i);
            if (elements.get(i).isObject()) {
                objects.add(new JsonObject(elements.get(i), at + ".", problems));
            } else {
                problems.add(at, "must be an object");
            }
        }
        if (!(value instanceof List)) {
            problems.add(field(name), "must be a list of objects");
        }
        return objects;
    }

    /// Whether the field is there and not null.
    public boolean has(String name) {
        return value(name) != null;
    }

    /// The field's name from the root of the body on.
    public String field(String name) {
        return prefix + name;
    }

    private @Nullable Object value(String name) {
        return object.at(name).value();
    }

    private <T> @Nullable T typed(Class<T> type, String name, String otherwise) {
        @Nullable Object value = value(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        problems.add(field(name), otherwise);
        return null;
    }

    /// A stranger chose this name; it is shown, but not at any length.
    private static String shown(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
