package app.prtosales.aws.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Reads that return complete results, however many calls to DynamoDB that takes. All of them are
/// strongly consistent, except [#atMost] on an index.
final class Reads {

    /// DynamoDB's limit on keys in one call.
    private static final int BATCH = 100;

    private final DynamoDbClient dynamo;
    private final String table;
    private final UnreadableItems unreadable;

    Reads(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.unreadable = new UnreadableItems(dynamo, table);
    }

    /// Reads items so that a bad one affects only itself.
    UnreadableItems unreadable() {
        return unreadable;
    }

    Optional<ItemReader> item(String pk, String sk) {
        return item(Keys.key(pk, sk));
    }

    Optional<ItemReader> item(Map<String, AttributeValue> key) {
        GetItemResponse found =
                dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return found.hasItem() ? Optional.of(new ItemReader(found.item())) : Optional.empty();
    }

    /// All items of a partition, sorted by sort key.
    List<ItemReader> partition(String pk) {
        return all(ofPartition(pk).build());
    }

    /// The items whose sort key starts with `prefix`.
    List<ItemReader> beginningWith(String pk, String prefix) {
        return all(beginningWithQuery(pk, prefix).build());
    }

    /// Passes on the items one by one, so that at most one response of DynamoDB is in memory.
    void eachBeginningWith(String pk, String prefix, Consumer<ItemReader> each) {
        read(beginningWithQuery(pk, prefix).build(), each, () -> false);
    }

    /// The items whose sort key is between the two, inclusive.
    List<ItemReader> between(String pk, String from, String to) {
        return all(
                query().keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :to")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk",
                                        AttributeValue.fromS(pk),
                                        ":from",
                                        AttributeValue.fromS(from),
                                        ":to",
                                        AttributeValue.fromS(to)))
                        .build());
    }

    /// Only the keys of the items whose sort key starts with `prefix`.
    List<ItemReader> keysBeginningWith(String pk, String prefix) {
        return all(beginningWithQuery(pk, prefix).projectionExpression("PK, SK").build());
    }

    /// The last items whose sort key starts with `prefix`, in reverse order.
    ///
    /// @param before only items with a smaller sort key; empty for all
    List<ItemReader> lastBeginningWith(
            String pk, String prefix, Optional<String> before, int limit) {
        QueryRequest.Builder query =
                beginningWithQuery(pk, prefix).scanIndexForward(false).limit(limit);
        before.ifPresent(sk -> query.exclusiveStartKey(Keys.key(pk, sk)));
        return atMost(limit, query.build());
    }

    /// At most this many items of a query.
    List<ItemReader> atMost(int limit, QueryRequest query) {
        List<ItemReader> items = new ArrayList<>();
        read(query, items::add, () -> items.size() >= limit);
        return items.size() <= limit ? items : items.subList(0, limit);
    }

    /// Reads page by page until there are enough items or no more.
    private void read(QueryRequest query, Consumer<ItemReader> each, BooleanSupplier enough) {
        QueryResponse page = dynamo.query(query);
        page.items().forEach(item -> each.accept(new ItemReader(item)));
        while (page.hasLastEvaluatedKey() && !enough.getAsBoolean()) {
            Map<String, AttributeValue> next = page.lastEvaluatedKey();
            page = dynamo.query(query.toBuilder().exclusiveStartKey(next).build());
            page.items().forEach(item -> each.accept(new ItemReader(item)));
        }
    }

    /// The items with these keys, by partition key, which must be unique; missing items are left
    /// out.
    Map<String, ItemReader> byPartition(List<Map<String, AttributeValue>> keys) {
        Map<String, ItemReader> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            List<Map<String, AttributeValue>> rest =
                    keys.subList(from, Math.min(keys.size(), from + BATCH));
            int stalled = 0;
            while (!rest.isEmpty()) {
                BatchGetItemResponse answer = batch(rest);
                for (Map<String, AttributeValue> attributes :
                        answer.responses().getOrDefault(table, List.of())) {
                    ItemReader item = new ItemReader(attributes);
                    found.put(item.text(Keys.PK), item);
                }
                List<Map<String, AttributeValue>> unread = unprocessed(answer);
                if (!unread.isEmpty()) {
                    stalled = unread.size() < rest.size() ? 1 : stalled + 1;
                    if (stalled == Backoff.ATTEMPTS) {
                        throw new IllegalStateException(
                                "DynamoDB left %d items unread".formatted(unread.size()));
                    }
                    Backoff.pause(stalled);
                }
                rest = unread;
            }
        }
        return found;
    }

    private BatchGetItemResponse batch(List<Map<String, AttributeValue>> keys) {
        KeysAndAttributes wanted =
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        return dynamo.batchGetItem(get -> get.requestItems(Map.of(table, wanted)));
    }

    private List<Map<String, AttributeValue>> unprocessed(BatchGetItemResponse answer) {
        return answer.hasUnprocessedKeys() && answer.unprocessedKeys().containsKey(table)
                ? answer.unprocessedKeys().get(table).keys()
                : List.of();
    }

    private List<ItemReader> all(QueryRequest query) {
        return atMost(Integer.MAX_VALUE, query);
    }

    private QueryRequest.Builder query() {
        return QueryRequest.builder().tableName(table).consistentRead(true);
    }

    private QueryRequest.Builder ofPartition(String pk) {
        return query().keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)));
    }

    private QueryRequest.Builder beginningWithQuery(String pk, String prefix) {
        return query().keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
                .expressionAttributeValues(
                        Map.of(
                                ":pk",
                                AttributeValue.fromS(pk),
                                ":prefix",
                                AttributeValue.fromS(prefix)));
    }
}
