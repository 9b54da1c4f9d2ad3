package app.prtosales.response;

import app.prtosales.aside.UnreadableException;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Responses about a placement, together with those about its copies from before they were merged
/// into it: uses in deals, and kits sent to champions, count for the story wherever they were
/// recorded (R5.4). Whatever else was recorded about a copy stays with the copy. A placement
/// without such copies takes no further reads.
public final class ResponsesWithCopies implements Responses {

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
                        .flatMap(ResponsesWithCopies::merged)
                        .map(ResponsesWithCopies::idOf)
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
        } catch (UnreadableException putAsideAndTold) {
            return Recorded.NOTHING;
        }
    }

    private static Recorded with(
            Placement placement, Recorded own, Function<PlacementId, Recorded> aboutCopy) {
        List<Response> all = own.responses();
        for (Copy copy : merged(placement).toList()) {
            all = with(all, copy, aboutCopy.apply(idOf(copy)).responses());
        }
        return new Recorded(all, own.acknowledged());
    }

    /// The copy's uses follow the answers to the same subject from before the merge, and precede
    /// those from after it: what a rep undid before does not undo them, and what a rep says from
    /// then on does.
    private static List<Response> with(List<Response> all, Copy copy, List<Response> ofCopy) {
        List<Response> uses = new ArrayList<>();
        for (Response each : Response.counting(ofCopy)) {
            if (each instanceof Referenced || each instanceof KitSent) {
                int before =
                        all.stream()
                                .filter(other -> other.subject().equals(each.subject()))
                                .filter(other -> other.at().isBefore(copy.attachedAt()))
                                .mapToInt(Response::number)
                                .max()
                                .orElse(0);
                uses.add(each.as(each.at(), before + 1));
            }
        }
        // In front, so that of two with one number, the placement's own stands.
        return Stream.concat(uses.stream(), all.stream()).toList();
    }

    /// The copies that were placements of their own, each once.
    private static Stream<Copy> merged(Placement placement) {
        return placement.changes().copies().stream()
                .filter(copy -> copy.placement() != null)
                .collect(
                        Collectors.toMap(
                                ResponsesWithCopies::idOf,
                                copy -> copy,
                                (first, again) -> first,
                                LinkedHashMap::new))
                .values()
                .stream();
    }

    private static PlacementId idOf(Copy copy) {
        return Objects.requireNonNull(copy.placement());
    }
}
