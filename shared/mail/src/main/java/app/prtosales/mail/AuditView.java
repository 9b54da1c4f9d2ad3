package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.text.ReaderClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the weekly email says, in the order in which it says it.
///
/// @param verdict the week in a few words, and `explanation` what they mean
/// @param figures one for each question
/// @param groups late additions first, then leaks, the others, and apart from them the pending ones
/// @param remark how many placements the mail has no room for; empty where it has them all
/// @param slowest how long the last rep of a placement took, against the 24-hour line
/// @param facts what else leadership asks, each under a label
record AuditView(
        String subject,
        String week,
        String verdict,
        String explanation,
        List<Figure> figures,
        List<Group> groups,
        String remark,
        List<Bar> slowest,
        List<Fact> facts,
        String weekUrl,
        String benchmark,
        String benchmarkSource,
        String agreement) {

    /// A count, with its question.
    ///
    /// @param percent how much of the bar is filled
    record Figure(String question, String count, int percent) {}

    /// Placements under one heading.
    record Group(String heading, String explanation, List<Entry> entries) {}

    /// One placement, with its three answers and whose turn it is.
    ///
    /// @param next empty where nothing has to happen
    /// @param nextUrl where it can be done; empty where that is elsewhere
    record Entry(
            String outlet,
            String headline,
            String url,
            String deadline,
            List<Line> answers,
            String next,
            String nextUrl) {}

    /// One answer.
    ///
    /// @param url where the evidence of a Yes is; else empty
    record Line(String question, Badge badge, String evidence, String url, String time) {}

    /// @param percent of the bar's length
    record Bar(String headline, String time, int percent, boolean late) {}

    record Fact(String label, List<String> lines) {}

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

    /// @param reps names by ids
    /// @param weekUrl the signed page of the week
    /// @param baseUrl where the product's pages are, without a slash at its end
    /// @param room how many placements may be listed
    static AuditView of(
            String subject,
            WeeklyReport audit,
            Agreement agreement,
            Map<String, String> reps,
            String weekUrl,
            String baseUrl,
            int room) {
        ReaderClock weeks = new ReaderClock(audit.zone(), audit.computedAt());
        List<Group> groups = new ArrayList<>();
        int left = room;
        for (Group group : AuditEntries.groups(audit, agreement, weekUrl, baseUrl, room)) {
            List<Entry> entries = group.entries().stream().limit(left).toList();
            left -= entries.size();
            if (!entries.isEmpty()) {
                groups.add(new Group(group.heading(), group.explanation(), entries));
            }
        }
        int more = Math.max(0, (int) audit.all().count() - room);
        return new AuditView(
                subject,
                "Week %d of %d, from %s to %s"
                        .formatted(
                                audit.week().week(),
                                audit.week().year(),
                                weeks.day(audit.week().startsAt(audit.zone())),
                                weeks.day(audit.week().endsAt(audit.zone()).minusSeconds(1))),
                WeekInWords.verdict(audit),
                WeekInWords.explanation(audit),
                WeekInWords.figures(audit),
                List.copyOf(groups),
                more == 0
                        ? ""
                        : "and %d more: this mail has no room for them. The page and the attached rows"
                                        .formatted(more)
                                + " have every one; the counts above include them.",
                SlowestBars.slowest(audit),
                LeadershipFacts.facts(audit, reps),
                weekUrl,
                WeekInWords.benchmark(audit),
                BENCHMARK_SOURCE,
                "Agreement version %s, of %s. Weeks run from Monday to Sunday in %s. Computed %s."
                        .formatted(
                                audit.agreement(),
                                agreement.date(),
                                ReaderClock.zoneName(agreement.zone()),
                                new ReaderClock(agreement.zone(), audit.computedAt())
                                        .time(audit.computedAt())));
    }

    private static final String BENCHMARK_SOURCE =
            "Outcomes Rocket’s 2026 Benchmark on AI, Visibility & Revenue. It counts organizations;"
                    + " your figure counts placements. They stand side by side, and are not a rank.";

    String text() {
        TextPart text = new TextPart().paragraph(week).paragraph(verdict).paragraph(explanation);
        if (!figures.isEmpty()) {
            text.list(
                    "The three questions:",
                    figures.stream().map(f -> f.question() + " " + f.count()).toList());
        }
        for (Group group : groups) {
            text.paragraph(group.heading(), group.explanation());
            for (Entry entry : group.entries()) {
                text.paragraph(
                        Stream.of(
                                        Stream.of(
                                                entry.outlet() + ": " + entry.headline(),
                                                entry.url(),
                                                entry.deadline()),
                                        entry.answers().stream().map(AuditView::inWords),
                                        Stream.of(entry.next(), entry.nextUrl())
                                                .filter(next -> !next.isEmpty()))
                                .flatMap(lines -> lines)
                                .toArray(String[]::new));
            }
        }
        text.paragraph(remark);
        if (!slowest.isEmpty()) {
            text.list(
                    SlowestBars.SLOWEST,
                    slowest.stream().map(bar -> bar.headline() + ": " + bar.time()).toList());
        }
        facts.forEach(fact -> text.list(fact.label() + ":", fact.lines()));
        return text.paragraph("The whole week: " + weekUrl)
                .paragraph(benchmark, benchmarkSource)
                .paragraph(agreement)
                .toString();
    }

    private static String inWords(Line line) {
        return "- %s %s. %s%s%s"
                .formatted(
                        line.question(),
                        line.badge().word(),
                        line.evidence(),
                        line.time().isEmpty() ? "" : " " + line.time(),
                        line.url().isEmpty() ? "" : " " + line.url());
    }
}
