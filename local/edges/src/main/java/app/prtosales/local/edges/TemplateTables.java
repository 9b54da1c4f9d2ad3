package app.prtosales.local.edges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables that a template declares.
final class TemplateTables {

    private static final String TABLE = "AWS::DynamoDB::Table";

    private final CloudTemplate template;

    TemplateTables(CloudTemplate template) {
        this.template = template;
    }

    List<TableDefinition> all() {
        return template.ids(TABLE).stream().map(this::table).toList();
    }

    private TableDefinition table(String id) {
        Map<String, Object> table = template.properties(id);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Object each : Json.list(table.get("AttributeDefinitions"))) {
            Map<String, Object> attribute = Json.map(each);
            attributes.put(
                    Json.string(attribute.get("AttributeName")),
                    Json.string(attribute.get("AttributeType")));
        }
        List<TableDefinition.Index> indexes = new ArrayList<>();
        for (Object each : Json.list(table.get("GlobalSecondaryIndexes"))) {
            Map<String, Object> index = Json.map(each);
            Map<String, Object> projection = Json.map(index.get("Projection"));
            indexes.add(
                    new TableDefinition.Index(
                            Json.string(index.get("IndexName")),
                            keys(index),
                            Json.string(projection.getOrDefault("ProjectionType", "ALL")),
                            Json.list(projection.get("NonKeyAttributes")).stream()
                                    .map(Json::string)
                                    .toList()));
        }
        Map<String, Object> expiry = Json.map(table.get("TimeToLiveSpecification"));
        return new TableDefinition(
                template.physicalName(id, TABLE),
                attributes,
                keys(table),
                indexes,
                Json.string(expiry.get("Enabled")).equals("true")
                        ? Json.string(expiry.get("AttributeName"))
                        : null);
    }

    private static List<String> keys(Map<String, Object> schema) {
        List<String> keys = new ArrayList<>();
        for (String kind : List.of("HASH", "RANGE")) {
            Json.list(schema.get("KeySchema")).stream()
                    .map(Json::map)
                    .filter(key -> kind.equals(key.get("KeyType")))
                    .forEach(key -> keys.add(Json.string(key.get("AttributeName"))));
        }
        return keys;
    }
}
