package app.prtosales.aws.table;

import app.prtosales.placement.Publication;
import java.time.ZoneId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a publication instant to attributes of an item.
final class PublicationAttributes {

    private PublicationAttributes() {}

    static Map<String, AttributeValue> of(Publication publication) {
        return ItemWriter.map()
                .instant("at", publication.at())
                .text("zone", publication.zone().getId())
                .flag("dateOnly", publication.dateOnly())
                .attributes();
    }

    static Publication publication(ItemReader map) {
        return new Publication(
                map.instant("at"), ZoneId.of(map.text("zone")), map.flag("dateOnly"));
    }
}
