package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Count;
import app.prtosales.audit.Facts;
import app.prtosales.audit.Finding;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.Question;
import app.prtosales.audit.ReportWeek.Report;
import app.prtosales.audit.ReportWeek.TrendWeek;
import app.prtosales.audit.SegmentCoverage;
import app.prtosales.audit.Totals;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Names;
import app.prtosales.id.RepId;
import app.prtosales.text.ContentPolicy;
import app.prtosales.text.Plural;
import app.prtosales.text.ReaderClock;
import app.prtosales.text.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page of a week that the weekly email links to: every number leads to its placements, and
/// every Yes to its evidence. It has no script, and prints as shown.
public final class AuditPage {

    /// The number of placements listed at once; a link leads to the others, so that a page stays
    /// under 30 KB.
    private static final int LISTED = 8;

    private static final int MAXIMUM_NAMED = 20;

    /// `Nov 23`: no year is needed within the twelve weeks before.
    private static final DateTimeFormatter MONDAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    private static final DateTimeFormatter BELOW_BAR =
            DateTimeFormatter.ofPattern("M/d", Locale.US);

    /// Relative to `/r/audit/{token}`.
    private static final String HOME = "../..";

    private final StyleSheet style;
    private final ContentPolicy policy;
    private final Names names;

    /// @param names the names of reps, and of the current owners of sequences
    public AuditPage(Brand brand, Names names) {
        this.names = names;
        this.style = StyleSheet.ofAudit(brand);
        this.policy = ContentPolicy.ofPage(style.css());
    }

    /// Which placements are listed: all, or the judged ones behind one number.
    public enum Show {
        ALL("All placements", placement -> true),
        WIRED("All three done", PlacementAnswers::fullyWired),
        LEAKING("Leaking: No to all three", PlacementAnswers::leaking),
        UNUSED("Not in a sequence, not used in a deal", PlacementAnswers::unused),
        MISSED(
                "Not reached within 24 hours",
                placement -> placement.reachedIn24h().answer() == Answer.NO),
        REACHED_IN_24H(
                "Reached within 24 hours",
                placement -> placement.reachedIn24h().answer() == Answer.YES),
        IN_ACTIVE_SEQUENCE(
                "In an active sequence",
                placement -> placement.inActiveSequence().answer() == Answer.YES),
        REFERENCED_IN_DEAL(
                "Used in a deal at a target account",
                placement -> placement.referencedInDeal().answer() == Answer.YES);

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // a method of an immutable record
        private final Predicate<PlacementAnswers> shows;

        Show(String title, Predicate<PlacementAnswers> shows) {
            this.title = title;
            this.shows = shows;
        }

        public String word() {
            return Words.of(this);
        }

        public static Show read(String word) {
            return Words.read(Show.class, word).orElse(ALL);
        }

        static Show of(Question question) {
            return valueOf(question.name());
        }
    }

    /// The page of a week, as it was emailed or, before that, up to now.
    ///
    /// @param from the number of listed placements before this page's first
    public String week(
            Report report, List<TrendWeek> trend, Agreement agreement, Show show, int from) {
        WeeklyReport shown = report.shown();
        String asOf =
                (report.sent() == null ? "So far, as of %s. Not emailed yet." : "As emailed, %s.")
                        .formatted(reader(shown, agreement).time(shown.computedAt()));
        List<String> restated =
                report.restated().stream()
                        .map(each -> WeekInWords.restated(each, reader(shown, agreement)))
                        .toList();
        return page(
                new Heading(
                        "Week of " + WeekInWords.DAY.format(shown.week().monday()),
                        WeekInWords.verdict(shown),
                        WeekInWords.explanation(shown),
                        asOf,
                        WeekInWords.Period.WEEK),
                shown,
                restated,
                List.of(),
                trend,
                agreement,
                new Selection("?week=" + shown.week(), show, from));
    }

