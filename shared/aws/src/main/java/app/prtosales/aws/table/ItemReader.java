package app.prtosales.aws.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads the attributes of an item, or of a map inside one, and names those that are missing or of
/// the wrong type.
record ItemReader(Map<String, AttributeValue> attributes) {

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return typed(required(name).s(), name, "a string");
    }

    @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        return Long.parseLong(typed(required(name).n(), name, "a number"));
    }

    int count(String name) {
        return Integer.parseInt(typed(required(name).n(), name, "a number"));
    }

    /// False if the attribute is missing.
    boolean flag(String name) {
        return has(name) && typed(required(name).bool(), name, "true or false");
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    @Nullable Instant instantOrNull(String name) {
        return has(name) ? instant(name) : null;
    }

    <E extends Enum<E>> E choice(Class<E> choices, String name) {
        return Enum.valueOf(choices, text(name));
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(Class<E> choices, String name) {
        return has(name) ? choice(choices, name) : null;
    }

    List<AttributeValue> list(String name) {
        AttributeValue value = required(name);
        return typed(value.hasL() ? value.l() : null, name, "a list");
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (AttributeValue each : list(name)) {
            texts.add(typed(each.s(), name, "a list of strings"));
        }
        return texts;
    }

    ItemReader map(String name) {
        AttributeValue value = required(name);
        return new ItemReader(typed(value.hasM() ? value.m() : null, name, "a map"));
    }

    private AttributeValue required(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "the item %s has no %s".formatted(attributes.get(Keys.SK), name));
        }
        return value;
    }

    private static <T> T typed(@Nullable T value, String name, String type) {
        if (value == null) {
            throw new IllegalStateException("%s is not %s".formatted(name, type));
        }
        return value;
    }
}
