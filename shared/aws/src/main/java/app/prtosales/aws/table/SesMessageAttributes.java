package app.prtosales.aws.table;

import app.prtosales.delivery.BounceReason;
import app.prtosales.delivery.SesMessage;
import app.prtosales.delivery.SesMessage.Failed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps what SES reported about a message to a map in the item of a ledger row. Rows of earlier
/// versions have these facts in attributes of their own, without the message's id.
final class SesMessageAttributes {

    private SesMessageAttributes() {}

    static AttributeValue of(SesMessage message) {
        ItemWriter map =
                ItemWriter.map()
                        .text("id", message.isKnown() ? message.id() : null)
                        .instant("deliveredAt", message.deliveredAt())
                        .instant("complainedAt", message.complainedAt())
                        .instant("delayedAt", message.delayedAt());
        write(map, "bounced", message.bounced());
        write(map, "suppressed", message.suppressed());
        write(map, "givenUp", message.givenUp());
        return AttributeValue.fromM(map.attributes());
    }

    private static void write(ItemWriter map, String name, @Nullable Failed failed) {
        if (failed != null) {
            map.map(
                    name,
                    ItemWriter.map()
                            .instant("at", failed.at())
                            .text("reason", failed.reason())
                            .attributes());
        }
    }

    static SesMessage from(AttributeValue value) {
        ItemReader map = new ItemReader(value.m());
        return new SesMessage(
                map.has("id") ? map.text("id") : SesMessage.UNKNOWN,
                map.instantOrNull("deliveredAt"),
                failed(map, "bounced"),
                failed(map, "suppressed"),
                failed(map, "givenUp"),
                map.instantOrNull("complainedAt"),
                map.instantOrNull("delayedAt"));
    }

    private static @Nullable Failed failed(ItemReader map, String name) {
        if (!map.has(name)) {
            return null;
        }
        ItemReader failed = map.map(name);
        return new Failed(failed.instant("at"), failed.text("reason"));
    }

    /// The facts in a row that an earlier version wrote.
    static List<SesMessage> withoutMessage(ItemReader item) {
        SesMessage facts =
                new SesMessage(
                        SesMessage.UNKNOWN,
                        item.instantOrNull("deliveredAt"),
                        bounced(item),
                        null,
                        null,
                        item.instantOrNull("complainedAt"),
                        item.instantOrNull("delayedAt"));
        return facts.saysNothing() ? List.of() : List.of(facts);
    }

    private static @Nullable Failed bounced(ItemReader item) {
        @Nullable Instant at = item.instantOrNull("bouncedAt");
        @Nullable String reason = item.textOrNull("reason");
        return at == null
                ? null
                : new Failed(at, BounceReason.shown(reason == null ? "Permanent" : reason));
    }
}
