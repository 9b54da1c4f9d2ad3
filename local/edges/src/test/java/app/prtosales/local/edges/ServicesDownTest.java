package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A simulated outage: functions get an HTTP 500 from the service, and other callers are not
/// affected.
class ServicesDownTest {

    private final Work work = new Work();
    private final HttpClient http = HttpClient.newHttpClient();
    private Edges edges;

    @BeforeEach
    void start() throws IOException {
        edges = StrictTemplate.start(work, refused -> {});
    }

    @AfterEach
    void stop() {
        edges.close();
        work.close();
    }

    @Test
    void an_outage_affects_only_functions_and_lasts_until_it_is_ended() throws Exception {
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
    void an_unknown_service_is_refused_by_name() {
        assertThatThrownBy(() -> edges.down(Set.of("the-moon"))).hasMessageContaining("the-moon");
    }

    private HttpResponse<String> listTables(String path) throws Exception {
        return http.send(
                StrictTemplate.request(
                        edges.url() + path, "DynamoDB_20120810.ListTables", Map.of()),
                HttpResponse.BodyHandlers.ofString());
    }
}
