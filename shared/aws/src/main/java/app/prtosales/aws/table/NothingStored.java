package app.prtosales.aws.table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The table for a rehearsal: reads are real; a put is sent to DynamoDB with a condition that never
/// holds, and then counts as done. Other writes are not supported.
public final class NothingStored implements DynamoDbClient {

    private static final String NEVER = "attribute_exists(PK) AND attribute_not_exists(PK)";

    private final DynamoDbClient dynamo;

    public NothingStored(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        try {
            return dynamo.transactWriteItems(
                    request.toBuilder()
                            .transactItems(
                                    request.transactItems().stream()
                                            .map(NothingStored::neverHolding)
                                            .toList())
                            .build());
        } catch (TransactionCanceledException asIntended) {
            return TransactWriteItemsResponse.builder().build();
        }
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        try {
            // DynamoDB rejects names and values that the condition does not use.
            return dynamo.putItem(
                    request.toBuilder()
                            .conditionExpression(NEVER)
                            .expressionAttributeNames(null)
                            .expressionAttributeValues(null)
                            .build());
        } catch (ConditionalCheckFailedException asIntended) {
            return PutItemResponse.builder().build();
        }
    }

    private static TransactWriteItem neverHolding(TransactWriteItem item) {
        Put put = item.put();
        if (put == null) {
            throw new UnsupportedOperationException("a rehearsal only puts items");
        }
        return TransactWriteItem.builder()
                .put(
                        put.toBuilder()
                                .conditionExpression(NEVER)
                                .expressionAttributeNames(null)
                                .expressionAttributeValues(null)
                                .build())
                .build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return dynamo.getItem(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return dynamo.batchGetItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return dynamo.query(request);
    }

    @Override
    public String serviceName() {
        return dynamo.serviceName();
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
