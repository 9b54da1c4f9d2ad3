package app.prtosales.delivery;

import java.time.Instant;
import java.util.List;

/// What is kept of all mails to reps together, for a week: how many went out and came back, and
/// when sending was stopped for it.
public interface Sendings {

    /// Notes that mails went out together.
    ///
    /// @param chunk names them; noted twice at one instant, they count once
    void sent(Instant at, String chunk, int mails);

    /// Noted twice, it counts once.
    void bounced(DeliveryId mail, Instant at);

    /// Noted twice, it counts once.
    void complained(DeliveryId mail, Instant at);

    /// Whether any mail came back from an instant on.
    boolean cameBackSince(Instant from);

    /// What was noted from an instant on.
    Tally since(Instant from);

    /// Every stop there was, earliest first; they are few, and kept for good.
    List<Stop> stops();

    /// @return false when a stop of this number is there already
    boolean begin(Stop stop);

    /// Puts an ended stop in the place of the one that was in force.
    ///
    /// @return false when somebody else ended it first
    boolean end(Stop ended);
}
