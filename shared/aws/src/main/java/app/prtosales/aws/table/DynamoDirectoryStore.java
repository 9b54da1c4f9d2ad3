package app.prtosales.aws.table;

import app.prtosales.aws.table.DirectoryItem.Head;
import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The directory's lists in the table. A list is written as pages of a new generation, and then the
/// head switches to them; the next replacement removes whatever a crash left behind.
public final class DynamoDirectoryStore implements DirectoryStore {

    private final String table;
    private final Reads reads;
    private final BatchWriter batch;
    private final Transactions transactions;

    /// The lists as last read. The pages of a generation never change, so only the head is read
    /// again.
    private final Map<ListName, Read> lastRead = new ConcurrentHashMap<>();

    public DynamoDirectoryStore(DynamoDbClient dynamo, String table) {
        this.table = table;
        this.reads = new Reads(dynamo, table);
        this.batch = new BatchWriter(dynamo, table);
        this.transactions = new Transactions(dynamo, table);
    }

    @Override
    public StoredList load(ListName list) {
        return load(list, head(list));
    }

    @Override
    public Map<ListName, StoredList> load(Set<ListName> lists) {
        Map<String, ItemReader> heads =
                reads.byPartition(
                        lists.stream()
                                .map(list ->
                                        Keys.key(DirectoryItem.partition(list), DirectoryItem.HEAD))
                                .toList());
        Map<ListName, StoredList> stored = new EnumMap<>(ListName.class);
        for (ListName list : lists) {
            ItemReader head = heads.get(DirectoryItem.partition(list));
            stored.put(list, load(list, head == null ? Head.NONE : read(head)));
        }
        return stored;
    }

    private StoredList load(ListName list, Head found) {
        Head head = found;
        for (int attempt = 1; ; attempt++) {
            Read last = lastRead.get(list);
            if (last != null && last.generation().equals(head.generation())) {
                return last.list();
            }
            DirectoryItem.Pages pages = pages(list, head);
            // Fewer pages than the head says: a newer list replaced this one between the two reads.
            if (pages.count() == head.pages()) {
                StoredList stored = new StoredList(head.version(), pages.rows());
                lastRead.put(list, new Read(head.generation(), stored));
                return stored;
            }
            if (attempt == Backoff.ATTEMPTS) {
                throw new IllegalStateException("pages of the list %s are missing".formatted(list));
            }
            Backoff.pause(attempt);
            head = head(list);
        }
    }

    @Override
    public boolean replace(ListName list, long before, List<Row> rows, HistoryEntry entry) {
        List<Row> sorted =
                rows.stream()
                        .sorted(Comparator.comparing((Row row) -> row.text(list.key())))
                        .toList();
        String generation = DirectoryItem.generation(before + 1, sorted);
        List<Map<String, AttributeValue>> pages = DirectoryItem.pages(list, generation, sorted);
        batch.put(pages);
        Head head = new Head(before + 1, pages.size(), generation);
        boolean replaced = transactions.write(List.of(putOver(before, list, head)), List.of(entry));
        removeObsoletePages(list, replaced ? head : head(list));
        return replaced;
    }

    @Override
    public void putAside(ListName list, String row, String why) {
        reads.unreadable().putAside(DirectoryItem.partition(list), DirectoryItem.ROW + row, why);
    }

    private TransactWriteItem putOver(long before, ListName list, Head head) {
        Put.Builder put = Put.builder().tableName(table).item(DirectoryItem.toItem(list, head));
        if (before == 0) {
            put.conditionExpression(Keys.NOT_STORED_YET);
        } else {
            put.conditionExpression("version = :before")
                    .expressionAttributeValues(
                            Map.of(":before", AttributeValue.fromN(Long.toString(before))));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    /// Removes all pages except the current ones and those of a later version, whose writer has yet
    /// to switch to them.
    private void removeObsoletePages(ListName list, Head current) {
        String currentPages = DirectoryItem.pagePrefix(current.generation());
        batch.delete(
                reads.keysBeginningWith(DirectoryItem.partition(list), DirectoryItem.PAGE).stream()
                        .filter(key -> DirectoryItem.versionOf(key) <= current.version())
                        .filter(key -> !key.text(Keys.SK).startsWith(currentPages))
                        .map(ItemReader::attributes)
                        .toList());
    }

    private Head head(ListName list) {
        Optional<ItemReader> head = reads.item(DirectoryItem.partition(list), DirectoryItem.HEAD);
        return head.map(this::read).orElse(Head.NONE);
    }

    private Head read(ItemReader head) {
        return reads.unreadable().read(head, DirectoryItem::headFrom);
    }

    private DirectoryItem.Pages pages(ListName list, Head head) {
        DirectoryItem.Pages pages = new DirectoryItem.Pages(reads.unreadable());
        if (head.pages() > 0) {
            reads.eachBeginningWith(
                    DirectoryItem.partition(list),
                    DirectoryItem.pagePrefix(head.generation()),
                    pages::add);
        }
        return pages;
    }

    private record Read(String generation, StoredList list) {}
}