    /// The page of the quarter that ends with a week, which is what a company sees on its first day
    /// (R4.8).
    ///
    /// @param coverage the coverage of each segment in the quarter
    public String quarter(
            WeeklyReport quarter,
            List<SegmentCoverage> coverage,
            List<TrendWeek> trend,
            Agreement agreement,
            Show show,
            int from) {
        return page(
                new Heading(
                        "The 13 weeks through %s"
                                .formatted(
                                        WeekInWords.DAY.format(
                                                quarter.week().next().monday().minusDays(1))),
                        quarter.askedWhetherUsed() == 0
                                ? WeekInWords.verdict(quarter)
                                : "Today’s leak: %d of %s not in an active sequence and not used in a deal"
                                        .formatted(
                                                quarter.unused(),
                                                Plural.count(
                                                        quarter.askedWhetherUsed(), "placement")),
                        "Coverage imported from the past was never emailed, so it counts for two of the three questions: in a sequence, and used in a deal.",
                        "As of %s."
                                .formatted(reader(quarter, agreement).time(quarter.computedAt())),
                        WeekInWords.Period.QUARTER),
                quarter,
                List.of(),
                coverage,
                trend,
                agreement,
                new Selection("?quarter=%s".formatted(quarter.week()), show, from));
    }

    public ContentPolicy policy() {
        return policy;
    }

    /// The URL of a placement on its week's page.
    ///
    /// @param index its index among all placements of the week
    /// @param url the page's URL
    static String addressOf(PlacementAnswers placement, int index, String url) {
        int from = index - index % LISTED;
        return "%s%s#%s".formatted(url, from == 0 ? "" : "?from=" + from, anchor(placement));
    }

    private static String anchor(PlacementAnswers placement) {
        return "p-" + placement.id();
    }

    /// @param asOf whether the page is as it was emailed, or up to now
    private record Heading(
            String title,
            String verdict,
            String explanation,
            String asOf,
            WeekInWords.Period period) {}

    /// @param query the query of this page's URL that says which weeks it covers
    /// @param from the number of listed placements before this page's first
    private record Selection(String query, Show show, int from) {}

    private String page(
            Heading heading,
            WeeklyReport week,
            List<String> restated,
            List<SegmentCoverage> coverage,
            List<TrendWeek> trend,
            Agreement agreement,
            Selection selection) {
        Show show = selection.show();
        String query = selection.query();
        Map<RepId, String> reps = names.reps();
        Map<String, String> owners = names.sequenceOwners();
        List<PlacementAnswers> listed =
                show == Show.ALL
                        ? week.all().toList()
                        : week.judged().stream().filter(show.shows).toList();
        int first = Math.clamp(selection.from(), 0, Math.max(0, listed.size() - 1));
        List<AuditPageView.Placement> placements =
                listed.stream()
                        .skip(first)
                        .limit(LISTED)
                        .map(placement -> placement(placement, week, agreement, reps, owners))
                        .toList();
        String filtered = query + "&show=" + show.word();
        AuditPageView view =
                new AuditPageView(
                        heading.title(),
                        heading.verdict(),
                        heading.explanation(),
                        heading.asOf(),
                        "?week=" + week.week().previous(),
                        "?week=" + week.week().next(),
                        "?quarter=" + week.week(),
                        figures(week, query),
                        restated,
                        bars(trend),
                        trend.stream().map(AuditPage::row).toList(),
                        "%s: %d".formatted(show.title, listed.size()),
                        placements,
                        first > 0 ? filtered + "&from=" + Math.max(0, first - LISTED) : null,
                        first + LISTED < listed.size()
                                ? filtered + "&from=" + (first + LISTED)
                                : null,
                        show == Show.ALL ? null : query,
                        SlowestBars.slowest(week),
                        SlowestBars.others(week),
                        coverage(coverage),
                        LeadershipFacts.facts(week, heading.period(), reps),
                        WeekInWords.benchmark(week, heading.period()),
                        AgreementInWords.of(week, agreement));
        return Html.of((output, as) -> JteauditPageGenerated.render(output, as, view, style));
    }

