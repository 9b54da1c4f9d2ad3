package app.prtosales.aws.events;

import app.prtosales.aws.events.SesNotification.Ignored;
import app.prtosales.aws.events.SesNotification.Malformed;
import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A message of the feedback queue. SES's events arrive by two routes: in EventBridge's envelope;
/// and through SNS, either as SES publishes them or, without raw delivery, in SNS's envelope.
///
/// @see <a
///   href="https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html">SNS:
///   raw message delivery</a>
public final class SesMessage {

    /// The start of the text that SES publishes, instead of an event, when a topic becomes the
    /// destination of its events.
    private static final String VALIDATED = "Successfully validated SNS topic";

    private SesMessage() {}

    /// @param body the message's body
    public static SesNotification read(@Nullable String body) {
        return read(body == null ? "" : body, true);
    }

    private static SesNotification read(String body, boolean mayBeWrapped) {
        if (body.strip().startsWith(VALIDATED)) {
            return new Ignored("SES validated the topic");
        }
        JsonNode message;
        try {
            message = Json.read(body);
        } catch (JsonSyntaxException notJson) {
            return new Malformed("it is not JSON");
        }
        if (message.path("detail-type").isTextual()) {
            return SesNotification.read(message);
        }
        JsonNode wrapped = message.path("Message");
        if (mayBeWrapped && wrapped.isTextual()) {
            return read(wrapped.asText(), false);
        }
        return SesNotification.published(message);
    }
}
