package app.prtosales.aws.table;

import app.prtosales.history.HistoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes a change together with its history entries: all or nothing.
final class Transactions {

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final List<String> TRANSIENT =
            List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamo;
    private final String table;

    Transactions(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// Retries while others are writing the same items. An entry that the history already has does
    /// not prevent its change: the same key means the same entry.
    ///
    /// @return false when a condition of `changes` does not hold; then nothing was written
    boolean write(List<TransactWriteItem> changes, List<HistoryEntry> entries) {
        List<HistoryEntry> toWrite = distinct(entries);
        for (int attempt = 1; ; attempt++) {
            try {
                dynamo.transactWriteItems(together(changes, toWrite));
                return true;
            } catch (TransactionCanceledException cancelled) {
                List<CancellationReason> reasons = cancelled.cancellationReasons();
                if (reasons.size() != changes.size() + toWrite.size()) {
                    throw cancelled;
                }
                if (reasons.subList(0, changes.size()).stream().anyMatch(Transactions::refused)) {
                    return false;
                }
                List<HistoryEntry> unwritten =
                        unwritten(toWrite, reasons.subList(changes.size(), reasons.size()));
                if (unwritten.size() < toWrite.size()) {
                    toWrite = unwritten;
                } else if (attempt == Backoff.ATTEMPTS
                        || reasons.stream().noneMatch(Transactions::isTransient)) {
                    throw cancelled;
                } else {
                    Backoff.pause(attempt);
                }
            }
        }
    }

    private TransactWriteItemsRequest together(
            List<TransactWriteItem> changes, List<HistoryEntry> entries) {
        List<TransactWriteItem> all = new ArrayList<>(changes);
        for (HistoryEntry entry : entries) {
            all.add(HistoryWriter.put(table, entry));
        }
        return TransactWriteItemsRequest.builder().transactItems(all).build();
    }

    private static List<HistoryEntry> distinct(List<HistoryEntry> entries) {
        Map<String, HistoryEntry> byKey = new LinkedHashMap<>();
        for (HistoryEntry entry : entries) {
            byKey.putIfAbsent(entry.subject() + "#" + HistoryWriter.sortKey(entry), entry);
        }
        return List.copyOf(byKey.values());
    }

    private static List<HistoryEntry> unwritten(
            List<HistoryEntry> entries, List<CancellationReason> reasons) {
        List<HistoryEntry> unwritten = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!refused(reasons.get(i))) {
                unwritten.add(entries.get(i));
            }
        }
        return unwritten;
    }

    private static boolean refused(CancellationReason reason) {
        return CONDITION_FAILED.equals(reason.code());
    }

    private static boolean isTransient(CancellationReason reason) {
        return TRANSIENT.contains(reason.code());
    }
}
