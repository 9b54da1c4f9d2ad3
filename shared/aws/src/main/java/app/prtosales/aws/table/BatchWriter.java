package app.prtosales.aws.table;

import app.prtosales.concurrent.Concurrently;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Puts or deletes many items, in parallel batches, and retries until all are written.
final class BatchWriter {

    /// DynamoDB's limit for a batch.
    private static final int BATCH = 25;

    private static final int AT_ONCE = 8;

    private final DynamoDbClient dynamo;
    private final String table;

    BatchWriter(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    void put(List<Map<String, AttributeValue>> items) {
        List<WriteRequest> puts = new ArrayList<>();
        for (Map<String, AttributeValue> item : items) {
            puts.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        }
        write(puts);
    }

    void delete(List<Map<String, AttributeValue>> keys) {
        List<WriteRequest> deletes = new ArrayList<>();
        for (Map<String, AttributeValue> key : keys) {
            deletes.add(WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build());
        }
        write(deletes);
    }

    private void write(List<WriteRequest> requests) {
        List<List<WriteRequest>> batches = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += BATCH) {
            batches.add(requests.subList(from, Math.min(requests.size(), from + BATCH)));
        }
        Concurrently.map(
                batches,
                AT_ONCE,
                batch -> {
                    writeAll(batch);
                    return batch;
                });
    }

    private void writeAll(List<WriteRequest> batch) {
        List<WriteRequest> rest = batch;
        int stalled = 0;
        while (true) {
            Map<String, List<WriteRequest>> wanted = Map.of(table, rest);
            List<WriteRequest> unwritten =
                    dynamo.batchWriteItem(write -> write.requestItems(wanted))
                            .unprocessedItems()
                            .getOrDefault(table, List.of());
            if (unwritten.isEmpty()) {
                return;
            }
            stalled = unwritten.size() < rest.size() ? 1 : stalled + 1;
            if (stalled == Backoff.ATTEMPTS) {
                throw new IllegalStateException(
                        "%d items are still unwritten after %d attempts without progress"
                                .formatted(unwritten.size(), stalled));
            }
            rest = unwritten;
            Backoff.pause(stalled);
        }
    }
}
