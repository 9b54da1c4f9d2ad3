package app.prtosales.response;

import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The responses recorded from emails.
public interface Responses {

    /// Records the response together with its history entry.
    ///
    /// @return false if it was recorded before, in which case nothing is written
    boolean add(Placement placement, Response response, HistoryEntry entry);

    Recorded about(Placement placement);

    /// The rep's acknowledgement of the ping; empty until they give one.
    ///
    /// @param rep the id it is stored under: the rep's first
    Optional<Response.Acknowledged> acknowledged(Placement placement, RepId rep);

    /// Deletes what a person wrote about themselves. The fact and time of the report stay (R5.10).
    void forgetWords(Placement placement, Response.WrongRecord written);

    /// Reads the responses about many placements, with far fewer reads than placements.
    ///
    /// @return only the placements that have responses
    Map<PlacementId, Recorded> aboutAll(Collection<Placement> placements);

    default List<Response> recorded(Placement placement) {
        return about(placement).responses();
    }

    /// The [#recorded] responses that stand.
    default List<Response> standing(Placement placement) {
        return Response.standing(recorded(placement));
    }
}
