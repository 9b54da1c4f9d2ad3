package app.prtosales.aws.table;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.Stop;
import app.prtosales.delivery.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// In the table: what was sent, what bounced or was marked as spam, and when sending was stopped.
public final class DynamoSendings implements Sendings {

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoSendings(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public void sent(Instant at, String chunk, int mails) {
        put.always(SendingItem.sent(at, chunk, mails));
    }

    @Override
    public void bounced(DeliveryId mail, Instant at) {
        put.always(SendingItem.failed(SendingItem.BOUNCED, mail, at));
    }

    @Override
    public void complained(DeliveryId mail, Instant at) {
        put.always(SendingItem.failed(SendingItem.COMPLAINED, mail, at));
    }

    @Override
    public boolean cameBackSince(Instant from) {
        return !noted(SendingItem.BOUNCED, from).isEmpty()
                || !noted(SendingItem.COMPLAINED, from).isEmpty();
    }

    @Override
    public Tally since(Instant from) {
        long sent =
                reads
                        .unreadable()
                        .readable(noted(SendingItem.SENT, from), each -> each.number("mails"))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return new Tally(
                sent,
                noted(SendingItem.BOUNCED, from).size(),
                noted(SendingItem.COMPLAINED, from).size());
    }

    private List<ItemReader> noted(String kind, Instant from) {
        return reads
                .unreadable()
                .readable(
                        reads.beginningWith(SendingItem.PARTITION, kind),
                        each ->
                                each.instant("at").isBefore(from)
                                        ? Optional.<ItemReader>empty()
                                        : Optional.of(each))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Stop> stops() {
        return reads.unreadable()
                .readable(
                        reads.beginningWith(SendingItem.PARTITION, SendingItem.STOP),
                        SendingItem::stopFrom);
    }

    @Override
    public boolean begin(Stop stop) {
        return put.ifAbsent(SendingItem.stop(stop));
    }

    @Override
    public boolean end(Stop ended) {
        return put.ifVersionIs(1, SendingItem.stop(ended));
    }
}
