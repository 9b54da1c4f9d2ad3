package app.prtosales.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.json.Json;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import com.amazonaws.services.lambda.runtime.api.client.logging.LambdaContextLogger;
import com.amazonaws.services.lambda.runtime.api.client.logging.LogSink;
import com.amazonaws.services.lambda.runtime.logging.LogFormat;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {

    @ParameterizedTest
    @CsvSource({
        "to ann.b@example.com now, to […] now",
        "<ann@example.com>, <[…]>",
        "GET /r/abc.def-123 done, GET […] done",
        "GET /r/audit/abc.def-123, GET […]",
        "GET /r/{token}, GET /r/{token}",
        "GET /r/audit/{token}, GET /r/audit/{token}",
        "eyJhbGciOi.eyJzdWIi.c2ln, […]",
        "Authorization: Bearer abc123, Authorization: […]"
    })
    void addresses_links_and_tokens_are_masked(String text, String shown) {
        assertThat(Log.withoutSecrets(text)).isEqualTo(shown);
    }

    /// Written as CloudWatch gets it: by the logger of Lambda's own runtime, with format JSON.
    @Test
    void with_lambdas_json_format_the_fields_of_a_line_stay_fields() throws Exception {
        List<String> lines = new ArrayList<>();
        try (LambdaContextLogger runtime =
                new LambdaContextLogger(new Lines(lines), LogLevel.INFO, LogFormat.JSON)) {
            Log.of(SimulatedContext.loggingTo(runtime))
                    .warn("later", Map.of("placement", "a1", "sent", 3));
        }

        assertThat(lines).hasSize(1);
        JsonNode line = Json.read(lines.getFirst());
        assertThat(line.path("what").asText()).isEqualTo("later");
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("placement").asText()).isEqualTo("a1");
        assertThat(line.path("sent").intValue()).isEqualTo(3);
        assertThat(line.path("request").asText()).isEqualTo("rehearsal");
        assertThat(lines.getFirst()).doesNotContain("\n", "\\\"");
    }

    @Test
    void the_alarms_line_names_email_and_reason_and_the_filter_in_the_template_finds_it()
            throws Exception {
        List<String> lines = new ArrayList<>();
        DeliveryId notice = new DeliveryId("a1b2c3", "health-system", MailKind.FAILED_MAIL);
        try (LambdaContextLogger runtime =
                new LambdaContextLogger(new Lines(lines), LogLevel.INFO, LogFormat.JSON)) {
            new MailAlarm(Log.of(SimulatedContext.loggingTo(runtime)))
                    .ring(notice, "SES: MessageRejected");
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .contains(MailAlarm.LINE, "SES: MessageRejected", "ERROR");
        assertThat(Json.read(lines.getFirst()).path("delivery").asText())
                .isEqualTo(notice.toString());
        assertThat(Path.of("../../template.yaml"))
                .content()
                .contains("FilterPattern: '\"%s\"'".formatted(MailAlarm.LINE));
    }

    /// A function that starts from a snapshot is not told its log group, from which the stack's
    /// name could be read.
    @Test
    void metrics_have_the_given_namespace_though_the_log_group_is_unknown() throws Exception {
        List<String> lines = new ArrayList<>();
        try (LambdaContextLogger runtime =
                new LambdaContextLogger(new Lines(lines), LogLevel.INFO, LogFormat.JSON)) {
            Log.of(SimulatedContext.loggingTo(runtime))
                    .metrics("acme-trial", Instant.EPOCH, "tick", Map.of("Ticks", 1), Map.of());
        }

        JsonNode declared =
                Json.read(lines.getFirst()).path("_aws").path("CloudWatchMetrics").path(0);
        assertThat(declared.path("Namespace").asText()).isEqualTo("acme-trial");
        assertThat(declared.path("Metrics").path(0).path("Name").asText()).isEqualTo("Ticks");
    }

    /// The lines that the runtime writes.
    private record Lines(List<String> lines) implements LogSink {

        @Override
        public void log(byte[] message) {
            lines.add(new String(message, UTF_8));
        }

        @Override
        public void log(LogLevel level, LogFormat format, byte[] message) {
            log(message);
        }

        @Override
        public void close() {}
    }

    @Test
    void ids_and_reasons_are_not_masked() {
        String text = "a1b2c3.rep-7.ping was REJECTED: SES: MessageRejected";

        assertThat(Log.withoutSecrets(text)).isEqualTo(text);
    }
}
