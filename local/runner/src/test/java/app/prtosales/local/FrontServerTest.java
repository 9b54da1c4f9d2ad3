package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"/placements/%00", "/placements/%zz"})
    void an_address_that_cannot_be_read_gets_problem_json_and_no_html(String path)
            throws IOException {
        try (FrontServer server = FrontServer.bind(0)) {
            server.open(call -> HttpAnswer.json(200, Map.of()));

            assertThat(answer(server.port(), path))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .endsWith(
                            "{\"title\":\"Bad request\",\"status\":400,\"detail\":\"This address can’t be read.\"}");
        }
    }

    @Test
    void a_failure_is_not_called_a_bad_address() throws IOException {
        try (FrontServer server = FrontServer.bind(0)) {
            server.open(call -> {
                throw new IllegalStateException("broken");
            });

            assertThat(answer(server.port(), "/placements"))
                    .startsWith("HTTP/1.1 500")
                    .contains("application/problem+json")
                    .doesNotContain("broken");
        }
    }

    @Test
    void headers_that_are_too_long_are_not_called_a_bad_address() throws IOException {
        try (FrontServer server = FrontServer.bind(0)) {
            server.open(call -> HttpAnswer.json(200, Map.of()));

            assertThat(answer(server.port(), "/ HTTP/1.1\r\nX-Long: " + "x".repeat(20_000)))
                    .startsWith("HTTP/1.1 431")
                    .contains("application/problem+json");
        }
    }

    /// Sent as bytes, because a client would refuse the address.
    private static String answer(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
