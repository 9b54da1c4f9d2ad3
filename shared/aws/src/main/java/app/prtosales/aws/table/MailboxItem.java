package app.prtosales.aws.table;

import app.prtosales.delivery.Mailbox;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a mailbox lies in the table; the only class that knows. All lie in one partition, since they
/// are few and are asked for together.
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
