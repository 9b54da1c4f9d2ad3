package app.prtosales.overview;

import app.prtosales.audit.AnswerQuestions;
import app.prtosales.audit.NewestPlacement;
import app.prtosales.audit.NextSteps;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Roster;
import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.kit.ChampionKit;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.MergedCopies;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Reached;
import app.prtosales.placement.SimilarPlacements;
import app.prtosales.placement.Status;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import app.prtosales.response.SameUse;
import app.prtosales.sequence.SequenceTask;
import app.prtosales.text.ReaderClock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts together everything we know about a placement, from the current state of the table.
public final class ShowPlacement {

    /// The lists that the overview is built from.
    private static final Set<ListName> LISTS =
            Set.of(ListName.REPS, ListName.SEGMENTS, ListName.SEQUENCES, ListName.RULES);

    private final Placements placements;
    private final Ledger ledger;
    private final Responses responses;
    private final History history;
    private final People people;
    private final Directory directory;
    private final NewestPlacement newest;
    private final MergedCopies mergedCopies;
    private final InstantSource clock;

    public ShowPlacement(
            Placements placements,
            Ledger ledger,
            Responses responses,
            History history,
            People people,
            Directory directory,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.responses = responses;
        this.history = history;
        this.people = people;
        this.directory = directory;
        this.newest = new NewestPlacement(placements, clock);
        this.mergedCopies = new MergedCopies(placements);
        this.clock = clock;
    }

    public Optional<PlacementOverview> show(PlacementId id) {
        return placements.find(id).map(this::show);
    }

    public PlacementOverview show(Placement placement) {
        PlacementId id = placement.id();
        Map<DeliveryId, Delivery> rows = new LinkedHashMap<>();
        ledger.about(id.value()).forEach(row -> rows.put(row.id(), row));
        Map<String, String> known = new HashMap<>();
        List<HistoryEntry> entries = withAddresses(history.of(id.value()), known);
        return show(
                placement,
                rows,
                responses.about(placement),
                known,
                entries,
                new SimilarPlacements(placements).to(placement),
                directory.with(LISTS));
    }

    /// The overview of a placement that was just accepted and has not been sent to anyone.
    ///
    /// @param by the submitter
    public PlacementOverview accepted(SubmitOutcome.Accepted accepted, Person by) {
        return show(
                accepted.placement(),
                Map.of(),
                Recorded.NOTHING,
                Map.of(by.id(), by.email()),
                List.of(accepted.entry().attributedTo(by.email())),
                accepted.similar(),
                accepted.lists());
    }

    private PlacementOverview show(
            Placement placement,
            Map<DeliveryId, Delivery> rows,
            Recorded recorded,
            Map<String, String> known,
            List<HistoryEntry> entries,
            List<StoryInBrief> similar,
            Directory lists) {
        List<Delivery> pings = pings(rows);
        Roster roster = lists.roster();
        SameUse sameUse = new SameUse(lists);
        Reached reached =
                JudgePlacement.reached(placement, pings, roster, clock.instant())
                        .named(roster::presentId);
        return new PlacementOverview(
                placement,
                status(placement, reached, pings),
                placement.forwardabilityAt(clock.instant()),
                audit(placement, reached, recorded.responses(), lists),
                JudgePlacement.reachedAt(placement, pings, roster),
                SequenceTask.of(
                        placement,
                        lists.rules(),
                        lists.sequences(),
                        recorded.responses(),
                        task -> Optional.ofNullable(rows.get(task)),
                        clock.instant()),
                new NextSteps(lists, clock.instant()).restart(placement).orElse(null),
                ChampionKit.whyNot(placement, new ReaderClock(ZoneOffset.UTC, clock.instant()))
                        .orElse(null),
                sameUse.counting(recorded.responses()),
                sameUse.champions(recorded.responses()),
                recorded.acknowledged(),
                possibleDuplicates(pings, roster),
                similar,
                mergedCopies.areOut(placement),
                known,
                roster.presentIds(),
                entries);
    }

    private static List<Delivery> pings(Map<DeliveryId, Delivery> rows) {
        return rows.values().stream().filter(row -> row.id().kind().isPing()).toList();
    }

    private static List<RepId> possibleDuplicates(List<Delivery> pings, Roster roster) {
        return pings.stream()
                .filter(Delivery::possibleDuplicate)
                .map(row -> roster.presentId(row.id().rep()))
                .toList();
    }

    /// The three answers, and who has to act next.
    private PlacementAnswers audit(
            Placement placement, Reached reached, List<Response> recorded, Directory lists) {
        PlacementAnswers answers = AnswerQuestions.audit(placement, reached, recorded, lists);
        NextSteps nextSteps = new NextSteps(lists, clock.instant());
        return answers.withNext(nextSteps.of(placement, answers, recorded).orElse(null));
    }

    /// The three answers about the newest placement (R4.4).
    public Optional<PlacementOverview> newest() {
        return newest.find().map(this::show);
    }

    /// The ledger shows that the last ping is out a little before the timer that checks for stuck
    /// sends records it.
    private static Status status(Placement placement, Reached reached, List<Delivery> pings) {
        boolean allLeft =
                pings.size() >= reached.of() + reached.left().size() + reached.joined().size()
                        && pings.stream().noneMatch(row -> row.state().isOpen());
        return placement.status() == Status.DISTRIBUTING && allLeft
                ? Status.DISTRIBUTED
                : placement.status();
    }

    private List<HistoryEntry> withAddresses(
            List<HistoryEntry> entries, Map<String, String> known) {
        return entries.stream()
                .map(entry -> entry.attributedTo(known.computeIfAbsent(entry.by(), this::address)))
                .toList();
    }

    /// Only people who signed in have an address here; the ids of reps and of the product are shown
    /// as they are.
    private String address(String id) {
        return id.startsWith("u-") ? people.find(id).map(Person::email).orElse(id) : id;
    }
}
