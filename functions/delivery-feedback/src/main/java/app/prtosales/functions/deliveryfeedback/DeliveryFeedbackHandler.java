package app.prtosales.functions.deliveryfeedback;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.events.SesMessage;
import app.prtosales.aws.events.SesNotification;
import app.prtosales.aws.queue.QueueBatch;
import app.prtosales.ping.RecordFeedback;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.Map;

/// The feedback queue: what SES reports of a mail, taken into its ledger row. Each event comes by
/// two ways, and twice does no harm. One that makes no sense comes again a few times, and ends
/// among the dead letters. So does a mail to ops that did not arrive: whoever the alarm of that
/// queue rings for is told of it in the place of ops.
public final class DeliveryFeedbackHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final RecordFeedback recordFeedback;

    /// Lambda calls this one, once per cold start.
    public DeliveryFeedbackHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public DeliveryFeedbackHandler(AwsApplication application) {
        this.recordFeedback = application.recordFeedback();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Log log = Log.of(context);
        return QueueBatch.workOff(event, log, message -> record(message.getBody(), log));
    }

    private void record(String message, Log log) {
        switch (SesMessage.read(message)) {
            case SesNotification.Reported(var delivery, var reported) -> {
                RecordFeedback.Outcome outcome = recordFeedback.record(delivery, reported);
                log.info(
                        "feedback",
                        Map.of(
                                "placement",
                                delivery.subject(),
                                "delivery",
                                delivery,
                                "outcome",
                                outcome));
                if (outcome == RecordFeedback.Outcome.OPS_NOT_REACHED) {
                    throw new IllegalStateException(
                            "the mail %s to ops did not arrive: mend ops in the agreement"
                                    .formatted(delivery));
                }
            }
            case SesNotification.Ignored(var reason) -> log.info("ignored", Map.of("why", reason));
            case SesNotification.Malformed(var reason) ->
                    throw new IllegalArgumentException("not an event of SES: " + reason);
        }
    }
}
