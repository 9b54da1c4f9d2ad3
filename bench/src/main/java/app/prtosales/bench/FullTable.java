package app.prtosales.bench;

import app.prtosales.aws.table.DynamoPlacements;
import app.prtosales.concurrent.Concurrently;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Fills the table faster than the product could: with the same items, but in batches and without
/// conditions.
final class FullTable {

    private static final Person PR = Person.withEmail("pr@sample-medtech.example");

    private static final ZoneId ZONE = ZoneId.of("UTC");

    /// DynamoDB's limit for a batch.
    private static final int BATCH = 25;

    private static final int WRITES_AT_ONCE = 4;

    /// The number of placements held in memory at once.
    private static final int SLICE = 1_000;

    private static final int TEAM = 50;

    /// Beyond the numbers that fill the table. It is a whole number of five-day rounds, so the
    /// first of them is published right at `begin`.
    private static final int FIRST_DUE = 1_000 * 5 * 24 * 60;

    private final DynamoDbClient dynamo;
    private final String table;

    FullTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// Adds judged placements, each of which next becomes due at the end of its shelf life, months
    /// from now.
    void fill(int placements, Instant now) {
        Instant begin = now.minus(Duration.ofDays(7));
        for (int from = 0; from < placements; from += SLICE) {
            List<Map<String, AttributeValue>> items = new ArrayList<>();
            for (int number = from; number < Math.min(from + SLICE, placements); number++) {
                Placement judged = BusyWeek.placement(number, begin, ZONE, TEAM, PR);
                items.addAll(items(judged.distributed().askingOwnersAt(null).remindedOfKit()));
            }
            write(items);
        }
    }

    /// Adds, or resets, placements whose pings should have gone out an hour ago.
    void makeDue(int placements, Instant now) {
        Instant begin = now.minus(Duration.ofHours(2));
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int number = 0; number < placements; number++) {
            items.addAll(items(BusyWeek.accepted(FIRST_DUE + number, begin, ZONE, PR)));
        }
        write(items);
    }

    /// The items that the product writes when it accepts a placement.
    private List<Map<String, AttributeValue>> items(Placement placement) {
        Recorder recorder = new Recorder();
        new DynamoPlacements(recorder, table)
                .add(
                        placement,
                        new Placements.Request(PR.id(), placement.id().value(), null),
                        new HistoryEntry(
                                placement.id().value(),
                                placement.acceptedAt(),
                                PR.id(),
                                "accepted",
                                null));
        return recorder.items;
    }

    private void write(List<Map<String, AttributeValue>> items) {
        List<List<Map<String, AttributeValue>>> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += BATCH) {
            batches.add(items.subList(from, Math.min(from + BATCH, items.size())));
        }
        Concurrently.map(batches, WRITES_AT_ONCE, this::writeBatch);
    }

    private boolean writeBatch(List<Map<String, AttributeValue>> items) {
        List<WriteRequest> puts =
                items.stream()
                        .map(item ->
                                WriteRequest.builder().putRequest(put -> put.item(item)).build())
                        .toList();
        BatchWriteItemResponse answer =
                dynamo.batchWriteItem(batch -> batch.requestItems(Map.of(table, puts)));
        if (!answer.unprocessedItems().isEmpty()) {
            throw new IllegalStateException("a batch was only partly written");
        }
        return true;
    }

    /// Records the items that would be written.
    private static final class Recorder implements DynamoDbClient {

        private final List<Map<String, AttributeValue>> items = new ArrayList<>();

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            for (TransactWriteItem each : request.transactItems()) {
                items.add(each.put().item());
            }
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
