package app.prtosales.aws.table;

import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Reads the history from the table. [HistoryWriter] writes it.
public final class DynamoHistory implements History {

    private final Reads reads;

    public DynamoHistory(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
    }

    @Override
    public List<HistoryEntry> of(String subject) {
        return reads.unreadable()
                .readable(
                        reads.partition(HistoryWriter.partition(subject)), HistoryWriter::fromItem);
    }
}
