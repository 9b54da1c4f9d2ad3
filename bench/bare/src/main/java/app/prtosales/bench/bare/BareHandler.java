package app.prtosales.bench.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The smallest handler that does anything useful, as a baseline for the benchmarks of the cold
/// start: it parses the event, validates two fields and puts one item.
public final class BareHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final ObjectMapper json = new ObjectMapper();
    private final String table = System.getenv("TABLE_NAME");
    private final DynamoDbClient dynamo =
            DynamoDbClient.builder()
                    .httpClient(UrlConnectionHttpClient.create())
                    .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                    .build();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        JsonNode body = read(event.getBody());
        String url = body.path("url").asText();
        String headline = body.path("headline").asText();
        if (!url.startsWith("https://") || headline.isBlank()) {
            return answer(422, "{\"title\":\"url and headline are required\"}");
        }
        String id = UUID.randomUUID().toString();
        dynamo.putItem(put ->
                put.tableName(table)
                        .item(
                                Map.of(
                                        "PK", AttributeValue.fromS("BARE#" + id),
                                        "SK", AttributeValue.fromS("BARE"),
                                        "url", AttributeValue.fromS(url),
                                        "headline", AttributeValue.fromS(headline))));
        return answer(201, "{\"id\":\"%s\"}".formatted(id));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.createObjectNode();
        }
    }

    private static APIGatewayV2HTTPResponse answer(int status, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("content-type", "application/json"))
                .withBody(body)
                .build();
    }
}
