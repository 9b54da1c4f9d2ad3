package app.prtosales.aws.queue;

import app.prtosales.aws.AwsClients;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// The dead-letter queue for messages that no retry can help: they go there immediately and with a
/// reason, instead of after the last of several attempts and without one.
public final class DeadLetters {

    /// The message attribute with the reason.
    public static final String REASON = "reason";

    private final SqsClient sqs;
    private final String queueUrl;

    public DeadLetters(AwsClients clients, String queueUrl) {
        this.sqs = SqsPingQueue.client(clients);
        this.queueUrl = queueUrl;
    }

    /// Sets a message aside unchanged. SQS accepts no empty body, so an empty one becomes a space.
    public void putAside(String body, String reason) {
        MessageAttributeValue why =
                MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
        sqs.sendMessage(send ->
                send.queueUrl(queueUrl)
                        .messageBody(body.isEmpty() ? " " : body)
                        .messageAttributes(Map.of(REASON, why)));
    }
}
