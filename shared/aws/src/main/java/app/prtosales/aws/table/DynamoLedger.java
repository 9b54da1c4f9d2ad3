package app.prtosales.aws.table;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The ledger in the table: a partition for each subject, an item for each mail.
public final class DynamoLedger implements Ledger {

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoLedger(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public boolean add(Delivery planned) {
        return put.whereNothingIs(DeliveryItem.toItem(planned));
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return reads.item(DeliveryItem.partition(id.subject()), DeliveryItem.sortKey(id))
                .map(DeliveryItem::fromItem);
    }

    @Override
    public List<Delivery> about(String subject) {
        return reads.partition(DeliveryItem.partition(subject)).stream()
                .map(DeliveryItem::fromItem)
                .toList();
    }

    @Override
    public List<Delivery> between(DeliveryId first, DeliveryId last) {
        return reads
                .between(
                        DeliveryItem.partition(first.subject()),
                        DeliveryItem.sortKey(first),
                        DeliveryItem.sortKey(last))
                .stream()
                .map(DeliveryItem::fromItem)
                .toList();
    }

    @Override
    public boolean replace(Delivery before, Delivery changed) {
        return put.over(before.version(), DeliveryItem.toItem(changed));
    }
}
