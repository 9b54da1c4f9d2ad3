package app.prtosales.audit;

import app.prtosales.audit.ComputeWeek.Audited;
import app.prtosales.audit.ComputeWeek.Computed;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.placement.Placements;
import app.prtosales.response.Responses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reports a week as it was emailed, as it is now, and the differences (R4.6).
public final class ReportWeek {

    /// The number of weeks in a trend.
    public static final int TREND = 12;

    /// How many past weeks an email reports changes for. SES reports up to a week late; for deals,
    /// a month is enough.
    private static final int RESTATED_WEEKS = 4;

    private final Audits audits;
    private final Directory directory;
    private final ComputeWeek computeWeek;
    private final InstantSource clock;

    public ReportWeek(
            Placements placements,
            Responses responses,
            Audits audits,
            Directory directory,
            InstantSource clock) {
        this.audits = audits;
        this.directory = directory;
        this.computeWeek = new ComputeWeek(placements, responses, audits, directory);
        this.clock = clock;
    }

    /// A week, and how it differs from what was emailed.
    ///
    /// @param now the current state; the state so far if it has not been emailed
    /// @param sent as it was emailed; null if it was not
    /// @param restated the figures that differ between the two
    public record Report(
            WeeklyReport now, @Nullable WeeklyReport sent, List<Restatement> restated) {

        public Report {
            restated = List.copyOf(restated);
        }

        /// The version to show: what was emailed stays as it was.
        public WeeklyReport shown() {
            return sent == null ? now : sent;
        }
    }

    /// One week of a trend.
    ///
    /// @param totals null if no email went out
    public record TrendWeek(AuditWeek week, @Nullable Totals totals) {}

    public Report report(AuditWeek week) {
        return full(week).report();
    }

    /// The current week in the agreement's time zone.
    public AuditWeek current() {
        return AuditWeek.of(clock.instant(), directory.agreement().zone());
    }

    /// The week that ended most recently. Its email may not be due yet.
    public AuditWeek latest() {
        return current().previous();
    }

    /// The weeks up to this one, earliest first, from the emailed figures, without reading
    /// placements.
    public List<TrendWeek> trend(AuditWeek until) {
        List<AuditWeek> weeks = new ArrayList<>();
        AuditWeek week = until;
        for (int i = 0; i < TREND; i++) {
            weeks.addFirst(week);
            week = week.previous();
        }
        Map<AuditWeek, Totals> totals = audits.totals(weeks);
        return weeks.stream().map(each -> new TrendWeek(each, totals.get(each))).toList();
    }

    /// The quarter that ends with a week, reported like a single week: what a company sees on its
    /// first day (R4.8).
    public WeeklyReport quarter(AuditWeek until) {
        Agreement agreement = directory.agreement();
        Instant now = clock.instant();
        Computed computed =
                computeWeek.compute(computeWeek.span(until, agreement), agreement, now, now);
        List<PlacementAnswers> judged =
                computed.quarter().stream()
                        .filter(each -> !each.placement().publication().deadline().isAfter(now))
                        .map(Audited::audit)
                        .toList();
        List<PlacementAnswers> pending =
                computed.quarter().stream()
                        .filter(each -> each.placement().publication().deadline().isAfter(now))
                        .map(Audited::audit)
                        .toList();
        return new WeeklyReport(
                until,
                computed.week().zone(),
                computed.week().startsAt(),
                now,
                unusedFirst(judged),
                pending,
                List.of(),
                computed.week().inPlay(),
                List.of(),
                agreement.version());
    }

    private static List<PlacementAnswers> unusedFirst(List<PlacementAnswers> judged) {
        return judged.stream()
                .sorted(
                        Comparator.comparing((PlacementAnswers audit) -> !audit.leaking())
                                .thenComparing(audit -> !audit.unused())
                                .thenComparing(PlacementAnswers::deadline)
                                .thenComparing(audit -> audit.id().value()))
                .toList();
    }

    /// A report with the data it was computed from.
    record Full(Report report, Computed computed) {}

    Full full(AuditWeek week) {
        Agreement agreement = directory.agreement();
        Instant now = clock.instant();
        Optional<WeeklyReport> sent = audits.find(week);
        Computed computed =
                computeWeek.compute(
                        sent.map(Span::of).orElseGet(() -> computeWeek.span(week, agreement)),
                        agreement,
                        now,
                        sent.map(WeeklyReport::computedAt).orElse(now));
        List<Restatement> restated =
                sent.map(as -> Restatements.between(as, computed.week(), Map.of()))
                        .orElse(List.of());
        return new Full(new Report(computed.week(), sent.orElse(null), restated), computed);
    }

    /// The audit of a week that is about to be emailed, including changes since the earlier emails.
    WeeklyReport toBeMailed(AuditWeek week, Agreement agreement, Instant now) {
        Span span = computeWeek.span(week, agreement);
        WeeklyReport computed = computeWeek.compute(span, agreement, now, now).week();
        List<WeeklyReport> before = new ArrayList<>();
        AuditWeek earlier = week;
        for (int i = 0; i < RESTATED_WEEKS; i++) {
            earlier = earlier.previous();
            audits.find(earlier).ifPresent(before::add);
        }
        List<Restatement> restated = new ArrayList<>();
        for (WeeklyReport sent : before) {
            WeeklyReport today =
                    computeWeek.compute(Span.of(sent), agreement, now, sent.computedAt()).week();
            restated.addAll(Restatements.between(sent, today, lastReported(sent.week(), before)));
        }
        return new WeeklyReport(
                computed.week(),
                computed.zone(),
                computed.startsAt(),
                computed.computedAt(),
                computed.judged(),
                computed.pending(),
                computed.late(),
                computed.inPlay(),
                restated,
                computed.agreement());
    }

    /// What emails after the week's own reported about its figures.
    private static Map<Restatement.Figure, Restatement.Reported> lastReported(
            AuditWeek week, List<WeeklyReport> latestFirst) {
        Map<Restatement.Figure, Restatement.Reported> reported =
                new EnumMap<>(Restatement.Figure.class);
        for (WeeklyReport mail : latestFirst.reversed()) {
            for (Restatement each : mail.restated()) {
                if (each.week().equals(week)) {
                    reported.merge(
                            each.figure(),
                            new Restatement.Reported(each.to(), mail.computedAt(), each.why()),
                            Restatement.Reported::then);
                }
            }
        }
        return reported;
    }
}
