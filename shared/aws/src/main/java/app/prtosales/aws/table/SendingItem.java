package app.prtosales.aws.table;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps sent and failed emails, stops of sending, and the latest turn to send to items; the only
/// class that knows the format. All are in one partition. Records of emails expire, stops stay.
final class SendingItem {

    static final String PARTITION = "SENDING";
    static final String SENT = "SENT#";
    static final String BOUNCED = "BOUNCED#";
    static final String COMPLAINED = "COMPLAINED#";
    static final String STOP = "STOP#";
    static final String TURN = "TURN";

    /// Longer than the seven days that are evaluated.
    private static final Duration KEPT = Duration.ofDays(9);

    private SendingItem() {}

    static Map<String, AttributeValue> sent(Instant at, String chunk, int mails) {
        return noted(SENT + Keys.instant(at) + "#" + chunk, at).number("mails", mails).attributes();
    }

    static Map<String, AttributeValue> failed(String kind, DeliveryId mail, Instant at) {
        return noted(kind + mail.value(), at).attributes();
    }

    private static ItemWriter noted(String sortKey, Instant at) {
        return ItemWriter.item(PARTITION, sortKey)
                .instant("at", at)
                .number("expiresAt", at.plus(KEPT).getEpochSecond());
    }

    static Map<String, AttributeValue> stop(Stop stop) {
        return ItemWriter.item(PARTITION, "%s%05d".formatted(STOP, stop.number()))
                .number("number", stop.number())
                .instant("at", stop.at())
                .text("by", stop.by())
                .text("why", stop.why())
                .instant("endedAt", stop.endedAt())
                .text("endedBy", stop.endedBy())
                .text("endedWhy", stop.endedWhy())
                .number("version", stop.isCurrent() ? 1 : 2)
                .attributes();
    }

    /// The turn is its own version: each comes after the one before, so no two are equal.
    static Map<String, AttributeValue> turn(Instant turn) {
        return ItemWriter.item(PARTITION, TURN).number("version", turn.toEpochMilli()).attributes();
    }

    static Instant turnFrom(ItemReader item) {
        return Instant.ofEpochMilli(item.number("version"));
    }

    static Stop stopFrom(ItemReader item) {
        return new Stop(
                item.count("number"),
                item.instant("at"),
                item.textOrNull("by"),
                item.text("why"),
                item.instantOrNull("endedAt"),
                item.textOrNull("endedBy"),
                item.textOrNull("endedWhy"));
    }
}
