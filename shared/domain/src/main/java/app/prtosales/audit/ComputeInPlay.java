package app.prtosales.audit;

import app.prtosales.audit.ComputeWeek.Audited;
import app.prtosales.audit.InPlay.Deal;
import app.prtosales.audit.InPlay.Ending;
import app.prtosales.audit.InPlay.InStage;
import app.prtosales.audit.InPlay.Untouched;
import app.prtosales.directory.Segment;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Tone;
import app.prtosales.placement.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Computes what is in play at the end of a week.
final class ComputeInPlay {

    private static final Duration ENDING_SOON = Duration.ofDays(14);

    private final List<Audited> quarter;
    private final List<Audited> inPlay;
    private final List<PlacementAnswers> active;
    private final Span span;
    private final Instant asOf;

    /// @param quarter the placements of the 13 weeks that end with the week
    /// @param asOf the reference time for what has expired, ends soon, or was left untouched
    ComputeInPlay(List<Audited> quarter, Span span, Instant asOf) {
        this.quarter = quarter;
        this.inPlay =
                quarter.stream()
                        .filter(each -> !each.placement().status().isOver())
                        .filter(each -> each.placement().expiresAt().isAfter(asOf))
                        .toList();
        this.active = inPlay.stream().map(Audited::audit).toList();
        this.span = span;
        this.asOf = asOf;
    }

    /// @param segments all segments, to find the quiet ones
    InPlay compute(List<Segment> segments) {
        List<Deal> deals = deals();
        List<Ending> ending = ending();
        List<Untouched> untouched = untouched();
        return new InPlay(
                active.size(),
                stages(),
                deals.size(),
                (int) deals.stream().filter(Deal::target).count(),
                named(deals),
                (int) active.stream().filter(ComputeInPlay::isKitReady).count(),
                active.stream().mapToInt(audit -> audit.facts().armed()).sum(),
                named(ending),
                ending.size(),
                quiet(segments),
                named(untouched),
                untouched.size());
    }

    private static <T> List<T> named(List<T> all) {
        return all.stream().limit(InPlay.NAMED).toList();
    }

    private List<InStage> stages() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        active.stream()
                .filter(audit -> audit.inActiveSequence().answer() == Answer.YES)
                .flatMap(audit -> audit.facts().confirmed().stream())
                .filter(Facts.Confirmed::counts)
                .forEach(confirmed ->
                        personas(confirmed)
                                .forEach(persona ->
                                        counts.computeIfAbsent(
                                                        confirmed.stage(), none -> new TreeMap<>())
                                                .merge(persona, 1, Integer::sum)));
        List<InStage> stages = new ArrayList<>();
        counts.forEach((stage, personas) ->
                personas.forEach(
                        (persona, count) -> stages.add(new InStage(stage, persona, count))));
        return stages;
    }

    private static List<String> personas(Facts.Confirmed confirmed) {
        return confirmed.personas().isEmpty() ? List.of("everybody") : confirmed.personas();
    }

    /// The latest first.
    private List<Deal> deals() {
        return quarter.stream()
                .flatMap(each -> deals(each.audit()))
                .sorted(Comparator.comparing(Deal::at).reversed())
                .toList();
    }

    private Stream<Deal> deals(PlacementAnswers audit) {
        return audit.facts().uses().stream()
                .filter(used -> span.contains(used.at()))
                .map(used ->
                        new Deal(
                                audit.id(),
                                audit.headline(),
                                used.accountName(),
                                used.target(),
                                used.how(),
                                used.at()));
    }

    private static boolean isKitReady(PlacementAnswers audit) {
        return audit.forwardability() == Forwardability.GREEN
                && audit.facts().tone() != Tone.NEGATIVE;
    }

    /// The earliest first.
    private List<Ending> ending() {
        return active.stream()
                .flatMap(this::ending)
                .sorted(Comparator.comparing(Ending::at))
                .toList();
    }

    private Stream<Ending> ending(PlacementAnswers audit) {
        Instant endsAt = audit.facts().endsAt();
        return endsAt == null || endsAt.isAfter(asOf.plus(ENDING_SOON))
                ? Stream.empty()
                : Stream.of(new Ending(audit.id(), audit.headline(), endsAt));
    }

    /// The names of the segments without coverage.
    private List<String> quiet(List<Segment> segments) {
        Set<String> served =
                quarter.stream()
                        .flatMap(each -> each.placement().note().segments().stream())
                        .collect(Collectors.toSet());
        return segments.stream()
                .filter(segment -> !served.contains(segment.id()))
                .map(Segment::name)
                .toList();
    }

    /// The oldest first.
    private List<Untouched> untouched() {
        return inPlay.stream()
                .filter(each -> isUntouched(each.placement(), each.audit()))
                .map(each ->
                        new Untouched(
                                each.audit().id(),
                                each.audit().headline(),
                                each.placement().publication()))
                .sorted(Comparator.comparing(each -> each.publication().at()))
                .toList();
    }

    /// Whether it was sent at least seven days ago, there were reps to get it, and none of them has
    /// acknowledged or used it. A placement submitted late was published earlier than sent.
    private boolean isUntouched(Placement placement, PlacementAnswers audit) {
        Instant sent = placement.dispatchedAt();
        return sent != null
                && !sent.plus(InPlay.TOUCHED_WITHIN).isAfter(asOf)
                && !audit.facts().backfill()
                && audit.reached().verdict() != Verdict.VOID
                && audit.askedWhetherUsed()
                && audit.facts().acknowledged() == 0
                && audit.facts().uses().isEmpty();
    }
}
