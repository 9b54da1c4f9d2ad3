package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A HEAD response says nothing wrong about the GET response's length (RFC 9110, 8.6).
class HeadTest {

    private static final Optional<String> ZERO = Optional.of("0");

    @Test
    void a_head_response_has_the_length_of_the_get_response_or_none() throws Exception {
        try (LocalProduct product = Repository.startWithLists(null);
                HttpClient http = HttpClient.newHttpClient()) {
            for (String path :
                    List.of("/", "/health", "/r/no-link", "/nowhere", "/placements", "/_local/")) {
                URI address = URI.create(product.url() + path);
                HttpResponse<String> head = asked(http, "HEAD", address);
                HttpResponse<String> get = asked(http, "GET", address);

                assertThat(head.body()).as(path).isEmpty();
                assertThat(head.headers().firstValue("content-length")).as(path).isNotEqualTo(ZERO);
                if (head.statusCode() == get.statusCode()) {
                    assertThat(head.headers().firstValue("content-length"))
                            .as(path)
                            .isIn(Optional.empty(), get.headers().firstValue("content-length"));
                }
            }
        }
    }

    private static HttpResponse<String> asked(HttpClient http, String method, URI address)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
    }
}
