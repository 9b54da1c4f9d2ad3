package app.prtosales.response;

import app.prtosales.aside.UnreadableException;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.response.Response.OfDeal;
import app.prtosales.response.Response.Undone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Responses about a placement, together with those about its copies from before they were merged
/// into it: uses in deals, and kits sent to champions, count for the story wherever they were
/// recorded (R5.4). Whatever else was recorded about a copy stays with the copy. A placement
/// without such copies takes no extra reads.
public final class ResponsesWithCopies implements Responses {

    /// More than the maximum number of responses about one placement.
    private static final int NUMBERS_OF_A_COPY = 10_000;

    private final Responses responses;
    private final Placements placements;

    public ResponsesWithCopies(Responses responses, Placements placements) {
        this.responses = responses;
        this.placements = placements;
    }

    @Override
    public boolean add(Placement placement, Response response, HistoryEntry entry) {
        return responses.add(placement, response, entry);
    }

    @Override
    public Recorded about(Placement placement) {
        return with(placement, responses.about(placement), this::aboutCopy);
    }

    @Override
    public Optional<Response.Acknowledged> acknowledged(Placement placement, RepId rep) {
        return responses.acknowledged(placement, rep);
    }

    @Override
    public void forgetWords(Placement placement, Response.WrongRecord written) {
        responses.forgetWords(placement, written);
    }

    @Override
    public Map<PlacementId, Recorded> aboutAll(Collection<Placement> all) {
        List<PlacementId> copies =
                all.stream()
                        .flatMap(placement -> placement.changes().mergedCopies().stream())
                        .distinct()
                        .toList();
        if (copies.isEmpty()) {
            return responses.aboutAll(all);
        }
        Map<PlacementId, Recorded> own =
                responses.aboutAll(
                        Stream.concat(all.stream(), placements.all(copies).stream()).toList());
        Map<PlacementId, Recorded> withCopies = new HashMap<>();
        for (Placement placement : all) {
            Recorded recorded =
                    with(
                            placement,
                            own.getOrDefault(placement.id(), Recorded.NOTHING),
                            copy -> own.getOrDefault(copy, Recorded.NOTHING));
            if (!recorded.equals(Recorded.NOTHING)) {
                withCopies.put(placement.id(), recorded);
            }
        }
        return withCopies;
    }

    private Recorded aboutCopy(PlacementId copy) {
        try {
            return placements.find(copy).map(responses::about).orElse(Recorded.NOTHING);
        } catch (UnreadableException setAsideAndReported) {
            return Recorded.NOTHING;
        }
    }

    private static Recorded with(
            Placement placement, Recorded own, Function<PlacementId, Recorded> aboutCopy) {
        List<Response> all = new ArrayList<>(own.responses());
        int before = 0;
        for (PlacementId copy : placement.changes().mergedCopies()) {
            before -= NUMBERS_OF_A_COPY;
            all.addAll(uses(aboutCopy.apply(copy).responses(), before));
        }
        return new Recorded(all, own.acknowledged());
    }

    /// The copy's uses and undos, numbered below the placement's own, so that each keeps its number
    /// whatever is recorded later.
    private static List<Response> uses(List<Response> ofCopy, int before) {
        List<Response> uses = new ArrayList<>();
        for (Response each : ofCopy) {
            if (each instanceof OfDeal deal) {
                uses.add(deal.as(deal.at(), before + deal.number()));
            } else if (each instanceof Undone undone) {
                uses.add(undone.shifted(before));
            }
        }
        return uses;
    }
}
