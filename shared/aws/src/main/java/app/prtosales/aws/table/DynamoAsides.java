package app.prtosales.aws.table;

import app.prtosales.aside.Aside;
import app.prtosales.aside.Asides;
import app.prtosales.audit.AuditWeek;
import app.prtosales.directory.Directory;
import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.ListName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The items set aside, in the table: a marker for each. A placement that was due keeps its sort
/// key in the index `due` under another partition, which no tick reads, and is moved back later.
public final class DynamoAsides implements Asides {

    private final Reads reads;
    private final ConditionalPut put;
    private final DueIndex due;
    private final DirectoryStore lists;
    private final DynamoAudits audits;

    public DynamoAsides(DynamoDbClient dynamo, String table, DirectoryStore lists) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
        this.due = new DueIndex(dynamo, table);
        this.lists = lists;
        this.audits = new DynamoAudits(dynamo, table);
    }

    @Override
    public List<Aside> open() {
        return reads.partition(AsideItem.PARTITION).stream().map(AsideItem::fromItem).toList();
    }

    @Override
    public boolean pickUp(Aside aside) {
        if (!isMended(aside)) {
            return false;
        }
        due.pickUp(aside.partition(), aside.item());
        put.remove(AsideItem.key(aside));
        return true;
    }

    @Override
    public void told(List<Aside> asides) {
        for (Aside aside : asides) {
            put.ifPresent(
                    AsideItem.toItem(
                            new Aside(aside.partition(), aside.item(), aside.problem(), true)));
        }
    }

    private boolean isMended(Aside aside) {
        Optional<ListName> list = DirectoryItem.listOf(aside.partition());
        if (list.isPresent() && aside.item().startsWith(DirectoryItem.ROW)) {
            String key = aside.item().substring(DirectoryItem.ROW.length());
            return lists.load(list.get()).rows().stream()
                    .filter(row -> row.text(list.get().key()).equals(key))
                    .allMatch(row -> Directory.isReadable(list.get(), row));
        }
        Optional<AuditWeek> week = WeeklyReportItem.weekOf(aside.partition());
        if (week.isPresent()) {
            return audits.isReadable(week.get());
        }
        return reads.item(aside.partition(), aside.item())
                .map(item -> UnreadableItems.isReadable(item, reading(aside)))
                .orElse(true);
    }

    /// How an item of this partition is read.
    private static Function<ItemReader, ?> reading(Aside aside) {
        String partition = aside.partition();
        if (partition.startsWith(PlacementItem.PREFIX)) {
            return PlacementItem::fromItem;
        }
        if (partition.startsWith(DeliveryItem.PREFIX)) {
            return DeliveryItem::fromItem;
        }
        if (partition.startsWith(ResponseItem.PREFIX)) {
            return ResponseItem::checked;
        }
        if (partition.startsWith(HistoryWriter.PREFIX)) {
            return HistoryWriter::fromItem;
        }
        if (partition.equals(PlacementIndexItem.PARTITION)) {
            return PlacementIndexItem::checked;
        }
        if (partition.equals(MailboxItem.PARTITION)) {
            return MailboxItem::fromItem;
        }
        if (partition.startsWith(DirectoryItem.PREFIX)) {
            return DirectoryItem::checked;
        }
        // Any other item is not checked here: its next reader sets it aside again if necessary.
        return item -> item;
    }
}
