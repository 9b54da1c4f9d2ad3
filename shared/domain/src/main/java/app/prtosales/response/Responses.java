package app.prtosales.response;

import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.PlacementId;
import java.util.List;

/// What was recorded from mails.
public interface Responses {

    /// Records it together with what the history says of it.
    ///
    /// @return false when it was recorded before; then nothing was written
    boolean add(PlacementId placement, Response response, HistoryEntry entry);

    /// All that was recorded but who acknowledged, what was overtaken as well: a handful, however
    /// large the team is.
    List<Response> recorded(PlacementId placement);

    /// Those of [#recorded] that stand and count: references, kits sent and sequences.
    default List<Response> thatCount(PlacementId placement) {
        return Response.counting(recorded(placement));
    }

    /// Who acknowledged, by id.
    List<String> acknowledgedBy(PlacementId placement);

    /// How many acknowledged: counted where they lie, without who.
    int acknowledged(PlacementId placement);
}
