package app.prtosales.aws.table;

import app.prtosales.local.edges.EmbeddedTable;
import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// An empty table for a test, in a DynamoDB that all tests in this JVM share.
///
/// It matches AWS in conditions, transactions and limits. Unlike AWS, parallel transactions never
/// conflict and batches never come back half done; [FaultyDynamo] simulates both. The system
/// property `prtosales.dynamodb` names another endpoint for the tables, such as an emulator's; with
/// `-Plocalstack` they are created in LocalStack.
///
/// @param table the table's name
record Database(DynamoDbClient dynamo, String table) {

    private static final String ELSEWHERE = "prtosales.dynamodb";

    static Database empty() {
        EmbeddedTable table = EmbeddedTable.create();
        DynamoDbClient own = at(table.endpoint());
        String elsewhere = elsewhere();
        if (elsewhere.isBlank()) {
            return new Database(own, table.name());
        }
        TableDescription declared =
                own.describeTable(describe -> describe.tableName(table.name())).table();
        DynamoDbClient other = at(elsewhere);
        String name = table.name() + "-" + ProcessHandle.current().pid();
        other.createTable(create ->
                create.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(declared.attributeDefinitions())
                        .keySchema(declared.keySchema())
                        .globalSecondaryIndexes(
                                declared.globalSecondaryIndexes().stream()
                                        .map(index ->
                                                GlobalSecondaryIndex.builder()
                                                        .indexName(index.indexName())
                                                        .keySchema(index.keySchema())
                                                        .projection(index.projection())
                                                        .build())
                                        .toList()));
        return new Database(other, name);
    }

    private static String elsewhere() {
        return Optional.ofNullable(System.getProperty(ELSEWHERE))
                .or(() ->
                        ServiceLoader.load(AnotherDynamo.class)
                                .findFirst()
                                .map(AnotherDynamo::endpoint))
                .orElse("");
    }

    private static DynamoDbClient at(String endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
