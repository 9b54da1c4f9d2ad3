package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Count;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page of a week that the weekly email links to: every number leads to its placements, and
/// every Yes to its evidence. It has no script, and prints as shown.
public final class AuditPage {

    /// The number of placements listed at once; a link leads to the others, so that a page stays
    /// under 30 KB.
    private static final int LISTED = 8;

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
                Listed.of(shown, "?week=" + shown.week(), show, from));
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
                Listed.of(quarter, "?quarter=" + quarter.week(), show, from));
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

    static String anchor(PlacementAnswers placement) {
        return "p-" + placement.id();
    }

    /// @param asOf whether the page is as it was emailed, or up to now
    private record Heading(
            String title,
            String verdict,
            String explanation,
            String asOf,
            WeekInWords.Period period) {}

    /// The placements that are listed.
    ///
    /// @param query the query of this page's URL that says which weeks it covers
    /// @param first the number of those before this page's first
    private record Listed(String query, Show show, List<PlacementAnswers> all, int first) {

        static Listed of(WeeklyReport week, String query, Show show, int from) {
            List<PlacementAnswers> all =
                    show == Show.ALL
                            ? week.all().toList()
                            : week.judged().stream().filter(show.shows).toList();
            return new Listed(query, show, all, Math.clamp(from, 0, Math.max(0, all.size() - 1)));
        }

        String title() {
            return "%s: %d".formatted(show.title, all.size());
        }

        Stream<PlacementAnswers> onThisPage() {
            return all.stream().skip(first).limit(LISTED);
        }

        @Nullable String before() {
            return first > 0 ? from(Math.max(0, first - LISTED)) : null;
        }

        @Nullable String after() {
            return first + LISTED < all.size() ? from(first + LISTED) : null;
        }

        private String from(int number) {
            return "%s&show=%s&from=%d".formatted(query, show.word(), number);
        }

        @Nullable String withoutFilter() {
            return show == Show.ALL ? null : query;
        }
    }

    private String page(
            Heading heading,
            WeeklyReport week,
            List<String> restated,
            List<SegmentCoverage> coverage,
            List<TrendWeek> trend,
            Agreement agreement,
            Listed listed) {
        Map<RepId, String> reps = names.reps();
        AuditedPlacements audited =
                new AuditedPlacements(
                        week, reader(week, agreement), agreement, reps, names.sequenceOwners());
        AuditPageView view =
                new AuditPageView(
                        heading.title(),
                        heading.verdict(),
                        heading.explanation(),
                        heading.asOf(),
                        "?week=" + week.week().previous(),
                        "?week=" + week.week().next(),
                        "?quarter=" + week.week(),
                        figures(week, listed.query()),
                        restated,
                        AuditTrend.bars(trend),
                        AuditTrend.rows(trend),
                        listed.title(),
                        listed.onThisPage().map(audited::of).toList(),
                        listed.before(),
                        listed.after(),
                        listed.withoutFilter(),
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

    private static ReaderClock reader(WeeklyReport week, Agreement agreement) {
        return new ReaderClock(agreement.zone(), week.computedAt());
    }

    /// The words that [Show#read] accepts.
    static List<String> words() {
        return Arrays.stream(Show.values()).map(Show::word).toList();
    }
}
