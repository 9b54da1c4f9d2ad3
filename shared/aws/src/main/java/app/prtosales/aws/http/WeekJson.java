package app.prtosales.aws.http;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Count;
import app.prtosales.audit.Facts;
import app.prtosales.audit.Figures;
import app.prtosales.audit.InPlay;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.ReportWeek.Report;
import app.prtosales.audit.ReportWeek.TrendWeek;
import app.prtosales.audit.Restatement;
import app.prtosales.audit.SegmentCoverage;
import app.prtosales.audit.Totals;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.text.Plural;
import app.prtosales.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API's JSON for a week of the audit: as it was emailed, if it was, together with what has
/// changed since.
public final class WeekJson {

    private WeekJson() {}

    public static Map<String, @Nullable Object> of(Report report, List<TrendWeek> trend) {
        Map<String, @Nullable Object> json = week(report.shown());
        json.put("frozen", report.sent() != null);
        json.put("figuresNow", figures(report.now()));
        json.put("restated", report.restated().stream().map(WeekJson::restatement).toList());
        json.put(
                "restatedEarlier",
                report.shown().restated().stream().map(WeekJson::restatement).toList());
        json.put("trend", trend.stream().map(WeekJson::trendWeek).toList());
        return json;
    }

    /// The quarter that ends with a week, in the form of a week.
    public static Map<String, @Nullable Object> quarter(
            WeeklyReport quarter, List<SegmentCoverage> coverage) {
        Map<String, @Nullable Object> json = week(quarter);
        json.put("coverage", coverage.stream().map(WeekJson::coverage).toList());
        json.put("unused", quarter.unused());
        json.put("headline", headline(quarter));
        return json;
    }

    /// The quarter in a sentence, without a period.
    public static String headline(WeeklyReport quarter) {
        long unused = quarter.unused();
        return "%d of %s in the last quarter %s in an active sequence and %s used in a deal"
                .formatted(
                        unused,
                        Plural.count(quarter.askedWhetherUsed(), "placement"),
                        Plural.of(unused, "isn’t", "aren’t"),
                        Plural.of(unused, "wasn’t", "weren’t"));
    }

    private static Map<String, @Nullable Object> coverage(SegmentCoverage each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("segment", each.segment().id());
        json.put("name", each.segment().name());
        json.put("placements", each.placements());
        return json;
    }

    private static Map<String, @Nullable Object> week(WeeklyReport week) {
        AuditWeek name = week.week();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("week", name.toString());
        json.put("zone", week.zone().getId());
        json.put("from", week.startsAt());
        json.put("until", week.endsAt());
        json.put("computedAt", week.computedAt());
        json.put("agreement", week.agreement());
        json.put("figures", figures(week));
        json.put("judged", placements(week.judged()));
        json.put("pending", placements(week.pending()));
        json.put("late", placements(week.late()));
        json.put("inPlay", inPlay(week.inPlay()));
        return json;
    }

    private static List<Map<String, @Nullable Object>> figures(WeeklyReport week) {
        List<Map<String, @Nullable Object>> figures = new ArrayList<>();
        Figures.of(week)
                .forEach((name, count) -> {
                    Map<String, @Nullable Object> figure = new LinkedHashMap<>();
                    figure.put("name", name);
                    figure.put("count", count);
                    figures.add(figure);
                });
        return figures;
    }

    private static List<Map<String, @Nullable Object>> placements(List<PlacementAnswers> audits) {
        return audits.stream().map(WeekJson::placement).toList();
    }

    private static Map<String, @Nullable Object> placement(PlacementAnswers audit) {
        Facts facts = audit.facts();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", audit.id().value());
        json.put("outlet", audit.outlet());
        json.put("headline", audit.headline());
        json.put("url", audit.url());
        json.put("forwardability", audit.forwardability().word());
        json.put("publishedAt", audit.publishedAt());
        json.put("zone", facts.zone().getId());
        json.put("deadline", audit.deadline());
        json.put("backfill", facts.backfill());
        json.put("reached", PlacementJson.totals(audit.reached()));
        json.put("acknowledged", facts.acknowledged());
        json.put("audit", PlacementJson.audit(audit));
        NextStep next = audit.next();
        json.put("next", next(next));
        return json;
    }

    /// Who acts next, and what they should do; null if there is nothing to do.
    static @Nullable Map<String, @Nullable Object> next(@Nullable NextStep next) {
        if (next == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("owner", Words.of(next.owner()));
        json.put("sequence", next.sequence().isEmpty() ? null : next.sequence());
        json.put("step", next.step());
        return json;
    }

    private static Map<String, @Nullable Object> restatement(Restatement restated) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("week", restated.week().toString());
        json.put("question", restated.figure().word());
        json.put("from", restated.figure().said(restated.from()));
        json.put("to", restated.figure().said(restated.to()));
        json.put("at", restated.at());
        json.put(
                "why",
                restated.why().stream()
                        .map(change -> {
                            Map<String, @Nullable Object> why = new LinkedHashMap<>();
                            why.put("placement", change.placement().value());
                            why.put("headline", change.headline());
                            why.put("change", change.change());
                            return why;
                        })
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> trendWeek(TrendWeek week) {
        Totals totals = week.totals();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("week", week.week().toString());
        json.put("sentAt", totals == null ? null : totals.computedAt());
        if (totals != null) {
            json.put("judged", totals.judged());
            json.put("fullyWired", totals.fullyWired());
            json.put("leaking", totals.leaking());
            json.put("reachedIn24h", count(totals.reached()));
            json.put("inActiveSequence", count(totals.inSequence()));
            json.put("referencedInDeal", count(totals.inDeal()));
        }
        return json;
    }

    private static Map<String, @Nullable Object> count(Count count) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("yes", count.yes());
        json.put("of", count.asked());
        return json;
    }

    private static Map<String, @Nullable Object> inPlay(InPlay inPlay) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("placements", inPlay.placements());
        json.put("stages", inPlay.stages().stream().map(WeekJson::stage).toList());
        json.put("dealsTouched", inPlay.named().stream().map(WeekJson::deal).toList());
        json.put("championsReady", inPlay.kitsReady());
        json.put("championsArmed", inPlay.championsArmed());
        json.put("ending", inPlay.ending().stream().map(WeekJson::ending).toList());
        json.put("quietSegments", inPlay.quiet());
        json.put("untouched", inPlay.untouched().stream().map(WeekJson::untouched).toList());
        return json;
    }

    private static Map<String, @Nullable Object> stage(InPlay.InStage stage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stage", stage.stage());
        json.put("persona", stage.persona());
        json.put("placements", stage.placements());
        return json;
    }

    private static Map<String, @Nullable Object> deal(InPlay.Deal deal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("placement", deal.placement().value());
        json.put("accountName", deal.accountName());
        json.put("target", deal.target());
        json.put("how", deal.how().word());
        json.put("at", deal.at());
        return json;
    }

    private static Map<String, @Nullable Object> ending(InPlay.Ending ending) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("placement", ending.placement().value());
        json.put("headline", ending.headline());
        json.put("at", ending.at());
        return json;
    }

    private static Map<String, @Nullable Object> untouched(InPlay.Untouched untouched) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("placement", untouched.placement().value());
        json.put("headline", untouched.headline());
        json.put("publishedAt", untouched.publication().at());
        return json;
    }
}
