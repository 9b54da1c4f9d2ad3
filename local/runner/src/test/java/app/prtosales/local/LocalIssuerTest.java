package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The sign-in of a local run, without the rest of the product.
@Timeout(60)
class LocalIssuerTest {

    @Test
    void the_port_in_the_url_is_held_from_the_start() {
        try (LocalIssuer issuer = LocalIssuer.start()) {
            int port = URI.create(issuer.url()).getPort();

            assertThatThrownBy(() ->
                            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void a_request_while_it_starts_waits_and_is_answered() throws Exception {
        try (LocalIssuer issuer = LocalIssuer.start()) {
            assertThat(configuration(issuer).statusCode()).isEqualTo(200);
            assertThat(configuration(issuer).body()).contains("\"" + issuer.url() + "\"");
        }
    }

    private static HttpResponse<String> configuration(LocalIssuer issuer)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(issuer.url() + "/.well-known/openid-configuration"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
