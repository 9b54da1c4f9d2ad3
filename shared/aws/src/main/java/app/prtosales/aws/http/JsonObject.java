package app.prtosales.aws.http;

import app.prtosales.text.Problems;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a JSON object by type. A field of the wrong type is recorded as a problem
/// and then treated as missing; so is null, without a problem.
public final class JsonObject {

    /// The most decimal places, or zeros added by an exponent, that a number may have. Written out,
    /// a number such as 1e999999999 would fill the memory.
    private static final int LONGEST_NUMBER = 40;

    private final JsonNode object;
    private final String prefix;
    private final Problems problems;

    private JsonObject(JsonNode object, String prefix, Problems problems) {
        this.object = object;
        this.prefix = prefix;
        this.problems = problems;
    }

    static JsonObject of(JsonNode object) {
        return new JsonObject(object, "", new Problems());
    }

    /// The problems found so far, including those of nested objects.
    public Problems problems() {
        return problems;
    }

    /// The names of the fields, in order.
    public List<String> names() {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /// Adds a problem for every other field.
    public void onlyKnows(List<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                problems.add(
                        field(shown(name)),
                        "is not a known field; the known fields are %s"
                                .formatted(String.join(", ", known)));
            }
        }
    }

    public @Nullable String text(String name) {
        return typed(name, JsonNode::isTextual, JsonNode::textValue, "must be a string");
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode list = object.path(name);
        list.forEach(element ->
                texts.addAll(element.isTextual() ? List.of(element.textValue()) : List.of()));
        if (has(name) && !(list.isArray() && list.size() == texts.size())) {
            problems.add(field(name), "must be a list of strings");
            return List.of();
        }
        return texts;
    }

    public @Nullable Boolean flag(String name) {
        return typed(name, JsonNode::isBoolean, JsonNode::booleanValue, "must be true or false");
    }

    public @Nullable BigDecimal number(String name) {
        BigDecimal number =
                typed(name, JsonNode::isNumber, JsonNode::decimalValue, "must be a number");
        if (number != null && Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            problems.add(field(name), "must be a number of at most 40 digits");
            return null;
        }
        return number;
    }

    /// The objects in a list; their fields are named like `items[3].email`.
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        if (!has(name)) {
            return objects;
        }
        JsonNode list = object.path(name);
        if (!list.isArray()) {
            problems.add(field(name), "must be a list of objects");
            return objects;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = "%s[%d]".formatted(field(name), i);
            if (list.path(i).isObject()) {
                objects.add(new JsonObject(list.path(i), at + ".", problems));
            } else {
                problems.add(at, "must be an object");
            }
        }
        return objects;
    }

    /// A nested object; its fields are named like `from.headline`. An empty one if it is missing.
    public JsonObject object(String name) {
        if (has(name) && !object.path(name).isObject()) {
            problems.add(field(name), "must be an object");
        }
        return new JsonObject(object.path(name), field(name) + ".", problems);
    }

    /// The number of elements in a list, whatever they are.
    public int size(String name) {
        return object.path(name).size();
    }

    /// Whether the field is present and not null.
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /// The field's full name, starting at the root of the body.
    public String field(String name) {
        return prefix + name;
    }

    private <T> @Nullable T typed(
            String name, Predicate<JsonNode> isOne, Function<JsonNode, T> read, String otherwise) {
        JsonNode value = object.path(name);
        if (isOne.test(value)) {
            return read.apply(value);
        }
        if (has(name)) {
            problems.add(field(name), otherwise);
        }
        return null;
    }

    /// A stranger chose this name, so it is shown only up to a limit.
    private static String shown(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
