package app.prtosales.aws.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Puts and deletes many items, in several parallel batches, until all are written.
final class BatchWriter {

    /// DynamoDB's limit for a batch.
    private static final int BATCH = 25;

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
        List<Callable<Void>> batches = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += BATCH) {
            List<WriteRequest> batch =
                    requests.subList(from, Math.min(requests.size(), from + BATCH));
            batches.add(() -> {
                writeAll(batch);
                return null;
            });
        }
        if (!batches.isEmpty()) {
            atOnce(batches);
        }
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
                        "%d items stayed unwritten".formatted(unwritten.size()));
            }
            rest = unwritten;
            Backoff.pause(stalled);
        }
    }

    private static void atOnce(List<Callable<Void>> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing a batch", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed);
        }
    }
}
