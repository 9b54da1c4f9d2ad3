package app.prtosales.aws.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Moves unreadable items out of the index of due items, and back. It uses only their place in the
/// index and keeps every other attribute.
final class DueIndex {

    private static final AttributeValue DUE = AttributeValue.fromS(PlacementItem.DUE);
    private static final AttributeValue ASIDE = AttributeValue.fromS(AsideItem.PARTITION);

    /// In an unreadable item, these may have any type or be missing.
    private static final List<String> SEEN =
            List.of(Keys.DUE_PK, Keys.DUE_SK, PlacementItem.VERSION);

    private final Reads reads;
    private final ConditionalPut put;

    DueIndex(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    void putAside(String partition, String sortKey) {
        move(partition, sortKey, DUE, ASIDE);
    }

    void pickUp(String partition, String sortKey) {
        move(partition, sortKey, ASIDE, DUE);
    }

    private void move(String partition, String sortKey, AttributeValue from, AttributeValue to) {
        reads.item(partition, sortKey)
                .map(ItemReader::attributes)
                .filter(item -> from.equals(item.get(Keys.DUE_PK)))
                .ifPresent(item -> put.ifUnchanged(item, SEEN, moved(item, to)));
    }

    private static Map<String, AttributeValue> moved(
            Map<String, AttributeValue> item, AttributeValue to) {
        Map<String, AttributeValue> moved = new HashMap<>(item);
        moved.put(Keys.DUE_PK, to);
        return moved;
    }
}
