package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EmbeddedTableTest {

    private final EmbeddedTable table = EmbeddedTable.create();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void has_the_keys_the_index_and_the_expiry_of_the_template() throws Exception {
        Map<String, Object> described =
                Json.map(call("DescribeTable", Map.of("TableName", table.name())).get("Table"));

        Map<String, Object> declared = declared();
        assertThat(described.get("KeySchema")).isEqualTo(declared.get("KeySchema"));
        assertThat(indexes(described)).hasSize(1).isEqualTo(indexes(declared));
        assertThat(
                        call("DescribeTimeToLive", Map.of("TableName", table.name()))
                                .get("TimeToLiveDescription"))
                .isEqualTo(
                        Map.of(
                                "AttributeName",
                                Json.map(declared.get("TimeToLiveSpecification"))
                                        .get("AttributeName"),
                                "TimeToLiveStatus",
                                "ENABLED"));
    }

    @Test
    void keeps_what_is_put_until_it_is_cleared() throws Exception {
        Map<String, Object> key =
                Map.of("PK", Map.of("S", "PLACEMENT#1"), "SK", Map.of("S", "PLACEMENT"));
        call("PutItem", Map.of("TableName", table.name(), "Item", key));
        assertThat(call("GetItem", Map.of("TableName", table.name(), "Key", key)))
                .containsKey("Item");

        table.clear();

        assertThat(call("GetItem", Map.of("TableName", table.name(), "Key", key)))
                .doesNotContainKey("Item");
    }

    @Test
    void each_instance_has_a_table_name_of_its_own() {
        assertThat(EmbeddedTable.create().name()).isNotEqualTo(table.name());
    }

    /// The table's properties in `template.yaml`.
    private static Map<String, Object> declared() throws IOException {
        String template = Files.readString(CloudTemplate.find(Path.of("")));
        Map<String, Object> resources = Json.map(TemplateText.read(template).get("Resources"));
        return Json.map(Json.map(resources.get("Table")).get("Properties"));
    }

    /// Each index's name, keys and projected attributes.
    private static List<Map<String, Object>> indexes(Map<String, Object> table) {
        List<Map<String, Object>> indexes = new ArrayList<>();
        for (Object each : Json.list(table.get("GlobalSecondaryIndexes"))) {
            Map<String, Object> index = new TreeMap<>(Json.map(each));
            index.keySet().retainAll(Set.of("IndexName", "KeySchema", "Projection"));
            indexes.add(index);
        }
        return indexes;
    }

    private Map<String, Object> call(String operation, Map<String, Object> body)
            throws IOException, InterruptedException, Json.MalformedJson {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(table.endpoint()))
                        .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                                        + " SignedHeaders=host, Signature=0")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                        .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.object(response.body());
    }
}
