package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Count;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.Question;
import app.prtosales.audit.Restatement;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.mail.AuditView.Figure;
import app.prtosales.text.Plural;
import app.prtosales.text.ReaderClock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures of a week, in the wording of its email and its page.
final class WeekInWords {

    /// The number of placements from which a percentage is meaningful.
    private static final int ENOUGH_FOR_PERCENT = 5;

    static final String EMPTY_WEEK = "No placements";

    /// `Nov 23, 2026`: a day without a time.
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    /// What the placements of a report cover, in words after a count.
    enum Period {
        WEEK("this week", "Deals where coverage was used this week"),
        QUARTER("in these 13 weeks", "Deals where coverage was used in the last of these weeks");

        private final String words;

        /// Deals are known only for the last week.
        private final String deals;

        Period(String words, String deals) {
            this.words = words;
            this.deals = deals;
        }

        String deals() {
            return deals;
        }
    }

    private WeekInWords() {}

    /// The subject after its prefix: `all three done for 3 of 5, 1 late`.
    static String headline(WeeklyReport audit) {
        List<String> parts = new ArrayList<>();
        int judged = audit.judged().size();
        if (judged == 0) {
            parts.add(audit.isEmpty() ? EMPTY_WEEK : EMPTY_WEEK + " judged");
        } else {
            parts.add(
                    audit.askedAllThree() == 0
                            ? notCounted(judged)
                            : "all three done for " + audit.totals().allThree());
            parts.addAll(lateOrNot(audit));
        }
        if (audit.leaking() > 0) {
            parts.add(audit.leaking() + " leaking");
        }
        if (judged == 0 && !audit.pending().isEmpty()) {
            parts.add(audit.pending().size() + " pending");
        }
        if (!audit.late().isEmpty()) {
            parts.add(Plural.count(audit.late().size(), "late addition"));
        }
        return String.join(", ", parts);
    }

    static String verdict(WeeklyReport audit) {
        int judged = audit.judged().size();
        if (judged == 0) {
            return audit.isEmpty() ? EMPTY_WEEK : EMPTY_WEEK + " judged";
        }
        int asked = (int) audit.askedAllThree();
        return (asked == 0
                        ? notCounted(judged)
                        : "All three done for %d of %s"
                                .formatted(audit.fullyWired(), Plural.count(asked, "placement")))
                + late(audit).map(words -> ", " + words).collect(Collectors.joining());
    }

    private static List<String> lateOrNot(WeeklyReport audit) {
        return audit.asked() > 0 && audit.asked() == audit.reachedIn24h()
                ? List.of("all within 24 hours")
                : late(audit).toList();
    }

    /// `1 late`, `1 without active reps`; empty if every placement was in time. Beside a count that
    /// leaves some of them out, `2 of 5 late`.
    private static Stream<String> late(WeeklyReport audit) {
        long asked = audit.asked();
        boolean outOfOthers = audit.askedAllThree() > 0 && audit.askedAllThree() != asked;
        return Stream.of(
                        said(
                                outOfOthers ? "%%d of %d late".formatted(asked) : "%d late",
                                audit.missed()),
                        said("%d without active reps", audit.reachedNobody()))
                .filter(words -> !words.isEmpty());
    }

    private static String said(String words, long count) {
        return count == 0 ? "" : words.formatted(count);
    }

    /// For weeks in which no placement can have three Yeses.
    private static String notCounted(int judged) {
        return "%s (%s)".formatted(Plural.count(judged, "placement"), NOT_COUNTED);
    }

    private static final String NOT_COUNTED = "exempt, imported, or retracted";

    static String explanation(WeeklyReport audit) {
        if (audit.isEmpty()) {
            return "No coverage was due this week, so there’s nothing to report.";
        }
        if (audit.judged().isEmpty()) {
            return "No placement’s 24 hours ended this week." + lateAdditions(audit);
        }
        int asked = (int) audit.askedAllThree();
        int others = audit.judged().size() - asked;
        return "%s%s%s%s"
                        .formatted(
                                leaking(audit),
                                within24Hours(audit),
                                asked == 0
                                        ? ""
                                        : " All three means: reached the team within 24 hours, in a sequence, and used at a target account.",
                                asked == 0 || others == 0
                                        ? ""
                                        : " %s not counted (%s)."
                                                .formatted(
                                                        Plural.count(others, "placement")
                                                                + (others == 1 ? " is" : " are"),
                                                        NOT_COUNTED))
                + lateAdditions(audit);
    }

