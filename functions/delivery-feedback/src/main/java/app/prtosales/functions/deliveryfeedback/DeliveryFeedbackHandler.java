package app.prtosales.functions.deliveryfeedback;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.events.SesNotification;
import app.prtosales.aws.json.Json;
import app.prtosales.ping.RecordFeedback;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// What SES reports of a mail, taken into its ledger row. An event that makes no sense is an error:
/// Lambda then hands it, with the reason, to the queue of failures. So is a mail to ops that did
/// not arrive: whoever the alarm of that queue rings for is told of it in the place of ops.
public final class DeliveryFeedbackHandler implements RequestStreamHandler {

    private final RecordFeedback recordFeedback;

    /// Lambda calls this one, once per cold start.
    public DeliveryFeedbackHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public DeliveryFeedbackHandler(AwsApplication application) {
        this.recordFeedback = application.recordFeedback();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        Log log = Log.of(context);
        switch (SesNotification.read(Json.read(event))) {
            case SesNotification.Reported(var delivery, var reported) -> {
                RecordFeedback.Outcome outcome = recordFeedback.record(delivery, reported);
                log.info("feedback", Map.of("delivery", delivery, "outcome", outcome));
                if (outcome == RecordFeedback.Outcome.OPS_NOT_REACHED) {
                    throw new IllegalStateException(
                            "the mail %s to ops did not arrive: mend ops in the agreement"
                                    .formatted(delivery));
                }
                Json.write(Map.of("outcome", outcome.name()), answer);
            }
            case SesNotification.Ignored(var reason) -> {
                log.info("ignored", Map.of("why", reason));
                Json.write(Map.of("outcome", "IGNORED"), answer);
            }
            case SesNotification.Malformed(var reason) ->
                    throw new IllegalArgumentException("not an event of SES: " + reason);
        }
    }
}
