package app.prtosales.aws.table;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Delivery.Sending;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a ledger row to its item; the only class that knows the format. Items stay well under 1 KB,
/// so that each change costs one write unit.
final class DeliveryItem {

    static final String PREFIX = "LEDGER#";

    private DeliveryItem() {}

    static String partition(String subject) {
        return PREFIX + subject;
    }

    static String sortKey(DeliveryId id) {
        String number = id.number() == 1 ? "" : "-" + id.number();
        return "%s%s#%s".formatted(id.kind().name(), number, id.recipient());
    }

    static Map<String, AttributeValue> toItem(Delivery delivery) {
        ItemWriter item =
                ItemWriter.item(partition(delivery.id().subject()), sortKey(delivery.id()))
                        .choice("sending", delivery.sending())
                        .number("attempt", delivery.attempt())
                        .instant("plannedAt", delivery.plannedAt())
                        .instant("leaseUntil", delivery.leaseUntil())
                        .instant("acceptedAt", delivery.acceptedAt())
                        .instant("refusedAt", delivery.refusedAt())
                        .text("sesId", delivery.sesId())
                        .text("reason", delivery.reason())
                        .text("mailbox", delivery.mailbox())
                        .number("version", delivery.version());
        if (!delivery.messages().isEmpty()) {
            item.list(
                    "messages",
                    delivery.messages().stream().map(SesMessageAttributes::of).toList());
        }
        if (delivery.placementVersion() != 0) {
            item.number("told", delivery.placementVersion());
        }
        return (delivery.possibleDuplicate() ? item.flag("possibleDuplicate", true) : item)
                .attributes();
    }

    static Delivery fromItem(ItemReader item) {
        return new Delivery(
                id(item.text(Keys.PK), item.text(Keys.SK)),
                item.choice(Sending.class, "sending"),
                item.count("attempt"),
                item.instant("plannedAt"),
                item.instantOrNull("leaseUntil"),
                item.instantOrNull("acceptedAt"),
                item.instantOrNull("refusedAt"),
                item.textOrNull("sesId"),
                item.has("messages")
                        ? item.list("messages").stream().map(SesMessageAttributes::from).toList()
                        : SesMessageAttributes.withoutMessage(item),
                item.has("reason") ? EarlierHold.shown(item.text("reason")) : null,
                item.textOrNull("mailbox"),
                item.has("told") ? item.number("told") : 0,
                item.flag("possibleDuplicate"),
                item.number("version"));
    }

    private static DeliveryId id(String partition, String sortKey) {
        int separator = sortKey.indexOf('#');
        String[] kindAndNumber = sortKey.substring(0, separator).split("-", 2);
        return new DeliveryId(
                partition.substring(PREFIX.length()),
                sortKey.substring(separator + 1),
                MailKind.valueOf(kindAndNumber[0]),
                kindAndNumber.length == 1 ? 1 : Integer.parseInt(kindAndNumber[1]));
    }
}
