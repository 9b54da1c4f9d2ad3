package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Finding;
import app.prtosales.audit.PlacementAudit;
import app.prtosales.audit.WeekAudit;
import app.prtosales.directory.Agreement;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Reached.Missing;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the weekly email says, in the order in which it says it.
///
/// @param verdict the week in a few words, and `explanation` what they mean
/// @param figures one for each question, and why deadlines were missed
/// @param groups late additions first, then leaks, the others, and apart from them the pending ones
/// @param remark how many placements the mail has no room for; empty where it has them all
record AuditView(
        String subject,
        String week,
        String verdict,
        String explanation,
        List<Figure> figures,
        List<String> causes,
        List<Group> groups,
        String remark,
        String weekUrl,
        String benchmark,
        String benchmarkSource,
        String agreement) {

    /// From how many placements on a percentage says anything.
    private static final int ENOUGH_FOR_PERCENT = 5;

    private static final int MAXIMUM_HEADLINE = 160;
    private static final int MAXIMUM_EVIDENCE = 200;
    private static final int MAXIMUM_NAMED = 10;

    static final String EMPTY_WEEK = "No placements";

    /// A count, with its question.
    record Figure(String question, String count) {}

    /// Placements under one heading.
    record Group(String heading, String explanation, List<Entry> entries) {}

    /// One placement, with its three answers.
    record Entry(String outlet, String headline, String url, String deadline, List<Line> answers) {}

    /// One answer.
    record Line(String question, Badge badge, String evidence, String time) {}

    /// An answer as a reader sees it: a word and, last, a colour.
    record Badge(String word, String style, String background, String ink) {

        static Badge of(Answer answer) {
            return switch (answer) {
                case YES -> new Badge("Yes", "green", "#e1f3e6", "#14532d");
                case NO -> new Badge("No", "red", "#fde5e2", "#8a1c12");
                case PENDING -> new Badge("Pending", "amber", "#fdf0d0", "#663c00");
                case EXEMPT -> new Badge("Exempt", "grey", "#e6eaee", "#38424d");
            };
        }
    }

    /// @param room how many placements may be listed
    static AuditView of(
            String subject, WeekAudit audit, Agreement agreement, String baseUrl, int room) {
        List<Group> groups = new ArrayList<>();
        int left = room;
        for (Group group : groups(audit, agreement.zone(), baseUrl)) {
            List<Entry> entries = group.entries().stream().limit(left).toList();
            left -= entries.size();
            if (!entries.isEmpty()) {
                groups.add(new Group(group.heading(), group.explanation(), entries));
            }
        }
        int all = audit.late().size() + audit.judged().size() + audit.pending().size();
        int more = Math.max(0, all - room);
        return new AuditView(
                subject,
                "Week %d of %d, from %s"
                        .formatted(
                                audit.week().week(),
                                audit.week().year(),
                                Times.date(
                                        audit.week()
                                                .startsAt(agreement.zone())
                                                .atZone(agreement.zone()))),
                verdict(audit),
                explanation(audit),
                figures(audit),
                causes(audit),
                List.copyOf(groups),
                more == 0
                        ? ""
                        : "%s more: this mail has no room for them. The week’s page and its export"
                                        .formatted(Phrases.count(more, "placement"))
                                + " have every one; the counts above include them.",
                baseUrl + "/#/audit/weeks/" + audit.week(),
                benchmark(audit),
                BENCHMARK_SOURCE,
                "Agreement version %s, of %s. Weeks run from Monday to Sunday in %s."
                        .formatted(audit.agreement(), agreement.date(), agreement.zone().getId()));
    }

    private static final String BENCHMARK_SOURCE =
            "Outcomes Rocket’s 2026 Benchmark on AI, Visibility & Revenue. It counts organizations;"
                    + " your figure counts placements. They stand side by side, and are not a rank.";

    /// After the subject's prefix: `3 of 5 fully wired, 1 missed 24 h`.
    static String headline(WeekAudit audit) {
        List<String> parts = new ArrayList<>();
        int judged = audit.judged().size();
        if (judged == 0) {
            parts.add(audit.isEmpty() ? EMPTY_WEEK : EMPTY_WEEK + " judged");
        } else {
            parts.add("%d of %d fully wired".formatted(audit.fullyWired(), judged));
            parts.add(audit.missed() == 0 ? "none missed 24 h" : audit.missed() + " missed 24 h");
        }
        if (audit.leaking() > 0) {
            parts.add(audit.leaking() + " leaking");
        }
        if (judged == 0 && !audit.pending().isEmpty()) {
            parts.add(audit.pending().size() + " pending");
        }
        if (!audit.late().isEmpty()) {
            parts.add(Phrases.count(audit.late().size(), "late addition"));
        }
        return String.join(", ", parts);
    }

    String text() {
        TextPart text = new TextPart().paragraph(week).paragraph(verdict).paragraph(explanation);
        if (!figures.isEmpty()) {
            text.list(
                    "The three questions:",
                    figures.stream().map(f -> f.question() + " " + f.count()).toList());
        }
        if (!causes.isEmpty()) {
            text.list("Why 24 hours were missed:", causes);
        }
        for (Group group : groups) {
            text.paragraph(group.heading(), group.explanation());
            for (Entry entry : group.entries()) {
                text.paragraph(
                        Stream.concat(
                                        Stream.of(
                                                entry.outlet() + ": " + entry.headline(),
                                                entry.url(),
                                                entry.deadline()),
                                        entry.answers().stream().map(AuditView::inWords))
                                .toArray(String[]::new));
            }
        }
        return text.paragraph(remark)
                .paragraph("The whole week: " + weekUrl)
                .paragraph(benchmark, benchmarkSource)
                .paragraph(agreement)
                .toString();
    }

    private static String inWords(Line line) {
        return "- %s %s. %s%s"
                .formatted(
                        line.question(),
                        line.badge().word(),
                        line.evidence(),
                        line.time().isEmpty() ? "" : " " + line.time());
    }

    private static String verdict(WeekAudit audit) {
        int judged = audit.judged().size();
        if (judged == 0) {
            return audit.isEmpty() ? EMPTY_WEEK : EMPTY_WEEK + " judged";
        }
        return "%d of %s fully wired"
                .formatted(audit.fullyWired(), Phrases.count(judged, "placement"));
    }

    private static String explanation(WeekAudit audit) {
        if (audit.isEmpty()) {
            return "Nothing was published that falls into this week, so there is nothing to judge.";
        }
        if (audit.judged().isEmpty()) {
            return "No placement’s 24 hours ended in this week.";
        }
        return "%s %s. Fully wired: reached in 24 hours, in a sequence, and used on a target account."
                .formatted(
                        audit.leaking() == 0
                                ? "None is leaking."
                                : "%d leaking: all three answers are No."
                                        .formatted(audit.leaking()),
                        audit.missed() == 0
                                ? "None missed 24 hours"
                                : "%d missed 24 hours".formatted(audit.missed()));
    }

    private static List<Figure> figures(WeekAudit audit) {
        return audit.judged().isEmpty()
                ? List.of()
                : List.of(
                        new Figure(
                                "Reached the sales team within 24 hours?",
                                count(audit, PlacementAudit::reachedIn24h)),
                        new Figure(
                                "In an active sales sequence?",
                                count(audit, PlacementAudit::inActiveSequence)),
                        new Figure(
                                "Used in a deal on a target account?",
                                count(audit, PlacementAudit::referencedInDeal)));
    }

    /// Yes among Yes and No: what is pending or exempt counts as neither.
    private static String count(WeekAudit audit, Function<PlacementAudit, Finding> question) {
        int yes = 0;
        int asked = 0;
        for (PlacementAudit placement : audit.judged()) {
            Answer answer = question.apply(placement).answer();
            yes += answer == Answer.YES ? 1 : 0;
            asked += answer == Answer.YES || answer == Answer.NO ? 1 : 0;
        }
        if (asked == 0) {
            return "nothing to count";
        }
        String count = "%d of %d".formatted(yes, asked);
        return asked < ENOUGH_FOR_PERCENT
                ? count
                : count + " (%d%%)".formatted(Math.floorDiv(100 * yes, asked));
    }

    private static List<String> causes(WeekAudit audit) {
        Map<Cause, List<PlacementAudit>> byCause = new EnumMap<>(Cause.class);
        for (PlacementAudit placement : audit.judged()) {
            Cause cause = placement.reached().cause();
            if (placement.reachedIn24h().answer() == Answer.NO && cause != null) {
                byCause.computeIfAbsent(cause, none -> new ArrayList<>()).add(placement);
            }
        }
        List<String> lines = new ArrayList<>();
        byCause.forEach((cause, placements) ->
                lines.add(
                        "%s: %s%s"
                                .formatted(
                                        inWords(cause),
                                        Phrases.count(placements.size(), "placement"),
                                        notReached(placements))));
        return List.copyOf(lines);
    }

    private static String inWords(Cause cause) {
        return switch (cause) {
            case LATE_INTAKE -> "Submitted too late to make it";
            case HELD -> "Held back";
            case DELIVERY -> "Not delivered to every rep";
            case SYSTEM -> "Our system";
        };
    }

    private static String notReached(List<PlacementAudit> placements) {
        List<Missing> missing =
                placements.stream()
                        .flatMap(p -> p.reached().missing().stream())
                        .distinct()
                        .toList();
        if (missing.isEmpty()) {
            return "";
        }
        List<String> named =
                missing.stream()
                        .limit(MAXIMUM_NAMED)
                        .map(m -> "%s (%s)".formatted(m.rep(), Shorten.to(80, m.reason())))
                        .toList();
        int more = missing.size() - named.size();
        return "; not reached: "
                + String.join(", ", named)
                + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String benchmark(WeekAudit audit) {
        long shared =
                audit.judged().stream()
                        .filter(p -> p.reachedIn24h().answer() != Answer.EXEMPT)
                        .filter(p -> p.reached().count() > 0)
                        .count();
        return audit.asked() == 0
                ? "Organizations that share coverage with sales at all: 13.1%; you: no placements to"
                        + " count this week."
                : "Organizations that share coverage with sales at all: 13.1%%; you: %d of %d this week."
                        .formatted(shared, audit.asked());
    }

    private static List<Group> groups(WeekAudit audit, ZoneId zone, String baseUrl) {
        List<PlacementAudit> leaks =
                audit.judged().stream().filter(PlacementAudit::leaking).toList();
        List<PlacementAudit> others = audit.judged().stream().filter(p -> !p.leaking()).toList();
        return List.of(
                new Group(
                        "Late additions",
                        "Of an earlier week, and not known when that week’s mail went out.",
                        entries(audit.late(), zone, baseUrl)),
                new Group("Leaking", "All three answers are No.", entries(leaks, zone, baseUrl)),
                new Group(
                        leaks.isEmpty() ? "The placements" : "The other placements",
                        "",
                        entries(others, zone, baseUrl)),
                new Group(
                        "Pending",
                        "Published, and their 24 hours end later. They count neither as Yes nor as No.",
                        entries(audit.pending(), zone, baseUrl)));
    }

    private static List<Entry> entries(
            List<PlacementAudit> placements, ZoneId zone, String baseUrl) {
        return placements.stream().map(p -> entry(p, zone, baseUrl)).toList();
    }

    private static Entry entry(PlacementAudit placement, ZoneId zone, String baseUrl) {
        return new Entry(
                placement.outlet(),
                Shorten.to(MAXIMUM_HEADLINE, placement.headline()),
                baseUrl + "/#/placements/" + placement.id(),
                (placement.pending() ? "24 hours end " : "24 hours ended ")
                        + Times.line(placement.deadline(), zone),
                List.of(
                        line("Reached in 24 h?", placement.reachedIn24h(), zone),
                        line("In a sequence?", placement.inActiveSequence(), zone),
                        line("Used in a deal?", placement.referencedInDeal(), zone)));
    }

    private static Line line(String question, Finding finding, ZoneId zone) {
        return new Line(
                question,
                Badge.of(finding.answer()),
                Shorten.to(MAXIMUM_EVIDENCE, finding.evidence()),
                time(finding, zone));
    }

    private static String time(Finding finding, ZoneId zone) {
        return finding.at() == null ? "" : Times.line(finding.at(), zone);
    }
}
