package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An outage that somebody asks for: functions get 500 from the service, and nobody else notices.
class ServicesDownTest {

    private final Work work = new Work();
    private final HttpClient http = HttpClient.newHttpClient();
    private Edges edges;

    @BeforeEach
    void start() throws IOException {
        edges =
                Edges.start(
                        Edges.Settings.inMemory(),
                        StrictTemplate::at,
                        FunctionCalls.none(),
                        work,
                        InstantSource.system(),
                        refused -> {});
    }

    @AfterEach
    void stop() {
        edges.close();
        work.close();
    }

    @Test
    void a_service_is_down_for_functions_alone_and_until_somebody_ends_it() throws Exception {
        edges.down(Set.of("dynamodb"));
        assertThat(listTables("/as/Guest/").statusCode()).isEqualTo(500);
        assertThat(listTables("/as/Guest/").body()).contains("InternalServerError");
        assertThat(listTables("/").statusCode()).isEqualTo(200);

        edges.down(Set.of("sqs"));
        assertThat(listTables("/as/Guest/").statusCode()).isNotEqualTo(500);

        edges.down(Set.of());
        assertThat(listTables("/as/Guest/").statusCode()).isNotEqualTo(500);
    }

    @Test
    void what_is_no_service_here_is_refused_by_its_name() {
        assertThatThrownBy(() -> edges.down(Set.of("the-moon"))).hasMessageContaining("the-moon");
    }

    private HttpResponse<String> listTables(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(edges.url() + path))
                        .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256"
                                    + " Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                                    + " SignedHeaders=host, Signature=0")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
