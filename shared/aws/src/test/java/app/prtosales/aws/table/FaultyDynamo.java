package app.prtosales.aws.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// DynamoDB on a busy day: transactions conflict, batches come back half done, and others write
/// between two calls.
final class FaultyDynamo implements DynamoDbClient {

    private final DynamoDbClient real;
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger halves = new AtomicInteger();
    private final AtomicInteger transactions = new AtomicInteger();
    private Runnable beforeTransaction = () -> {};
    private Runnable afterGet = () -> {};

    FaultyDynamo(DynamoDbClient real) {
        this.real = real;
    }

    /// Makes the next transactions conflict.
    FaultyDynamo conflicting(int times) {
        conflicts.set(times);
        return this;
    }

    /// Makes the next batches come back with only one item done.
    FaultyDynamo halving(int times) {
        halves.set(times);
        return this;
    }

    /// Runs this before each transaction.
    FaultyDynamo beforeTransaction(Runnable happening) {
        beforeTransaction = happening;
        return this;
    }

    /// Runs this once, after the next read of an item.
    FaultyDynamo afterGet(Runnable happening) {
        afterGet = happening;
        return this;
    }

    int transactions() {
        return transactions.get();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        transactions.incrementAndGet();
        if (conflicts.getAndDecrement() > 0) {
            List<CancellationReason> reasons = new ArrayList<>();
            for (int i = 0; i < request.transactItems().size(); i++) {
                String code = i == 0 ? "TransactionConflict" : "None";
                reasons.add(CancellationReason.builder().code(code).build());
            }
            throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
        }
        beforeTransaction.run();
        return real.transactWriteItems(request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        if (halves.getAndDecrement() <= 0) {
            return real.batchWriteItem(request);
        }
        String table = request.requestItems().keySet().iterator().next();
        List<WriteRequest> wanted = request.requestItems().getOrDefault(table, List.of());
        real.batchWriteItem(write -> write.requestItems(Map.of(table, wanted.subList(0, 1))));
        Map<String, List<WriteRequest>> undone =
                wanted.size() == 1 ? Map.of() : Map.of(table, wanted.subList(1, wanted.size()));
        return BatchWriteItemResponse.builder().unprocessedItems(undone).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        if (halves.getAndDecrement() <= 0) {
            return real.batchGetItem(request);
        }
        Map.Entry<String, KeysAndAttributes> wanted =
                request.requestItems().entrySet().iterator().next();
        List<Map<String, AttributeValue>> keys = wanted.getValue().keys();
        BatchGetItemResponse done =
                real.batchGetItem(
                        get -> get.requestItems(Map.of(wanted.getKey(), some(keys.subList(0, 1)))));
        return keys.size() == 1
                ? done
                : done.toBuilder()
                        .unprocessedKeys(
                                Map.of(wanted.getKey(), some(keys.subList(1, keys.size()))))
                        .build();
    }

    private static KeysAndAttributes some(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        GetItemResponse answer = real.getItem(request);
        Runnable happening = afterGet;
        afterGet = () -> {};
        happening.run();
        return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return real.putItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return real.query(request);
    }

    @Override
    public String serviceName() {
        return real.serviceName();
    }

    @Override
    public void close() {
        // The real client is shared and stays open.
    }
}
