package app.prtosales.functions.deliveryfeedback;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.events.SesMessage;
import app.prtosales.aws.events.SesNotification;
import app.prtosales.aws.queue.QueueBatch;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SesEvent;
import app.prtosales.ping.RecordFeedback;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/// Consumes the feedback queue: records SES's delivery events in the email's ledger row. Every
/// event arrives by two routes, so duplicates are harmless. A malformed event is retried a few
/// times and ends in the dead-letter queue. So does the event of an undelivered email to ops: the
/// alarm on that queue notifies someone else instead.
public final class DeliveryFeedbackHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final RecordFeedback recordFeedback;

    /// Called by Lambda, once per cold start.
    public DeliveryFeedbackHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public DeliveryFeedbackHandler(AwsApplication application) {
        this.recordFeedback = application.recordFeedback();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Log log = Log.of(context);
        return QueueBatch.processEach(event, log, message -> record(message.getBody(), log));
    }

    private void record(String message, Log log) {
        switch (SesMessage.read(message)) {
            case SesNotification.Reported(var delivery, var reported) -> {
                RecordFeedback.Outcome outcome = recordFeedback.record(delivery, reported);
                log.info("feedback", line(delivery, reported, outcome));
                if (outcome == RecordFeedback.Outcome.OPS_NOT_REACHED) {
                    throw new IllegalStateException(
                            "the email %s to ops was not delivered: correct the ops address in the agreement"
                                    .formatted(delivery));
                }
            }
            case SesNotification.Ignored(var reason) -> log.info("ignored", Map.of("why", reason));
            case SesNotification.Malformed(var reason) ->
                    throw new IllegalArgumentException("not an SES event: " + reason);
        }
    }

    /// In this order, in which `docs/first-day.md` counts the lines.
    private static Map<String, Object> line(
            DeliveryId delivery, SesEvent reported, RecordFeedback.Outcome outcome) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("placement", delivery.subject());
        line.put("delivery", delivery);
        line.put("event", reported.getClass().getSimpleName());
        line.put("sesId", reported.sesId());
        line.put("outcome", outcome);
        return line;
    }
}
