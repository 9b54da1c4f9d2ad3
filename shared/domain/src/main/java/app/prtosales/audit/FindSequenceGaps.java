package app.prtosales.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.id.SequenceId;
import app.prtosales.kit.ChampionKit;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Reached;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds gaps in rule 2: placements that are in no active sequence, and sequences that contain
/// placements that have ended.
public final class FindSequenceGaps {

    /// Only this many of the newest are checked, because the API has to answer in time.
    private static final int MAXIMUM = 3_000;

    /// Placements are read year by year, so that a large company reads not much more than
    /// [#MAXIMUM]. Older ones, which may have been extended (R5.3), are read in one query.
    private static final int YEARS = 5;

    private static final Set<ListName> LISTS =
            Set.of(ListName.SEQUENCES, ListName.ACCOUNTS, ListName.RULES, ListName.SEGMENTS);

    private final Placements placements;
    private final Responses responses;
    private final Directory directory;
    private final InstantSource clock;

    public FindSequenceGaps(
            Placements placements, Responses responses, Directory directory, InstantSource clock) {
        this.placements = placements;
        this.responses = responses;
        this.directory = directory;
        this.clock = clock;
    }

    /// @param unplaced newest first
    /// @param sequences by name, with those that are off the list last
    public record Gaps(Instant asOf, List<Unplaced> unplaced, List<Holding> sequences) {

        public Gaps {
            unplaced = List.copyOf(unplaced);
            sequences = List.copyOf(sequences);
        }
    }

    /// A placement that should be in an active sequence but is in none.
    ///
    /// @param why the reason; if it was in a sequence before, with the time when that ended (R2.4)
    /// @param next who has to act next; null if nobody has to
    public record Unplaced(
            PlacementId id, String outlet, String headline, Finding why, @Nullable NextStep next) {}

    /// A sequence and the placements in it.
    ///
    /// @param state as in [Facts.Confirmed]
    /// @param counting how many placements count as being in it
    /// @param carried the placements whose Yes depends on it
    /// @param ended the placements in it that may no longer be used
    public record Holding(
            SequenceId sequence,
            String name,
            String state,
            int counting,
            List<Carried> carried,
            List<Ended> ended) {

        public Holding {
            carried = List.copyOf(carried);
            ended = List.copyOf(ended);
        }
    }

    /// A placement that would lose its Yes, or one of the reasons for it, if the sequence lost this
    /// stage.
    ///
    /// @param onlyHere true if no other active sequence has it, so that its answer would turn No
    public record Carried(PlacementId id, String headline, String stage, boolean onlyHere) {}

    /// @param why `expired`, `retracted`, `withdrawn`, or the color that replaced Green
    public record Ended(PlacementId id, String headline, String stage, String why, Instant at) {}

    public Gaps find() {
        Instant now = clock.instant();
        Directory lists = directory.with(LISTS);
        AnswerQuestions.Lists lookedUp = new AnswerQuestions.Lists(lists);
        NextSteps nextSteps = new NextSteps(lists, now);
        List<Placement> found = newest(now);
        Map<PlacementId, Recorded> all = responses.aboutAll(found);
        List<PlacementResponses> recorded =
                found.stream()
                        .map(placement ->
                                new PlacementResponses(
                                        placement,
                                        all.getOrDefault(placement.id(), Recorded.NOTHING)
                                                .responses()))
                        .toList();
        List<Unplaced> unplaced = new ArrayList<>();
        for (PlacementResponses each : recorded) {
            unplaced(each, lookedUp, nextSteps, now).ifPresent(unplaced::add);
        }
        return new Gaps(now, unplaced, holdings(recorded, lookedUp, now));
    }

    private List<Placement> newest(Instant now) {
        List<Placement> found = new ArrayList<>();
        Instant end = now.plus(Duration.ofDays(2));
        for (int year = 0; year <= YEARS && found.size() < MAXIMUM; year++) {
            Instant start = year == YEARS ? Instant.EPOCH : end.minus(Duration.ofDays(365));
            placements.withDeadlineIn(start, end).reversed().stream()
                    .filter(placement -> !placement.publication().at().isAfter(now))
                    .forEach(found::add);
            end = start;
        }
        return found.stream().limit(MAXIMUM).toList();
    }

    private record PlacementResponses(Placement placement, List<Response> responses) {}

    private static Optional<Unplaced> unplaced(
            PlacementResponses each,
            AnswerQuestions.Lists lists,
            NextSteps nextSteps,
            Instant now) {
        Placement placement = each.placement();
        if (placement.status().isOver() || placement.isExpiredAt(now)) {
            return Optional.empty();
        }
        PlacementAnswers audit =
                AnswerQuestions.audit(placement, Reached.nobodyYet(0), each.responses(), lists, 0);
        return audit.inActiveSequence().answer() == Answer.NO
                ? Optional.of(
                        new Unplaced(
                                placement.id(),
                                placement.story().outlet(),
                                placement.story().headline(),
                                audit.inActiveSequence(),
                                nextSteps.of(placement, audit, each.responses()).orElse(null)))
                : Optional.empty();
    }

