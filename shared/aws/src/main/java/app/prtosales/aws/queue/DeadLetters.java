package app.prtosales.aws.queue;

import app.prtosales.aws.AwsClients;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Where messages go that no retry will help, at once and with the reason, instead of after the
/// last of several attempts and without one.
public final class DeadLetters {

    /// The message attribute that says why.
    public static final String REASON = "reason";

    private final SqsClient sqs;
    private final String queueUrl;

    public DeadLetters(AwsClients clients, String queueUrl) {
        this.sqs = clients.client("SQS", SqsClient.class, SqsClient::builder);
        this.queueUrl = queueUrl;
    }

    /// Puts a message aside as it came. SQS takes no empty body, so an empty one becomes a space.
    public void putAside(String body, String reason) {
        MessageAttributeValue why =
                MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
        sqs.sendMessage(send ->
                send.queueUrl(queueUrl)
                        .messageBody(body.isEmpty() ? " " : body)
                        .messageAttributes(Map.of(REASON, why)));
    }
}
