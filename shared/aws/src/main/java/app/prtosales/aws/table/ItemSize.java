package app.prtosales.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The size of an item as DynamoDB counts it; the limit is 400 KB.
final class ItemSize {

    /// Items are filled up to this size, far enough below the limit that an estimate suffices.
    static final int COMFORTABLE = 200_000;

    private static final int CONTAINER = 3;

    private ItemSize() {}

    static int of(Map<String, AttributeValue> attributes) {
        int size = CONTAINER;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            size += 1 + bytes(attribute.getKey()) + of(attribute.getValue());
        }
        return size;
    }

    static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case M -> of(value.m());
            case L -> of(value.l());
            // A byte for every two digits plus one; the remaining types are flags.
            case N -> value.n().length() / 2 + 2;
            default -> 1;
        };
    }

    private static int of(List<AttributeValue> values) {
        int size = CONTAINER;
        for (AttributeValue value : values) {
            size += 1 + of(value);
        }
        return size;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
