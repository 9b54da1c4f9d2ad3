package app.prtosales.local;

import app.prtosales.local.edges.LocalStack;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Direct access to the items in a product's tables.
final class StoredItems implements AutoCloseable {

    private final DynamoDbClient dynamo;

    private StoredItems(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    static StoredItems of(LocalProduct product) {
        return new StoredItems(
                DynamoDbClient.builder()
                        .endpointOverride(URI.create(product.edges().url()))
                        .region(Region.of(LocalStack.REGION))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build());
    }

    List<Map<String, AttributeValue>> all() {
        return dynamo.listTables().tableNames().stream()
                .flatMap(table ->
                        dynamo.scanPaginator(scan -> scan.tableName(table)).items().stream())
                .toList();
    }

    List<Map<String, AttributeValue>> in(String partition) {
        return all().stream().filter(item -> text(item, "PK").equals(partition)).toList();
    }

    static String text(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute)).s();
    }

    /// Makes the items of a partition unreadable: sets an attribute to an unknown value.
    void damage(String partition, String attribute) {
        String table = dynamo.listTables().tableNames().getFirst();
        for (Map<String, AttributeValue> item : in(partition)) {
            Map<String, AttributeValue> damaged = new HashMap<>(item);
            damaged.put(attribute, AttributeValue.fromS("nothing that is known"));
            dynamo.putItem(put -> put.tableName(table).item(damaged));
        }
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
