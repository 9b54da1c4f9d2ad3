package app.prtosales.local.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/// A table as the template declares it.
///
/// @param attributes each key attribute and its type (`S`, `N`, `B`)
/// @param keys the key attributes, `HASH` first
/// @param timeToLive the attribute that holds an item's expiry
public record TableDefinition(
        String name,
        Map<String, String> attributes,
        List<String> keys,
        List<Index> indexes,
        @Nullable String timeToLive) {

    public TableDefinition {
        attributes = Map.copyOf(attributes);
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
    }

    /// This table under another name.
    public TableDefinition named(String other) {
        return new TableDefinition(other, attributes, keys, indexes, timeToLive);
    }

    /// The request that creates the table, with on-demand billing. A table without indexes leaves
    /// the list out, because AWS rejects an empty one.
    public CreateTableRequest creation() {
        return CreateTableRequest.builder()
                .tableName(name)
                .attributeDefinitions(
                        attributes.entrySet().stream()
                                .map(each ->
                                        AttributeDefinition.builder()
                                                .attributeName(each.getKey())
                                                .attributeType(each.getValue())
                                                .build())
                                .toList())
                .keySchema(schema(keys))
                .globalSecondaryIndexes(
                        indexes.isEmpty() ? null : indexes.stream().map(Index::creation).toList())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build();
    }

    private static List<KeySchemaElement> schema(List<String> keys) {
        List<KeySchemaElement> schema = new ArrayList<>();
        for (String key : keys) {
            schema.add(
                    KeySchemaElement.builder()
                            .attributeName(key)
                            .keyType(schema.isEmpty() ? KeyType.HASH : KeyType.RANGE)
                            .build());
        }
        return schema;
    }

    /// A global secondary index.
    ///
    /// @param projection `ALL`, `KEYS_ONLY` or `INCLUDE`
    /// @param included the attributes of an `INCLUDE` projection
    public record Index(String name, List<String> keys, String projection, List<String> included) {

        public Index {
            keys = List.copyOf(keys);
            included = List.copyOf(included);
        }

        private GlobalSecondaryIndex creation() {
            Projection.Builder shown = Projection.builder().projectionType(projection);
            if (!included.isEmpty()) {
                shown.nonKeyAttributes(included);
            }
            return GlobalSecondaryIndex.builder()
                    .indexName(name)
                    .keySchema(schema(keys))
                    .projection(shown.build())
                    .build();
        }
    }
}
