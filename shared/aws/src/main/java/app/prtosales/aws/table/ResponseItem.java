package app.prtosales.aws.table;

import app.prtosales.placement.PlacementId;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a response lies in the table; the only class that knows. Those that count lie beside their
/// placement; an acknowledgement, one for each rep, lies apart, so that the few are read without
/// the many.
final class ResponseItem {

    static final String COUNTING = "RESPONSE#";

    private ResponseItem() {}

    static String acknowledgedPartition(PlacementId placement) {
        return "ACKNOWLEDGED#" + placement;
    }

    static Map<String, AttributeValue> toItem(PlacementId placement, Response response) {
        return switch (response) {
            case Acknowledged acknowledged ->
                    ItemWriter.item(acknowledgedPartition(placement), acknowledged.person())
                            .instant("at", acknowledged.at())
                            .attributes();
            case Referenced referenced ->
                    counting(placement, referenced)
                            .text("account", referenced.account())
                            .text("accountName", referenced.accountName())
                            .choice("how", referenced.how())
                            .attributes();
            case InSequence inSequence ->
                    counting(placement, inSequence).text("stage", inSequence.stage()).attributes();
        };
    }

    /// One of those that count.
    static Response fromItem(ItemReader item) {
        return item.has("stage")
                ? new InSequence(item.text("person"), item.instant("at"), item.text("stage"))
                : new Referenced(
                        item.text("person"),
                        item.instant("at"),
                        item.textOrNull("account"),
                        item.text("accountName"),
                        item.choice(How.class, "how"));
    }

    private static ItemWriter counting(PlacementId placement, Response response) {
        return ItemWriter.item(
                        PlacementItem.partition(placement), Keys.fitting(COUNTING, response.key()))
                .text("person", response.person())
                .instant("at", response.at());
    }
}