    /// A placement that is in a sequence according to its owner.
    ///
    /// @param counting the sequences in which the placement counts, if its answer is Yes
    private record Placed(
            Placement placement, Facts.Confirmed confirmed, Set<SequenceId> counting) {

        boolean isCarried() {
            return confirmed.counts() && !counting.isEmpty();
        }

        Carried carried() {
            return new Carried(
                    placement.id(),
                    placement.story().headline(),
                    confirmed.stage(),
                    counting.size() == 1);
        }
    }

    private static List<Holding> holdings(
            List<PlacementResponses> recorded, AnswerQuestions.Lists lists, Instant now) {
        Map<SequenceId, List<Placed>> placed =
                recorded.stream()
                        .flatMap(each -> placed(each, lists, now))
                        .collect(groupingBy(each -> each.confirmed().sequence()));
        Stream<Holding> listed =
                lists.sequences().values().stream()
                        .sorted(Comparator.comparing(Sequence::name).thenComparing(Sequence::id))
                        .map(sequence ->
                                holding(
                                        sequence.id(),
                                        sequence.name(),
                                        sequence.status().word(),
                                        placed.getOrDefault(sequence.id(), List.of()),
                                        now));
        Stream<Holding> gone =
                lists.gone().keySet().stream()
                        .sorted()
                        .map(id ->
                                holding(
                                        id,
                                        lists.name(id),
                                        Facts.Confirmed.GONE,
                                        placed.getOrDefault(id, List.of()),
                                        now))
                        .filter(holding -> !holding.ended().isEmpty());
        return Stream.concat(listed, gone).toList();
    }

    /// A placement that may be used is in a sequence while its owner's answer is up to date; one
    /// that may not, until its owner has taken it out.
    private static Stream<Placed> placed(
            PlacementResponses each, AnswerQuestions.Lists lists, Instant now) {
        boolean usable = ChampionKit.isReady(each.placement(), now);
        List<Facts.Confirmed> confirmed =
                Response.standing(each.responses()).stream()
                        .filter(Response.InSequence.class::isInstance)
                        .map(Response.InSequence.class::cast)
                        .filter(in -> !usable || in.outdatedBy(each.placement()).isEmpty())
                        .map(in -> AnswerQuestions.confirmed(in, lists))
                        .toList();
        Set<SequenceId> counting =
                confirmed.isEmpty() || answer(each, lists).answer() != Answer.YES
                        ? Set.of()
                        : confirmed.stream()
                                .filter(Facts.Confirmed::counts)
                                .map(Facts.Confirmed::sequence)
                                .collect(toUnmodifiableSet());
        return confirmed.stream().map(in -> new Placed(each.placement(), in, counting));
    }

    private static Finding answer(PlacementResponses each, AnswerQuestions.Lists lists) {
        return AnswerQuestions.audit(
                        each.placement(), Reached.nobodyYet(0), each.responses(), lists, 0)
                .inActiveSequence();
    }

    private static Holding holding(
            SequenceId id, String name, String state, List<Placed> placed, Instant now) {
        int counting = 0;
        List<Carried> carried = new ArrayList<>();
        List<Ended> ended = new ArrayList<>();
        for (Placed each : placed) {
            Optional<Ended> over = ended(each, now);
            over.ifPresent(ended::add);
            counting += over.isEmpty() && each.confirmed().counts() ? 1 : 0;
            if (over.isEmpty() && each.isCarried()) {
                carried.add(each.carried());
            }
        }
        return new Holding(id, name, state, counting, carried, ended);
    }

    private static Optional<Ended> ended(Placed placed, Instant now) {
        Placement placement = placed.placement();
        TakenBack back = placement.changes().takenBack();
        if (placement.status().isOver()) {
            return Optional.of(
                    ended(
                            placed,
                            placement.status().word(),
                            back == null ? placement.expiresAt() : back.at()));
        }
        if (placement.isExpiredAt(now)) {
            return Optional.of(ended(placed, "expired", placement.expiresAt()));
        }
        return placement.forwardability() == Forwardability.GREEN
                ? Optional.empty()
                : placement
                        .changes()
                        .lastTurn()
                        .map(turn -> ended(placed, turn.to().word(), turn.at()));
    }

    private static Ended ended(Placed placed, String why, Instant at) {
        return new Ended(
                placed.placement().id(),
                placed.placement().story().headline(),
                placed.confirmed().stage(),
                why,
                at);
    }
}
