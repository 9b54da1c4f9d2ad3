package app.prtosales.audit;

import app.prtosales.audit.AnswerQuestions.Lists;
import app.prtosales.audit.Audits.Frozen;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Status;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Computes a week's audit from the current state of the table: from the placements of the quarter
/// that ends with the week and their stored totals, never from ledger rows.
final class ComputeWeek {

    /// How many weeks a placement stays in play, and the period in which a segment without coverage
    /// counts as quiet.
    static final int WEEKS_IN_PLAY = 13;

    private static final Set<ListName> LISTS =
            Set.of(ListName.SEQUENCES, ListName.ACCOUNTS, ListName.RULES, ListName.SEGMENTS);

    /// The answer about 24 hours that end after the week, even if they have ended by the time the
    /// email goes out: the next week has their verdict (R4.5).
    private static final Finding AFTER_THE_WEEK =
            new Finding(Answer.PENDING, "its 24 hours end after this week", null);

    private final Placements placements;
    private final Responses responses;
    private final Audits audits;
    private final Directory directory;
    private final LateAdditions lateAdditions;

    ComputeWeek(Placements placements, Responses responses, Audits audits, Directory directory) {
        this.lateAdditions = new LateAdditions(placements, audits);
        this.placements = placements;
        this.responses = responses;
        this.audits = audits;
        this.directory = directory;
    }

    /// A placement of the quarter with its answers.
    record Audited(Placement placement, PlacementAnswers audit) {}

    /// A week's audit and the data it was computed from.
    ///
    /// @param quarter the placements of the 13 weeks that end with this one, including its own
    record Computed(WeeklyReport week, List<Audited> quarter, List<Audited> late) {}

    /// A week that was emailed keeps the zone that it was emailed with. It begins where the one
    /// that was emailed before it ended.
    Span span(AuditWeek week, Agreement agreement) {
        Map<AuditWeek, Frozen> frozen = audits.frozen(List.of(week.previous(), week));
        ZoneId zone = zone(frozen.get(week)).orElse(agreement.zone());
        ZoneId before = zone(frozen.get(week.previous())).orElse(zone);
        return new Span(week, zone, week.startsAt(before));
    }

    private static Optional<ZoneId> zone(@Nullable Frozen frozen) {
        return frozen == null ? Optional.empty() : Optional.ofNullable(frozen.zone());
    }

    /// @param now the time of computation
    /// @param asOf when the week was frozen, or `now` if it is not: the reference time for what is
    ///   late and what ends soon
    Computed compute(Span span, Agreement agreement, Instant now, Instant asOf) {
        Directory lists = directory.with(LISTS);
        Lists lookedUp = new Lists(lists);
        NextSteps nextSteps = new NextSteps(lists, asOf);
        List<Audited> quarter = audited(quarter(span, asOf), lookedUp, nextSteps);
        List<Audited> late =
                audited(known(lateAdditions.to(span, agreement, asOf), asOf), lookedUp, nextSteps);
        WeeklyReport audit =
                new WeeklyReport(
                        span.week(),
                        span.zone(),
                        span.start(),
                        now,
                        leakingFirst(judged(quarter, span)),
                        pending(quarter, span),
                        leakingFirst(late.stream().map(Audited::audit).toList()),
                        new ComputeInPlay(quarter, span, asOf).compute(lists.segments()),
                        List.of(),
                        agreement.version());
        return new Computed(audit, quarter, late);
    }

    /// The placements whose deadline is in the quarter, and those whose 24 hours end after it.
    private List<Placement> quarter(Span span, Instant asOf) {
        return known(
                placements.withDeadlineIn(
                        windowStart(span.week(), span.zone()),
                        span.end().plus(Duration.ofHours(24))),
                asOf);
    }

    private static List<PlacementAnswers> judged(List<Audited> quarter, Span span) {
        return those(quarter, p -> span.contains(p.publication().deadline()));
    }

    /// Those published before the week ended, with a deadline after it.
    private static List<PlacementAnswers> pending(List<Audited> quarter, Span span) {
        return those(
                        quarter,
                        p ->
                                !p.publication().deadline().isBefore(span.end())
                                        && p.publication().at().isBefore(span.end()))
                .stream()
                .map(audit -> audit.withReachedIn24h(AFTER_THE_WEEK))
                .toList();
    }

    /// The first instant of the quarter that ends with a week.
    static Instant windowStart(AuditWeek week, ZoneId zone) {
        AuditWeek first = week;
        for (int i = 1; i < WEEKS_IN_PLAY; i++) {
            first = first.previous();
        }
        return first.startsAt(zone);
    }

    private List<Audited> audited(List<Placement> found, Lists lists, NextSteps nextSteps) {
        Map<PlacementId, Recorded> recorded = responses.aboutAll(found);
        Map<PlacementId, PlacementAnswers> answers = AnswerInBulk.answer(found, recorded, lists);
        return found.stream()
                .map(placement -> {
                    PlacementAnswers audit = Objects.requireNonNull(answers.get(placement.id()));
                    List<Response> all =
                            recorded.getOrDefault(placement.id(), Recorded.NOTHING).responses();
                    return new Audited(
                            placement,
                            audit.withNext(nextSteps.of(placement, audit, all).orElse(null)));
                })
                .toList();
    }

    private static List<PlacementAnswers> those(List<Audited> all, Predicate<Placement> wanted) {
        return all.stream()
                .filter(each -> wanted.test(each.placement()))
                .map(Audited::audit)
                .toList();
    }

    /// Leaves out withdrawn placements, and those still under embargo. Retracted ones stay, because
    /// the history of rule 1 does not change (R5.6).
    private static List<Placement> known(List<Placement> found, Instant asOf) {
        return found.stream()
                .filter(placement -> placement.status() != Status.WITHDRAWN)
                .filter(placement -> !placement.publication().at().isAfter(asOf))
                .toList();
    }

    private static List<PlacementAnswers> leakingFirst(List<PlacementAnswers> audits) {
        return audits.stream()
                .sorted(
                        Comparator.comparing((PlacementAnswers audit) -> !audit.leaking())
                                .thenComparing(PlacementAnswers::deadline)
                                .thenComparing(audit -> audit.id().value()))
                .toList();
    }
}
