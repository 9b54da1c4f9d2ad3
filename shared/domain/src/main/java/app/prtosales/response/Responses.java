package app.prtosales.response;

import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was recorded from mails.
public interface Responses {

    /// Records it together with what the history says of it.
    ///
    /// @return false when it was recorded before; then nothing was written
    boolean add(Placement placement, Response response, HistoryEntry entry);

    Recorded about(Placement placement);

    /// That a rep read the ping, and when; empty while they did not say so.
    ///
    /// @param rep the id that it is kept under: the first of theirs
    Optional<Response.Acknowledged> acknowledged(Placement placement, RepId rep);

    /// Takes away what a person wrote about themselves; that they did, and when, stays (R5.10).
    void forgetWords(Placement placement, Response.WrongRecord written);

    /// About many placements, in much fewer reads than placements.
    ///
    /// @return those of whom something was recorded
    Map<PlacementId, Recorded> aboutAll(Collection<Placement> placements);

    default List<Response> recorded(Placement placement) {
        return about(placement).responses();
    }

    /// Those of [#recorded] that stand and count: references, kits sent and sequences.
    default List<Response> thatCount(Placement placement) {
        return Response.counting(recorded(placement));
    }
}
