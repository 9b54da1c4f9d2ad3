package app.prtosales.aws.table;

import app.prtosales.delivery.Mailbox;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a mailbox to its item; the only class that knows the format. All are in one partition,
/// because there are few and they are read together.
final class MailboxItem {

    static final String PARTITION = "MAILBOX";

    private MailboxItem() {}

    static Map<String, AttributeValue> toItem(Mailbox mailbox) {
        return ItemWriter.item(PARTITION, mailbox.id())
                .instant("bouncedAt", mailbox.bouncedAt())
                .text("reason", mailbox.reason())
                .instant("releasedAt", mailbox.releasedAt())
                .number("version", mailbox.version())
                .attributes();
    }

    static Mailbox fromItem(ItemReader item) {
        return new Mailbox(
                item.text(Keys.SK),
                item.instantOrNull("bouncedAt"),
                item.textOrNull("reason"),
                item.instantOrNull("releasedAt"),
                item.number("version"));
    }
}