    private static String leaking(WeeklyReport audit) {
        if (audit.leaking() > 0) {
            return "%d leaking: No to all three.".formatted(audit.leaking());
        }
        return lateAndLeaking(audit) == 0
                ? "No placement has three Nos."
                : "None of this week’s placements has three Nos.";
    }

    private static long lateAndLeaking(WeeklyReport audit) {
        return audit.late().stream().filter(PlacementAnswers::leaking).count();
    }

    private static String lateAdditions(WeeklyReport audit) {
        int late = audit.late().size();
        if (late == 0) {
            return "";
        }
        long leaking = lateAndLeaking(audit);
        return " %s not counted here: %s to an earlier week.%s"
                .formatted(
                        Plural.count(late, "late addition") + (late == 1 ? " is" : " are"),
                        late == 1 ? "it belongs" : "they belong",
                        leaking == 0
                                ? ""
                                : " %s leaking: No to all three."
                                        .formatted(
                                                late == 1
                                                        ? "It’s"
                                                        : leaking
                                                                + " of them "
                                                                + (leaking == 1 ? "is" : "are")));
    }

    private static String within24Hours(WeeklyReport audit) {
        if (audit.asked() > 0 && audit.asked() == audit.reachedIn24h()) {
            return " All reached the team within 24 hours.";
        }
        return said(" %d didn’t reach the team within 24 hours.", audit.missed())
                + said(
                        " %d reached nobody, because no rep was active on the list.",
                        audit.reachedNobody());
    }

    static List<Figure> figures(WeeklyReport audit) {
        if (audit.judged().isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        for (Question question : Question.values()) {
            Count count = Count.of(audit.judged(), question);
            figures.add(new Figure(question.inFull(), inWords(count), percent(count)));
        }
        return figures;
    }

    static String inWords(Count count) {
        if (count.asked() == 0) {
            return "none to count";
        }
        return count.asked() < ENOUGH_FOR_PERCENT
                ? count.toString()
                : "%s (%d%%)".formatted(count, percent(count));
    }

    /// Never rounds up to 100.
    static int percent(Count count) {
        return count.asked() == 0 ? 0 : (int) Math.floorDiv(100L * count.yes(), count.asked());
    }

    static String benchmark(WeeklyReport audit) {
        return benchmark(audit, Period.WEEK);
    }

    static String benchmark(WeeklyReport audit, Period period) {
        long shared =
                audit.judged().stream()
                        .filter(p -> p.reachedIn24h().answer() != Answer.EXEMPT)
                        .filter(p -> p.reached().count() > 0)
                        .count();
        return audit.asked() == 0
                ? "Organizations that share coverage with sales at all: 13.1%%; you: no placements to count %s."
                        .formatted(period.words)
                : "Organizations that share coverage with sales at all: 13.1%%; you: %d of %d %s."
                        .formatted(shared, audit.asked(), period.words);
    }

    /// `Week of Nov 16, 2026: Reached …? Corrected Mon, Nov 30: 4 of 5 → 5 of 5`, or `still 4 of 5,
    /// but not the same ones`.
    static String restated(Restatement each, ReaderClock reader) {
        String why =
                each.why().isEmpty()
                        ? ""
                        : " (%s%s)"
                                .formatted(
                                        Shorten.to(80, each.why().getFirst().headline()),
                                        others(each.why().size()));
        String to = each.figure().said(each.to());
        return "Week of %s: %s Corrected %s: %s%s"
                .formatted(
                        DAY.format(each.week().monday()),
                        each.figure().inFull(),
                        reader.day(each.at()),
                        each.from().equals(each.to())
                                ? "still %s, but not the same ones".formatted(to)
                                : "%s → %s".formatted(each.figure().said(each.from()), to),
                        why);
    }

    /// How many changes there are besides the named one. A full list may be only the first of them.
    private static String others(int listed) {
        if (listed == 1) {
            return "";
        }
        return listed < Restatement.NAMED
                ? " and %d more".formatted(listed - 1)
                : " and at least %d more".formatted(listed - 1);
    }
}
