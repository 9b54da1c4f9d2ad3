package app.prtosales.aws.table;

import app.prtosales.delivery.SendingTurns;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The latest turn in the table: a single item, which only a writer who has seen the latest turn
/// can replace.
public final class DynamoSendingTurns implements SendingTurns {

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoSendingTurns(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public Optional<Instant> last() {
        try {
            return reads.item(SendingItem.PARTITION, SendingItem.TURN).map(SendingItem::turnFrom);
        } catch (SdkException notReached) {
            throw new Unavailable("the table did not return the last turn", notReached);
        }
    }

    @Override
    public boolean take(Optional<Instant> last, Instant turn) {
        Map<String, AttributeValue> item = SendingItem.turn(turn);
        try {
            return last.isEmpty()
                    ? put.ifAbsent(item)
                    : put.ifVersionIs(last.get().toEpochMilli(), item);
        } catch (SdkException notReached) {
            throw new Unavailable("the table did not confirm the turn", notReached);
        }
    }
}