    private static List<AuditPageView.Figure> figures(WeeklyReport week, String query) {
        List<AuditPageView.Figure> figures = new ArrayList<>();
        if (week.judged().isEmpty()) {
            return figures;
        }
        Totals totals = week.totals();
        for (Question question : Question.values()) {
            Count count = totals.of(question);
            figures.add(
                    new AuditPageView.Figure(
                            question.inFull(),
                            WeekInWords.inWords(count),
                            WeekInWords.percent(count),
                            query + "&show=" + Show.of(question).word()));
        }
        Count wired = totals.allThree();
        figures.add(
                new AuditPageView.Figure(
                        "All three done",
                        WeekInWords.inWords(wired),
                        WeekInWords.percent(wired),
                        query + "&show=wired"));
        Count leaking = new Count(totals.leaking(), totals.judged());
        figures.add(
                new AuditPageView.Figure(
                        "None of the three (leaking)",
                        WeekInWords.inWords(leaking),
                        WeekInWords.percent(leaking),
                        query + "&show=leaking"));
        return figures;
    }

    private static List<AuditPageView.Coverage> coverage(List<SegmentCoverage> coverage) {
        int most = coverage.stream().mapToInt(SegmentCoverage::placements).max().orElse(0);
        return coverage.stream()
                .map(each ->
                        new AuditPageView.Coverage(
                                each.segment().name(),
                                each.placements() == 0
                                        ? "No coverage"
                                        : Plural.count(each.placements(), "placement"),
                                most == 0 ? 0 : 100 * each.placements() / most))
                .toList();
    }

    private static List<AuditPageView.TrendBar> bars(List<TrendWeek> trend) {
        int most =
                trend.stream()
                        .map(TrendWeek::totals)
                        .flatMap(totals -> Optional.ofNullable(totals).stream())
                        .mapToInt(Totals::askedAllThree)
                        .max()
                        .orElse(0);
        List<AuditPageView.TrendBar> bars = new ArrayList<>();
        for (int i = 0; i < trend.size(); i++) {
            @Nullable Totals totals = trend.get(i).totals();
            int asked = totals == null ? 0 : totals.askedAllThree();
            int wired = totals == null ? 0 : totals.fullyWired();
            bars.add(
                    new AuditPageView.TrendBar(
                            i * 50 + 8,
                            most == 0 ? 0 : 100 * asked / most,
                            most == 0 ? 0 : 100 * wired / most,
                            BELOW_BAR.format(trend.get(i).week().monday()),
                            totals == null ? "–" : "%d/%d".formatted(wired, asked)));
        }
        return bars;
    }

    private static AuditPageView.TrendRow row(TrendWeek week) {
        AuditWeek name = week.week();
        String monday = MONDAY.format(name.monday());
        @Nullable Totals totals = week.totals();
        return totals == null
                ? new AuditPageView.TrendRow(
                        monday, "?week=" + name, List.of("not emailed", "", "", "", ""))
                : new AuditPageView.TrendRow(
                        monday,
                        "?week=" + name,
                        List.of(
                                totals.askedAllThree() == 0
                                        ? "none to count"
                                        : totals.allThree().toString(),
                                totals.reached().toString(),
                                totals.inSequence().toString(),
                                totals.inDeal().toString(),
                                String.valueOf(totals.leaking())));
    }

