package app.prtosales.aws.table;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.id.RepId;
import app.prtosales.intake.Submission;
import app.prtosales.testping.TestPing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a requested test email to its item; the only class that knows the format.
final class TestPingItem {

    /// Longer than the lifetime of the message that asks for the email.
    private static final Duration KEPT = Duration.ofDays(15);

    private TestPingItem() {}

    static String partition(String person) {
        return "TEST#" + person;
    }

    static String sortKey(DeliveryId id) {
        return "%s#%04d".formatted(id.subject(), id.number());
    }

    /// @param at the time of the request
    static Map<String, AttributeValue> toItem(TestPing test, Instant at) {
        DeliveryId id = test.id();
        Submission from = test.submission();
        ItemWriter item =
                ItemWriter.item(partition(id.recipient()), sortKey(id))
                        .text("delivery", id.value())
                        .text("rep", test.rep() == null ? null : test.rep().value())
                        .number("expiresAt", at.plus(KEPT).getEpochSecond())
                        .text("url", from.url())
                        .text("outlet", from.outlet())
                        .text("headline", from.headline())
                        .text("format", from.format())
                        .text("publishedAt", from.publishedAt())
                        .text("zone", from.zone())
                        .texts("segments", from.segments())
                        .text("note", from.note())
                        .text("topic", from.topic())
                        .texts("personas", from.personas())
                        .text("spokesperson", from.spokesperson())
                        .text("quote", from.quote())
                        .text("whyItMatters", from.whyItMatters())
                        .text("holdingLine", from.holdingLine())
                        .text("tone", from.tone())
                        .text("forwardability", from.forwardability());
        Boolean backfill = from.backfill();
        return backfill == null ? item.attributes() : item.flag("backfill", backfill).attributes();
    }

    static TestPing fromItem(ItemReader item) {
        return new TestPing(
                DeliveryId.parse(item.text("delivery")).orElseThrow(),
                new Submission(
                        item.textOrNull("url"),
                        item.textOrNull("outlet"),
                        item.textOrNull("headline"),
                        item.textOrNull("format"),
                        item.textOrNull("publishedAt"),
                        item.textOrNull("zone"),
                        item.texts("segments"),
                        item.textOrNull("note"),
                        item.textOrNull("topic"),
                        item.texts("personas"),
                        item.textOrNull("spokesperson"),
                        item.textOrNull("quote"),
                        item.textOrNull("whyItMatters"),
                        item.textOrNull("holdingLine"),
                        item.textOrNull("tone"),
                        item.textOrNull("forwardability"),
                        item.has("backfill") ? item.flag("backfill") : null),
                rep(item));
    }

    private static @Nullable RepId rep(ItemReader item) {
        String stored = item.textOrNull("rep");
        return stored == null ? null : new RepId(stored);
    }
}
