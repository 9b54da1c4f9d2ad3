package app.prtosales.aws.queue;

import app.prtosales.aws.Log;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The messages that SQS hands to a function together.
public final class QueueBatch {

    private QueueBatch() {}

    /// Has each message worked on and answers which are to come again. The one place where whatever
    /// breaks is caught: SQS brings that message again, and after its last try puts it into the
    /// dead-letter queue, while the others of the batch stay done.
    ///
    /// @param event null when the runtime was handed `null` or `[]`
    /// @param work throws when the message is to come again
    public static SQSBatchResponse workOff(
            @Nullable SQSEvent event, Log log, Consumer<SQSMessage> work) {
        List<BatchItemFailure> failed = new ArrayList<>();
        for (SQSMessage message :
                Optional.ofNullable(event).map(SQSEvent::getRecords).orElse(List.of())) {
            try {
                work.accept(message);
            } catch (RuntimeException broken) {
                log.error(
                        "message failed; it comes again",
                        Map.of(
                                "message",
                                String.valueOf(message.getMessageId()),
                                "why",
                                String.valueOf(broken)));
                failed.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failed);
    }
}
