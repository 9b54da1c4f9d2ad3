package app.prtosales.aws.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/// Puts an item if a condition on the stored one holds, or deletes an item.
final class ConditionalPut {

    private final DynamoDbClient dynamo;
    private final String table;

    ConditionalPut(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// @return false when there already is an item; then nothing was written
    boolean ifAbsent(Map<String, AttributeValue> item) {
        return put(put(item).conditionExpression(Keys.NOT_STORED_YET).build());
    }

    /// @return false when there is an item with this attribute; then nothing was written
    boolean ifWithoutAttribute(String name, Map<String, AttributeValue> item) {
        return put(
                put(item)
                        .conditionExpression("attribute_not_exists(#name)")
                        .expressionAttributeNames(Map.of("#name", name))
                        .build());
    }

    /// @return false when the stored item has another version; then nothing was written
    boolean ifVersionIs(long version, Map<String, AttributeValue> item) {
        return put(
                put(item)
                        .conditionExpression("version = :before")
                        .expressionAttributeValues(
                                Map.of(":before", AttributeValue.fromN(Long.toString(version))))
                        .build());
    }

    /// Puts without a condition. Only for items that have the same content each time they are
    /// written.
    void always(Map<String, AttributeValue> item) {
        dynamo.putItem(put(item).build());
    }

    /// @return false when there is no item; then nothing was written
    boolean ifPresent(Map<String, AttributeValue> item) {
        return put(put(item).conditionExpression("attribute_exists(PK)").build());
    }

    /// Puts only if these attributes of the stored item are still as they were read.
    ///
    /// @param before the item as it was read
    /// @return false if one of them was changed or removed in the meantime; then nothing was
    ///   written
    boolean ifUnchanged(
            Map<String, AttributeValue> before,
            List<String> attributes,
            Map<String, AttributeValue> item) {
        List<String> same = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        for (String attribute : attributes) {
            AttributeValue value = before.get(attribute);
            String number = Integer.toString(names.size());
            names.put("#a" + number, attribute);
            if (value == null) {
                same.add("attribute_not_exists(#a%s)".formatted(number));
            } else {
                same.add("#a%s = :a%s".formatted(number, number));
                values.put(":a" + number, value);
            }
        }
        return put(
                put(item)
                        .conditionExpression(String.join(" AND ", same))
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build());
    }

    /// Deletes the item; does nothing if there is none.
    void remove(Map<String, AttributeValue> key) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }

    private PutItemRequest.Builder put(Map<String, AttributeValue> item) {
        return PutItemRequest.builder().tableName(table).item(item);
    }

    private boolean put(PutItemRequest request) {
        try {
            dynamo.putItem(request);
            return true;
        } catch (ConditionalCheckFailedException conditionFailed) {
            return false;
        }
    }
}
