package app.prtosales.local.edges;

import java.time.Instant;
import java.util.Map;

/// A message as it lies in a queue.
///
/// @param attributes the message attributes as SQS has them in JSON
/// @param visibleAt when it can be received (again)
/// @param firstReceivedAt the epoch before the first time
/// @param receipt the handle of the last time, or empty
public record QueueMessage(
        String id,
        String body,
        Map<String, Object> attributes,
        Instant sentAt,
        Instant visibleAt,
        int receiveCount,
        Instant firstReceivedAt,
        String receipt) {

    /// What SQS itself says of the message.
    public Map<String, Object> systemAttributes() {
        return QueueEdge.systemAttributes(this);
    }

    /// The checksum of the body.
    public String md5OfBody() {
        return QueueChecksums.md5(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
