package app.prtosales.overview;

import app.prtosales.audit.AuditPlacement;
import app.prtosales.audit.PlacementAudit;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Directory;
import app.prtosales.distribution.JudgePlacement;
import app.prtosales.distribution.Suggestion;
import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Status;
import app.prtosales.response.Responses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts together what is known of a placement, from the table as it is at this moment.
public final class ShowPlacement {

    private final Placements placements;
    private final Ledger ledger;
    private final Responses responses;
    private final History history;
    private final People people;
    private final Directory directory;
    private final JudgePlacement judge;
    private final AuditPlacement audit;

    public ShowPlacement(
            Placements placements,
            Ledger ledger,
            Responses responses,
            History history,
            People people,
            Directory directory,
            JudgePlacement judge,
            AuditPlacement audit) {
        this.placements = placements;
        this.ledger = ledger;
        this.responses = responses;
        this.history = history;
        this.people = people;
        this.directory = directory;
        this.judge = judge;
        this.audit = audit;
    }

    public Optional<PlacementOverview> show(PlacementId id) {
        return placements.find(id).map(this::show);
    }

    public PlacementOverview show(Placement placement) {
        Reached reached = judge.reached(placement);
        PlacementAudit answers = audit.audit(placement, reached);
        List<Delivery> pings =
                ledger.about(placement.id().value()).stream()
                        .filter(row -> row.id().kind() == MailKind.PING)
                        .toList();
        return new PlacementOverview(
                placement,
                status(placement, reached, pings),
                answers,
                Suggestion.of(placement, directory.rules(), directory.sequences()),
                responses.thatCount(placement.id()),
                responses.acknowledgedBy(placement.id()).size(),
                pings.stream()
                        .filter(Delivery::possibleDuplicate)
                        .map(row -> row.id().recipient())
                        .toList(),
                withAddresses(history.of(placement.id().value())));
    }

    /// The three answers about the newest placement (R4.4).
    public Optional<PlacementOverview> newest() {
        return audit.newest().map(this::show);
    }

    /// The timer that looks for stuck sends says it a little later than the ledger does.
    private static Status status(Placement placement, Reached reached, List<Delivery> pings) {
        boolean allLeft =
                pings.size() >= reached.of() + reached.left().size()
                        && pings.stream().noneMatch(row -> row.state().isOpen());
        return placement.status() == Status.DISTRIBUTING && allLeft
                ? Status.DISTRIBUTED
                : placement.status();
    }

    private List<HistoryEntry> withAddresses(List<HistoryEntry> entries) {
        Map<String, String> known = new HashMap<>();
        return entries.stream()
                .map(entry ->
                        new HistoryEntry(
                                entry.subject(),
                                entry.at(),
                                known.computeIfAbsent(entry.by(), this::address),
                                entry.what(),
                                entry.reason()))
                .toList();
    }

    /// Only who signed in has an address here; a rep and the product itself stay as they are.
    private String address(String id) {
        return id.startsWith("u-") ? people.find(id).map(Person::email).orElse(id) : id;
    }
}
