package app.prtosales.aws.table;

import app.prtosales.aside.Aside;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps an [Aside], the marker of an item that was set aside, to an item of its own; the only class
/// that knows the format.
final class AsideItem {

    static final String PARTITION = "ASIDE";

    private AsideItem() {}

    static Map<String, AttributeValue> toItem(String partition, String sortKey, String problem) {
        return toItem(new Aside(partition, sortKey, problem, false));
    }

    static Map<String, AttributeValue> toItem(Aside aside) {
        return ItemWriter.item(PARTITION, sortKey(aside))
                .text("partition", aside.partition())
                .text("item", aside.item())
                .text("problem", aside.problem())
                .flag("told", aside.told())
                .attributes();
    }

    static Aside fromItem(ItemReader item) {
        return new Aside(
                item.text("partition"), item.text("item"), item.text("problem"), item.flag("told"));
    }

    static Map<String, AttributeValue> key(Aside aside) {
        return Keys.key(PARTITION, sortKey(aside));
    }

    private static String sortKey(Aside aside) {
        return Keys.fitting("", aside.where());
    }
}
