package app.prtosales.aws.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/// Puts one item, on a condition.
final class ConditionalPut {

    private final DynamoDbClient dynamo;
    private final String table;

    ConditionalPut(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// @return false when an item is there already; then nothing was written
    boolean whereNothingIs(Map<String, AttributeValue> item) {
        return put(put(item).conditionExpression(Keys.NOT_YET_HELD).build());
    }

    /// @return false when an item is there that has this attribute; then nothing was written
    boolean withoutAttribute(String name, Map<String, AttributeValue> item) {
        return put(
                put(item)
                        .conditionExpression("attribute_not_exists(#name)")
                        .expressionAttributeNames(Map.of("#name", name))
                        .build());
    }

    /// @return false when the item there has another version; then nothing was written
    boolean over(long version, Map<String, AttributeValue> item) {
        return put(
                put(item)
                        .conditionExpression("version = :before")
                        .expressionAttributeValues(
                                Map.of(":before", AttributeValue.fromN(Long.toString(version))))
                        .build());
    }

    /// Whatever is there: for an item that says the same each time.
    void always(Map<String, AttributeValue> item) {
        dynamo.putItem(put(item).build());
    }

    private PutItemRequest.Builder put(Map<String, AttributeValue> item) {
        return PutItemRequest.builder().tableName(table).item(item);
    }

    private boolean put(PutItemRequest request) {
        try {
            dynamo.putItem(request);
            return true;
        } catch (ConditionalCheckFailedException anotherIsThere) {
            return false;
        }
    }
}
