package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.mail.AuditView.Bar;
import app.prtosales.text.Plural;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The placements whose last rep was reached latest, against the 24-hour line.
final class SlowestBars {

    static final String SLOWEST = "Time to reach the whole team";

    static final String CAPTION =
            "From publication to the last rep, slowest first. The line is 24 hours.";

    private static final int MAXIMUM_NAMED = 8;

    private static final Duration WINDOW = Duration.ofHours(24);

    /// The position of the 24-hour line in a bar, in percent.
    private static final int LINE = 80;

    private SlowestBars() {}

    static List<Bar> slowest(WeeklyReport audit) {
        return measured(audit)
                .sorted(
                        Comparator.comparingInt(SlowestBars::neverReached)
                                .thenComparing(SlowestBars::took)
                                .reversed())
                .limit(MAXIMUM_NAMED)
                .map(SlowestBars::bar)
                .toList();
    }

    /// What the chart leaves out, in words; empty if nothing.
    static String others(WeeklyReport audit) {
        long others = measured(audit).count() - MAXIMUM_NAMED;
        if (others <= 0) {
            return "";
        }
        // The chart shows those that never reached everyone first.
        long never = measured(audit).filter(each -> neverReached(each) > 0).count() - MAXIMUM_NAMED;
        if (never <= 0) {
            return "%s reached everyone faster.".formatted(Plural.count(others, "more placement"));
        }
        return "%s didn’t reach everyone%s."
                .formatted(
                        Plural.count(never, "more placement"),
                        others == never ? "" : ", and %d did".formatted(others - never));
    }

    private static Stream<PlacementAnswers> measured(WeeklyReport audit) {
        return audit.judged().stream()
                .filter(placement -> placement.reachedIn24h().answer() != Answer.EXEMPT)
                .filter(placement -> placement.reached().of() > 0);
    }

    /// The number of reps still not reached; in that case the last one has no time.
    private static int neverReached(PlacementAnswers placement) {
        return placement.reached().of() - placement.reached().count();
    }

    private static Duration took(PlacementAnswers placement) {
        Instant last = placement.reached().lastAt();
        // A publication can be moved to a time after the pings.
        return last == null || last.isBefore(placement.publishedAt())
                ? Duration.ZERO
                : Duration.between(placement.publishedAt(), last);
    }

    private static Bar bar(PlacementAnswers placement) {
        int never = neverReached(placement);
        if (never > 0) {
            return new Bar(
                    Shorten.to(60, placement.headline()),
                    "%d of %s not reached"
                            .formatted(never, Plural.count(placement.reached().of(), "rep")),
                    100,
                    true);
        }
        Duration took = took(placement);
        boolean late = took.compareTo(WINDOW) > 0;
        long percent = LINE * took.toMinutes() / WINDOW.toMinutes();
        return new Bar(
                Shorten.to(60, placement.headline()),
                spoken(took) + (late ? ", late" : ""),
                Math.clamp(percent, 1, 99),
                late);
    }

    static String spoken(Duration took) {
        long hours = took.toHours();
        return hours >= 72
                ? "%d days".formatted(took.toDays())
                : hours == 0
                        ? "%d min".formatted(took.toMinutes())
                        : "%d h %02d min".formatted(hours, took.toMinutesPart());
    }
}
