package app.prtosales.aws.queue;

import app.prtosales.aws.Log;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A batch of messages that SQS passes to a function.
public final class QueueBatch {

    private QueueBatch() {}

    /// Processes each message and reports those to be retried. The only place that catches every
    /// failure: SQS redelivers the failed message and, after the last attempt, moves it to the
    /// dead-letter queue, while the rest of the batch stays done.
    ///
    /// @param event null if the runtime received `null` or `[]`
    /// @param work throws if the message must be retried
    public static SQSBatchResponse processEach(
            @Nullable SQSEvent event, Log log, Consumer<SQSMessage> work) {
        List<BatchItemFailure> failed = new ArrayList<>();
        for (SQSMessage message : messages(event)) {
            try {
                work.accept(message);
            } catch (RuntimeException broken) {
                log.error(
                        "message failed; SQS will deliver it again",
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

    private static List<SQSMessage> messages(@Nullable SQSEvent event) {
        return Optional.ofNullable(event).map(SQSEvent::getRecords).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
