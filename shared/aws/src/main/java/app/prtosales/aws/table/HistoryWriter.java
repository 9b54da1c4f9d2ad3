package app.prtosales.aws.table;

import app.prtosales.history.HistoryEntry;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The only class that creates history items. An entry is put only where there is none yet, and is
/// never changed again (R5.10, invariant I8). If it describes a change, both are written in one
/// transaction.
final class HistoryWriter {

    static final String PREFIX = "HISTORY#";

    private HistoryWriter() {}

    static TransactWriteItem put(String table, HistoryEntry entry) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(toItem(entry))
                                .conditionExpression(Keys.NOT_STORED_YET))
                .build();
    }

    static String partition(String subject) {
        return PREFIX + subject;
    }

    /// The same entry has the same key, so writing it twice leaves one.
    static String sortKey(HistoryEntry entry) {
        return "%s#%s".formatted(Keys.instant(entry.at()), entry.key());
    }

    static Map<String, AttributeValue> toItem(HistoryEntry entry) {
        return ItemWriter.item(partition(entry.subject()), sortKey(entry))
                .text("subject", entry.subject())
                .instant("at", entry.at())
                .text("by", entry.by())
                .text("what", entry.what())
                .text("reason", entry.reason())
                .attributes();
    }

    static HistoryEntry fromItem(ItemReader item) {
        return new HistoryEntry(
                item.text("subject"),
                item.instant("at"),
                item.text("by"),
                item.text("what"),
                item.textOrNull("reason"));
    }
}
