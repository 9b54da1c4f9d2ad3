package app.prtosales.aws.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.events.SesNotification.Ignored;
import app.prtosales.aws.events.SesNotification.Malformed;
import app.prtosales.aws.events.SesNotification.Reported;
import app.prtosales.aws.json.Json;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SesEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SesMessageTest {

    private static final String PUBLISHED =
            """
            {"eventType": "Delivery",
             "mail": {"timestamp": "2026-06-24T13:00:00.123Z", "messageId": "ses-1",
               "tags": {"ses:configuration-set": ["set"], "delivery": ["cDEucjEucGluZw"]}},
             "delivery": {"timestamp": "2026-06-24T13:00:05.678Z"}}
            """;

    private static final SesNotification DELIVERED =
            new Reported(
                    DeliveryId.parse("p1.r1.ping").orElseThrow(),
                    new SesEvent.Delivered("ses-1", Instant.parse("2026-06-24T13:00:05.678Z")));

    @Test
    void the_same_event_is_read_from_every_possible_envelope() {
        String byTheBus =
                """
                {"version": "0", "source": "aws.ses", "detail-type": "Email Delivered", "detail": %s}
                """
                        .formatted(PUBLISHED);

        assertThat(SesMessage.read(PUBLISHED)).isEqualTo(DELIVERED);
        assertThat(SesMessage.read(byTheBus)).isEqualTo(DELIVERED);
        assertThat(SesMessage.read(wrapped(PUBLISHED))).isEqualTo(DELIVERED);
    }

    /// The message that SES publishes when a topic becomes a destination.
    @Test
    void a_test_message_from_ses_is_not_an_event() {
        String tried = "Successfully validated SNS topic for Amazon SES event publishing.";

        assertThat(SesMessage.read(tried)).isInstanceOf(Ignored.class);
        assertThat(SesMessage.read(wrapped(tried))).isInstanceOf(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "7",
                "null",
                "{\"Type\": \"Notification\"}",
                "{\"detail-type\": \"Email Delivered\", \"source\": \"somebody.else\"}",
                "{\"detail-type\": \"Email Delivered\", \"source\": \"aws.ses\", \"detail\": \"{\"}",
                "{\"eventType\": \"Delivery\", \"mail\": {\"tags\": {\"delivery\": [\"?\"]}}}"
            })
    void anything_else_is_malformed(String body) {
        assertThat(SesMessage.read(body)).isInstanceOf(Malformed.class);
    }

    @Test
    void an_envelope_in_an_envelope_is_malformed() {
        assertThat(SesMessage.read(wrapped(wrapped(PUBLISHED)))).isInstanceOf(Malformed.class);
    }

    private static String wrapped(String message) {
        return Json.write(
                Map.of(
                        "Type",
                        "Notification",
                        "MessageId",
                        "m-1",
                        "TopicArn",
                        "arn:aws:sns:us-east-1:123456789012:topic",
                        "Message",
                        message,
                        "Timestamp",
                        "2026-06-24T13:00:06.000Z"));
    }
}
