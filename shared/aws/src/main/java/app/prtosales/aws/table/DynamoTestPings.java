package app.prtosales.aws.table;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.testping.TestPing;
import app.prtosales.testping.TestPings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The requested test emails, in the table.
public final class DynamoTestPings implements TestPings {

    private final Reads reads;
    private final ConditionalPut put;
    private final InstantSource clock;

    /// @param clock determines when the table may delete a test
    public DynamoTestPings(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
        this.clock = clock;
    }

    @Override
    public boolean add(TestPing test) {
        return put.ifAbsent(TestPingItem.toItem(test, clock.instant()));
    }

    @Override
    public Optional<TestPing> find(DeliveryId id) {
        return reads.item(TestPingItem.partition(id.recipient()), TestPingItem.sortKey(id))
                .map(item -> reads.unreadable().read(item, TestPingItem::fromItem));
    }

    @Override
    public List<TestPing> of(String person, String subject) {
        return reads.unreadable()
                .readable(
                        reads.beginningWith(TestPingItem.partition(person), subject + "#"),
                        TestPingItem::fromItem);
    }
}
