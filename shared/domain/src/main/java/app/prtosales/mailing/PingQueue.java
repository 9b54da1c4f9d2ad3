package app.prtosales.mailing;

import app.prtosales.id.RepId;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.List;

/// The work that is still to be done for a distribution. A message may come twice or be lost: the
/// table says what was done, and the timers bring back what was lost.
public interface PingQueue {

    /// How many reps one message names. The function takes one message at a time, and at the lowest
    /// rate that SES gives, a mail a second for all senders, it is done with it in its two minutes.
    int CHUNK = 40;

    void plan(PlacementId id);

    /// Sees to the mails that the changes of a placement still cause.
    void followUp(PlacementId id);

    /// Queues one message for each chunk.
    ///
    /// @param mailing which mails the chunks name the recipients of
    /// @param delay how long nobody is to work on it; at most 15 minutes
    void send(PlacementId id, Mailing mailing, List<List<RepId>> chunks, Duration delay);

    /// @param delay how long nobody is to work on it; at most 15 minutes
    void errand(Errand errand, Duration delay);
}
