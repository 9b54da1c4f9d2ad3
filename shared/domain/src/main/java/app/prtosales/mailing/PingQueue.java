package app.prtosales.mailing;

import app.prtosales.id.RepId;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The queue of work that a placement still needs. A message may arrive twice or be lost: the table
/// records what was done, and the timers queue lost work again.
public interface PingQueue {

    /// How many reps one message names. The function takes one message at a time; even at SES's
    /// lowest rate, one email per second across all senders, two senders finish a message each
    /// within their two minutes. With more senders, the rest of it goes back to the queue.
    int CHUNK = 40;

    void plan(PlacementId id);

    /// Queues the follow-up for the emails that changes to a placement still require.
    void followUp(PlacementId id);

    /// Queues one message for each chunk.
    ///
    /// @param mailing the mailing whose recipients the chunks name
    /// @param delay how long the messages stay hidden; at most 15 minutes
    void send(PlacementId id, Mailing mailing, List<List<RepId>> chunks, Duration delay);

    /// @param delay how long the message stays hidden; at most 15 minutes
    void errand(Errand errand, Duration delay);

    /// Splits recipients into chunks, each for one message.
    static List<List<RepId>> chunks(List<RepId> reps) {
        List<List<RepId>> chunks = new ArrayList<>();
        for (int from = 0; from < reps.size(); from += CHUNK) {
            chunks.add(reps.subList(from, Math.min(from + CHUNK, reps.size())));
        }
        return chunks;
    }
}
