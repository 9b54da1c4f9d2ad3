package app.prtosales.aws.table;

import app.prtosales.local.edges.EmbeddedTable;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// An empty table for a test, in the DynamoDB that all tests of a run share.
///
/// It is like AWS in conditions, transactions and limits; unlike AWS, parallel transactions never
/// conflict and no batch comes back half done: [FaultyDynamo] plays these two.
///
/// @param table the table's name
record Database(DynamoDbClient dynamo, String table) {

    static Database empty() {
        EmbeddedTable table = EmbeddedTable.create();
        DynamoDbClient dynamo =
                DynamoDbClient.builder()
                        .endpointOverride(URI.create(table.endpoint()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        return new Database(dynamo, table.name());
    }
}
