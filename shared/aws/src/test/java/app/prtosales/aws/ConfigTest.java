package app.prtosales.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    @Test
    void a_missing_variable_is_reported_only_when_it_is_needed() {
        Config config = Config.from(Map.of("BUS_NAME", "bus"));

        assertThat(config.busName()).isEqualTo("bus");
        assertThatThrownBy(config::tableName)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("environment variable TABLE_NAME is not set");
    }

    @Test
    void a_blank_variable_is_not_set() {
        Config config = Config.from(Map.of("TABLE_NAME", " ", "AWS_ENDPOINT_URL", ""));

        assertThatThrownBy(config::tableName).isInstanceOf(ConfigurationException.class);
        assertThat(config.endpoint("SQS")).isEmpty();
    }

    @Test
    void the_base_url_is_a_web_address_and_loses_its_final_slash() {
        assertThat(Config.from(Map.of("BASE_URL", "https://a.example/")).baseUrl())
                .isEqualTo("https://a.example");
        assertThatThrownBy(() -> Config.from(Map.of("BASE_URL", "a.example")).baseUrl())
                .hasMessageContaining("BASE_URL must begin with https://");
    }

    @Test
    void the_number_of_senders_is_at_least_one() {
        assertThat(Config.from(Map.of("SENDERS", "2")).senders()).isEqualTo(2);
        assertThatThrownBy(() -> Config.from(Map.of("SENDERS", "0")).senders())
                .hasMessageContaining("SENDERS must be a whole number");
    }

    @Test
    void the_names_of_all_variables_are_known_so_that_a_test_can_check_the_template() {
        assertThat(Config.names()).hasSize(19).doesNotHaveDuplicates().contains("PING_DLQ_URL");
    }

    @Test
    void one_endpoint_serves_all_of_aws() {
        Config config = Config.from(Map.of("AWS_ENDPOINT_URL", "http://localhost:1"));

        assertThat(config.endpoint("SQS")).contains(URI.create("http://localhost:1"));
        assertThat(config.endpoint("SESV2")).contains(URI.create("http://localhost:1"));
    }

    @Test
    void the_endpoint_of_one_service_takes_precedence() {
        Config config =
                Config.from(
                        Map.of(
                                "AWS_ENDPOINT_URL",
                                "http://localhost:1",
                                "AWS_ENDPOINT_URL_SQS",
                                "http://localhost:2"));

        assertThat(config.endpoint("SQS")).contains(URI.create("http://localhost:2"));
        assertThat(config.endpoint("DYNAMODB")).contains(URI.create("http://localhost:1"));
    }
}
