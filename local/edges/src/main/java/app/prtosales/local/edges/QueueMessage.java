package app.prtosales.local.edges;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/// A message in a queue.
///
/// @param attributes the message attributes in SQS's JSON form
/// @param visibleAt when the message can be received (again)
/// @param firstReceivedAt when it was first received; the epoch if never
/// @param receipt the receipt handle of the latest receive, or empty
public record QueueMessage(
        String id,
        String body,
        Map<String, Object> attributes,
        Instant sentAt,
        Instant visibleAt,
        int receiveCount,
        Instant firstReceivedAt,
        String receipt) {

    /// The system attributes that SQS adds to the message.
    public Map<String, Object> systemAttributes() {
        return QueueEdge.systemAttributes(this);
    }

    /// The MD5 checksum of the body.
    public String md5OfBody() {
        return QueueChecksums.md5(body.getBytes(StandardCharsets.UTF_8));
    }

    QueueMessage received(Instant now, Instant visibleAgain, String newReceipt) {
        return new QueueMessage(
                id,
                body,
                attributes,
                sentAt,
                visibleAgain,
                receiveCount + 1,
                receiveCount == 0 ? now : firstReceivedAt,
                newReceipt);
    }

    QueueMessage visibleFrom(Instant instant) {
        return new QueueMessage(
                id, body, attributes, sentAt, instant, receiveCount, firstReceivedAt, receipt);
    }
}
