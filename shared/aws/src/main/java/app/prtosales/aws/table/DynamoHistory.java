package app.prtosales.aws.table;

import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The history in the table. [HistoryWriter] knows the format of an entry.
public final class DynamoHistory implements History {

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoHistory(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public void note(HistoryEntry entry) {
        put.ifAbsent(HistoryWriter.toItem(entry));
    }

    @Override
    public List<HistoryEntry> of(String subject) {
        return reads.unreadable()
                .readable(
                        reads.partition(HistoryWriter.partition(subject)), HistoryWriter::fromItem);
    }
}
