package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class RemoteAwsTest {

    private final Properties before = (Properties) System.getProperties().clone();
    private ServerSocket listening;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        url = "http://127.0.0.1:" + listening.getLocalPort();
    }

    @AfterEach
    void stop() throws IOException {
        System.setProperties(before);
        listening.close();
    }

    @Test
    void something_that_is_not_a_url_is_refused() {
        for (String typed : new String[] {"localhost:4566", "ftp://a.example", "nothing", "h p"}) {
            assertThatThrownBy(() -> RemoteAws.at(typed, Map.of()))
                    .as(typed)
                    .isInstanceOf(Usage.class)
                    .hasMessageContaining("is not a URL");
        }
    }

    @Test
    void an_endpoint_that_does_not_answer_is_named() throws IOException {
        listening.close();

        assertThatThrownBy(() -> RemoteAws.at(url, Map.of()))
                .isInstanceOf(Usage.class)
                .hasMessage("nothing answers at %s (--endpoint); start the emulator first", url);
    }

    @Test
    void an_unreachable_endpoint_of_one_service_is_named_by_its_variable() {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL_SESV2", "http://127.0.0.1:9");

        assertThatThrownBy(() -> RemoteAws.at(url, environment))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("nothing answers at http://127.0.0.1:9")
                .hasMessageContaining("AWS_ENDPOINT_URL_SESV2");
    }

    @Test
    void queues_on_another_endpoint_than_the_bus_are_refused() throws IOException {
        try (ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String other = "http://127.0.0.1:" + second.getLocalPort();
            Map<String, String> queues = Map.of("AWS_ENDPOINT_URL_SQS", other);
            Map<String, String> both =
                    Map.of("AWS_ENDPOINT_URL_SQS", other, "AWS_ENDPOINT_URL_EVENTBRIDGE", other);

            assertThatThrownBy(() -> RemoteAws.at(url, queues))
                    .isInstanceOf(Usage.class)
                    .hasMessageContaining("AWS_ENDPOINT_URL_EVENTBRIDGE");
            assertThat(RemoteAws.at(url, both).services()).isEqualTo(both);
        }
    }

    @Test
    void a_service_uses_its_own_endpoint_and_the_others_the_shared_one() throws IOException {
        try (ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String other = "http://127.0.0.1:" + second.getLocalPort();
            Map<String, String> environment = new HashMap<>();
            environment.put("AWS_ENDPOINT_URL_SESV2", other);
            environment.put("HOME", "/");

            RemoteAws at = RemoteAws.at(url, environment);

            Config config = Config.from(at.environment());
            assertThat(config.endpoint("SESV2")).contains(URI.create(other));
            assertThat(config.endpoint("DYNAMODB")).contains(URI.create(url));
            assertThat(at.environment()).doesNotContainKey("HOME");
        }
    }

    @Test
    void aws_itself_needs_no_shared_endpoint() {
        RemoteAws at = new RemoteAws(Optional.empty(), Map.of(), Region.EU_WEST_1);

        assertThat(Config.from(at.environment()).endpoint("SQS")).isEmpty();
        assertThat(at.environment()).containsEntry("AWS_REGION", "eu-west-1");
    }
}
