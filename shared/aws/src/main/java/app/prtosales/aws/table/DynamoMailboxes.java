package app.prtosales.aws.table;

import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.Mailboxes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The addresses that emails bounced from, in the table.
public final class DynamoMailboxes implements Mailboxes {

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoMailboxes(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public Optional<Mailbox> find(String id) {
        return reads.item(MailboxItem.PARTITION, id)
                .map(item -> reads.unreadable().read(item, MailboxItem::fromItem));
    }

    @Override
    public List<Mailbox> all() {
        return reads.unreadable()
                .readable(reads.partition(MailboxItem.PARTITION), MailboxItem::fromItem);
    }

    @Override
    public boolean replace(Mailbox before, Mailbox changed) {
        return before.version() == 0
                ? put.ifAbsent(MailboxItem.toItem(changed))
                : put.ifVersionIs(before.version(), MailboxItem.toItem(changed));
    }
}
