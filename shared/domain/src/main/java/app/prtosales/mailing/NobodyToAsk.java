package app.prtosales.mailing;

import app.prtosales.directory.Sequence;
import app.prtosales.response.Response.Declined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why no owner is asked to add a placement that is allowed in sequences. It is then up to the
/// owner of rule 2 to choose one (R2.6).
///
/// @param declined the answers of the owners who declined
/// @param inactive the sequence that it belongs in; null unless that one is paused or archived
public record NobodyToAsk(List<Refusal> declined, @Nullable Sequence inactive) {

    public NobodyToAsk {
        declined = List.copyOf(declined);
    }

    /// An owner said that it does not fit.
    public record Refusal(Sequence sequence, Declined answer) {}

    /// What keeps it out of a sequence.
    public enum Cause {
        NO_RULE,
        DECLINED,
        PAUSED,
        ARCHIVED
    }

    public Cause cause() {
        if (inactive == null) {
            return declined.isEmpty() ? Cause.NO_RULE : Cause.DECLINED;
        }
        return inactive.status() == Sequence.Status.PAUSED ? Cause.PAUSED : Cause.ARCHIVED;
    }
}
