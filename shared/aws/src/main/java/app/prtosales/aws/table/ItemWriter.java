package app.prtosales.aws.table;

import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Collects the attributes of an item, or of a map inside one. Null values are left out.
final class ItemWriter {

    private final Map<String, AttributeValue> attributes = new HashMap<>();

    private ItemWriter() {}

    static ItemWriter item(String pk, String sk) {
        return new ItemWriter().text(Keys.PK, pk).text(Keys.SK, sk);
    }

    static ItemWriter map() {
        return new ItemWriter();
    }

    ItemWriter text(String name, @Nullable String value) {
        return value == null ? this : attribute(name, AttributeValue.fromS(value));
    }

    ItemWriter number(String name, long value) {
        return attribute(name, AttributeValue.fromN(Long.toString(value)));
    }

    ItemWriter flag(String name, boolean value) {
        return attribute(name, AttributeValue.fromBool(value));
    }

    /// With full precision, unlike in a key.
    ItemWriter instant(String name, @Nullable Instant value) {
        return value == null ? this : text(name, value.toString());
    }

    ItemWriter choice(String name, @Nullable Enum<?> value) {
        return value == null ? this : text(name, value.name());
    }

    ItemWriter texts(String name, List<String> values) {
        return list(name, values.stream().map(AttributeValue::fromS).collect(toList()));
    }

    ItemWriter list(String name, List<AttributeValue> values) {
        return attribute(name, AttributeValue.fromL(values));
    }

    ItemWriter map(String name, Map<String, AttributeValue> value) {
        return attribute(name, AttributeValue.fromM(value));
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    private ItemWriter attribute(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }
}
