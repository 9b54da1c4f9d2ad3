package app.prtosales.delivery;

import java.time.Instant;
import java.util.List;

/// Records about all emails to reps together: for a week, how many were sent and how many came
/// back; and every stop of sending.
public interface Sendings {

    /// Records that emails were sent together.
    ///
    /// @param chunk identifies them; recording the same chunk at the same instant twice counts once
    void sent(Instant at, String chunk, int mails);

    /// Recording the same bounce twice counts once.
    void bounced(DeliveryId mail, Instant at);

    /// Recording the same complaint twice counts once.
    void complained(DeliveryId mail, Instant at);

    /// Whether any email has come back since an instant.
    boolean cameBackSince(Instant from);

    /// The counts since an instant.
    Tally since(Instant from);

    /// All stops so far, earliest first; there are few, and they are kept forever.
    List<Stop> stops();

    /// @return false if a stop with this number already exists
    boolean begin(Stop stop);

    /// Replaces the current stop with its ended version.
    ///
    /// @return false if someone else ended it first
    boolean end(Stop ended);
}
