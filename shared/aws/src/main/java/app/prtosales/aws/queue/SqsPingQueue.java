package app.prtosales.aws.queue;

import app.prtosales.aws.AwsClients;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// The ping queue on SQS.
public final class SqsPingQueue implements PingQueue {

    /// The most messages that SQS accepts in one call.
    private static final int BATCH = 10;

    /// The longest delay of an SQS message.
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /// SQS can reject some messages of a successful call, and the SDK does not retry those.
    private static final int ATTEMPTS = 3;

    /// Short, because a person may be waiting for the answer. If a message is not queued in time,
    /// another attempt or the tick queues it.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsPingQueue(AwsClients clients, String queueUrl) {
        this.sqs = client(clients);
        this.queueUrl = queueUrl;
    }

    static SqsClient client(AwsClients clients) {
        return clients.client(
                "SQS",
                SqsClient.class,
                SqsClient::builder,
                behavior -> behavior.apiCallTimeout(PATIENCE));
    }

    @Override
    public void plan(PlacementId id) {
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(QueueMessage.plan(id)));
    }

    @Override
    public void followUp(PlacementId id) {
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(QueueMessage.followUp(id)));
    }

    @Override
    public void send(PlacementId id, Mailing mailing, List<List<RepId>> chunks, Duration delay) {
        checkDelay(delay);
        for (int from = 0; from < chunks.size(); from += BATCH) {
            int to = Math.min(from + BATCH, chunks.size());
            sendAll(
                    entries(
                            id,
                            mailing,
                            chunks.subList(from, to),
                            Math.toIntExact(delay.toSeconds())));
        }
    }

    @Override
    public void errand(Errand errand, Duration delay) {
        checkDelay(delay);
        try {
            sqs.sendMessage(send ->
                    send.queueUrl(queueUrl)
                            .messageBody(QueueMessage.errand(errand))
                            .delaySeconds(Math.toIntExact(delay.toSeconds())));
        } catch (SdkException notTaken) {
            throw new QueueNotTakenException("SQS did not accept an errand", notTaken);
        }
    }

    private static void checkDelay(Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("a delay must be from 0 to 15 minutes");
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(
            PlacementId id, Mailing mailing, List<List<RepId>> chunks, int delay) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (List<RepId> reps : chunks) {
            entries.add(
                    SendMessageBatchRequestEntry.builder()
                            .id(Integer.toString(entries.size()))
                            .messageBody(QueueMessage.send(id, mailing, reps))
                            .delaySeconds(delay)
                            .build());
        }
        return entries;
    }

    private void sendAll(List<SendMessageBatchRequestEntry> entries) {
        List<SendMessageBatchRequestEntry> left = entries;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            List<SendMessageBatchRequestEntry> batch = left;
            List<BatchResultErrorEntry> failed =
                    sqs.sendMessageBatch(send -> send.queueUrl(queueUrl).entries(batch)).failed();
            boolean ours =
                    failed.stream().anyMatch(error -> Boolean.TRUE.equals(error.senderFault()));
            if (!failed.isEmpty() && (ours || attempt == ATTEMPTS)) {
                throw new QueueNotTakenException(
                        "SQS did not accept %d of %d messages: %s"
                                .formatted(failed.size(), batch.size(), codes(failed)));
            }
            Map<String, SendMessageBatchRequestEntry> byId =
                    batch.stream()
                            .collect(
                                    Collectors.toMap(
                                            SendMessageBatchRequestEntry::id, Function.identity()));
            left = failed.stream().map(error -> byId.get(error.id())).toList();
        }
    }

    private static String codes(List<BatchResultErrorEntry> failed) {
        return failed.stream()
                .map(BatchResultErrorEntry::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
