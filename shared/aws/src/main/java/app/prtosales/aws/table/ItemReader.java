package app.prtosales.aws.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads the attributes of an item, or of a map inside one, and names what is missing.
record ItemReader(Map<String, AttributeValue> attributes) {

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return required(name).s();
    }

    @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        return Long.parseLong(required(name).n());
    }

    int count(String name) {
        return Integer.parseInt(required(name).n());
    }

    /// False where it was left out.
    boolean flag(String name) {
        return has(name) && required(name).bool();
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
        return required(name).l();
    }

    List<String> texts(String name) {
        return list(name).stream().map(AttributeValue::s).toList();
    }

    ItemReader map(String name) {
        return new ItemReader(required(name).m());
    }

    private AttributeValue required(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "the item %s has no %s".formatted(attributes.get(Keys.SK), name));
        }
        return value;
    }
}
