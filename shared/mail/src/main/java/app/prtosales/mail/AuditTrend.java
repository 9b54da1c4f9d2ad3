package app.prtosales.mail;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.ReportWeek.TrendWeek;
import app.prtosales.audit.Totals;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The weeks before, as a chart and as a table.
final class AuditTrend {

    /// `Nov 23`: no year is needed within the twelve weeks before.
    private static final DateTimeFormatter MONDAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    private static final DateTimeFormatter BELOW_BAR =
            DateTimeFormatter.ofPattern("M/d", Locale.US);

    private AuditTrend() {}

    static List<AuditPageView.TrendRow> rows(List<TrendWeek> trend) {
        return trend.stream().map(AuditTrend::row).toList();
    }

    static List<AuditPageView.TrendBar> bars(List<TrendWeek> trend) {
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
}
