package app.prtosales.local.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local inside this process, in memory or on disk. Its own launchers are slow and bind
/// every network interface, so this class starts it directly.
final class DynamoEdge implements AutoCloseable {

    /// DynamoDB Local's name for the database that all credentials and regions share.
    private static final String ACCOUNT = "shared-local-instance";

    private static final int BATCH = 25;

    private final LocalDynamoDBRequestHandler database;
    private final LocalDynamoDBServerHandler http;

    private DynamoEdge(LocalDynamoDBRequestHandler database) {
        this.database = database;
        this.http = new LocalDynamoDBServerHandler(database, null);
    }

    /// Opens the database in a folder, or in memory if the folder is null.
    static DynamoEdge open(@Nullable Path folder) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new DynamoEdge(
                    new LocalDynamoDBRequestHandler(
                            0,
                            folder == null,
                            folder == null ? null : folder.toString(),
                            true,
                            false));
        } catch (IOException | DynamoDBLocalServiceException broken) {
            throw new UncheckedIOException(
                    new IOException("the database did not start: " + broken.getMessage(), broken));
        }
    }

    /// Handles the requests with `X-Amz-Target: DynamoDB_…`.
    Handler http() {
        return http;
    }

    /// Creates the table unless it exists.
    void create(TableDefinition table) {
        if (isThere(table)) {
            return;
        }
        database.createTable(ACCOUNT, LocalStack.REGION, table.creation());
        if (table.timeToLive() != null) {
            database.updateTimeToLive(
                    ACCOUNT,
                    LocalStack.REGION,
                    UpdateTimeToLiveRequest.builder()
                            .tableName(table.name())
                            .timeToLiveSpecification(
                                    TimeToLiveSpecification.builder()
                                            .attributeName(table.timeToLive())
                                            .enabled(true)
                                            .build())
                            .build());
        }
    }

    private boolean isThere(TableDefinition table) {
        return database.listTables(ACCOUNT, LocalStack.REGION, ListTablesRequest.builder().build())
                .tableNames()
                .contains(table.name());
    }

    /// The lowest sort key in a partition of an index.
    Optional<String> first(TableDefinition table, TableDefinition.Index index, String partition) {
        QueryRequest request =
                QueryRequest.builder()
                        .tableName(table.name())
                        .indexName(index.name())
                        .keyConditionExpression("#p = :p")
                        .expressionAttributeNames(Map.of("#p", index.keys().get(0)))
                        .expressionAttributeValues(
                                Map.of(":p", AttributeValue.builder().s(partition).build()))
                        .limit(1)
                        .build();
        List<Map<String, AttributeValue>> items =
                database.query(ACCOUNT, LocalStack.REGION, request).items();
        return items.stream()
                .findFirst()
                .map(item -> item.get(index.keys().get(1)))
                .map(AttributeValue::s);
    }

    /// Removes every item of the table.
    void clear(TableDefinition table) {
        List<WriteRequest> deletions = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            ScanRequest.Builder scan = ScanRequest.builder().tableName(table.name());
            if (!from.isEmpty()) {
                scan.exclusiveStartKey(from);
            }
            var page = database.scan(ACCOUNT, LocalStack.REGION, scan.build());
            for (Map<String, AttributeValue> item : page.items()) {
                Map<String, AttributeValue> key = new HashMap<>(item);
                key.keySet().retainAll(table.keys());
                deletions.add(
                        WriteRequest.builder()
                                .deleteRequest(DeleteRequest.builder().key(key).build())
                                .build());
            }
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
        for (int start = 0; start < deletions.size(); start += BATCH) {
            List<WriteRequest> batch =
                    deletions.subList(start, Math.min(start + BATCH, deletions.size()));
            database.batchWriteItem(
                    ACCOUNT,
                    LocalStack.REGION,
                    BatchWriteItemRequest.builder()
                            .requestItems(Map.of(table.name(), batch))
                            .build());
        }
    }

    @Override
    public void close() {
        database.shutdown();
    }
}
