package app.prtosales.aws.table;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The ledger in the table: a partition for each subject, an item for each email.
public final class DynamoLedger implements Ledger {

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoLedger(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public boolean add(Delivery planned) {
        return put.ifAbsent(DeliveryItem.toItem(planned));
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return reads.item(DeliveryItem.partition(id.subject()), DeliveryItem.sortKey(id))
                .map(item -> reads.unreadable().read(item, DeliveryItem::fromItem));
    }

    @Override
    public List<Delivery> about(String subject) {
        return reads.unreadable()
                .readable(reads.partition(DeliveryItem.partition(subject)), DeliveryItem::fromItem);
    }

    @Override
    public List<Delivery> between(DeliveryId first, DeliveryId last) {
        List<ItemReader> rows =
                reads.between(
                        DeliveryItem.partition(first.subject()),
                        DeliveryItem.sortKey(first),
                        DeliveryItem.sortKey(last));
        return reads.unreadable().readable(rows, DeliveryItem::fromItem);
    }

    @Override
    public boolean replace(Delivery before, Delivery changed) {
        return put.ifVersionIs(before.version(), DeliveryItem.toItem(changed));
    }
}