    private static AuditPageView.Placement placement(
            PlacementAnswers placement,
            WeeklyReport week,
            Agreement agreement,
            Map<RepId, String> reps,
            Map<String, String> owners) {
        ReaderClock reader = reader(week, agreement);
        String group =
                week.late().contains(placement)
                        ? "Late addition"
                        : week.pending().contains(placement) ? "Pending" : "";
        return new AuditPageView.Placement(
                anchor(placement),
                placement.outlet(),
                Shorten.to(300, placement.headline()),
                placement.url(),
                group,
                "Deadline %s%s"
                        .formatted(
                                placement.pending() ? "" : "was ",
                                reader.time(placement.deadline())),
                List.of(
                        answer(
                                Question.REACHED_IN_24H,
                                placement.reachedIn24h(),
                                reached(placement, reps, reader),
                                reader),
                        answer(
                                Question.IN_ACTIVE_SEQUENCE,
                                placement.inActiveSequence(),
                                confirmed(placement.facts(), reader),
                                reader),
                        answer(
                                Question.REFERENCED_IN_DEAL,
                                placement.referencedInDeal(),
                                used(placement.facts(), reader),
                                reader)),
                AuditEntries.next(placement.next(), agreement, owners),
                AuditEntries.nextUrl(placement, HOME));
    }

    private static AuditPageView.Answer answer(
            Question question, Finding finding, List<String> evidence, ReaderClock reader) {
        Instant at = finding.at();
        return new AuditPageView.Answer(
                number(question),
                question.inFull(),
                AuditView.Badge.of(finding.answer()),
                finding.evidence(),
                at == null ? "" : reader.time(at),
                evidence);
    }

    private static ReaderClock reader(WeeklyReport week, Agreement agreement) {
        return new ReaderClock(agreement.zone(), week.computedAt());
    }

    private static String number(Question question) {
        return switch (question) {
            case REACHED_IN_24H -> "1";
            case IN_ACTIVE_SEQUENCE -> "2";
            case REFERENCED_IN_DEAL -> "3";
        };
    }

    private static List<String> reached(
            PlacementAnswers placement, Map<RepId, String> reps, ReaderClock reader) {
        List<String> lines = new ArrayList<>();
        if (placement.facts().backfill()) {
            return lines;
        }
        lines.add(
                "%d of %d reached so far, %d in time; %d acknowledged."
                        .formatted(
                                placement.reached().count(),
                                placement.reached().of(),
                                placement.reached().inTime(),
                                placement.facts().acknowledged()));
        List<String> named =
                Stream.concat(
                                placement.reached().missing().stream()
                                        .map(each ->
                                                named(each.rep(), each.reason().words(), reps)),
                                placement.reached().late().stream()
                                        .map(rep -> named(rep, "reached after the 24 hours", reps)))
                        .toList();
        named.stream().limit(MAXIMUM_NAMED).forEach(lines::add);
        if (named.size() > MAXIMUM_NAMED) {
            lines.add("and %d more".formatted(named.size() - MAXIMUM_NAMED));
        }
        Instant restated = placement.facts().restatedAt();
        if (restated != null) {
            lines.add("Corrected %s".formatted(reader.time(restated)));
        }
        return lines;
    }

    private static String named(RepId rep, String what, Map<RepId, String> reps) {
        return "%s: %s".formatted(LeadershipFacts.rep(rep, reps), what);
    }

    private static List<String> confirmed(Facts facts, ReaderClock reader) {
        return facts.confirmed().stream()
                .limit(MAXIMUM_NAMED)
                .map(each ->
                        "%s, stage “%s”, confirmed %s. The sequence is %s%s"
                                .formatted(
                                        each.name(),
                                        each.stage(),
                                        reader.time(each.at()),
                                        each.state(),
                                        each.hasStage() ? "" : " and no longer has that stage"))
                .toList();
    }

    private static List<String> used(Facts facts, ReaderClock reader) {
        return facts.uses().stream()
                .limit(MAXIMUM_NAMED)
                .map(each ->
                        "%s (%s): %s, recorded %s"
                                .formatted(
                                        each.accountName(),
                                        each.target() ? "target account" : "not a target account",
                                        Phrases.spoken(each.how().word()),
                                        reader.time(each.at())))
                .toList();
    }

    /// The words that [Show#read] accepts.
    static List<String> words() {
        return Arrays.stream(Show.values()).map(Show::word).toList();
    }
}
