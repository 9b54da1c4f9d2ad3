package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The content of the weekly email, in order: the week in a sentence, each placement with its three
/// answers, what nobody has touched, and who acts next. It takes a minute to read on a phone;
/// evidence, causes and the rest are on the week's page.
///
/// @param verdict the week in a few words; `explanation` says what they mean
/// @param totals the totals of the three questions, in order; empty if nothing was judged
/// @param groups late additions first, then leaks, the others, and separately the pending ones
/// @param remark how many placements do not fit into the email; empty if all do
/// @param untouched placements that no rep has acknowledged or used after 7 days
/// @param moves what to do, and who should do it
/// @param restated emailed figures that have changed since
/// @param whoseLink who can open the link to the whole week, and for how long
record AuditView(
        String subject,
        String week,
        String verdict,
        String explanation,
        List<Figure> totals,
        List<Group> groups,
        String remark,
        List<String> untouched,
        List<Move> moves,
        List<String> restated,
        String weekUrl,
        String benchmark,
        String benchmarkSource,
        String whoseLink,
        String agreement) {

    static final String UNTOUCHED = "No rep has acknowledged or used these after 7 days";
    static final String MOVES = "What to do next";
    static final String RESTATED = "Corrected since last reported";

    private static final int MAXIMUM_NAMED = 3;
    private static final int MAXIMUM_MOVES = 5;

    /// A count, with its question.
    ///
    /// @param percent how much of the bar is filled
    record Figure(String question, String count, int percent) {}

    /// Placements under one heading, which is empty if there is only one kind.
    record Group(String heading, String explanation, List<Entry> entries) {}

    /// One placement, with its three answers.
    record Entry(String outlet, String headline, String url, List<Cell> answers) {}

    /// One answer.
    ///
    /// @param question the question in one word, as in the table's heading
    /// @param url the URL of the evidence for a Yes; otherwise empty
    record Cell(String question, Badge badge, String url) {}

    /// @param about the placements concerned
    /// @param linkText empty if it is not done in the product
    /// @param url where it can be done; empty if not in the product
    record Move(String who, String what, String about, String linkText, String url) {}

    /// @param percent of the bar's length
    record Bar(String headline, String time, int percent, boolean late) {}

    record Fact(String label, List<String> lines) {}

    /// An answer as a reader sees it: a word and, last, a color.
    record Badge(String word, String style, String background, String ink) {

        static Badge of(Answer answer) {
            return switch (answer) {
                case YES -> new Badge("Yes", "green", Design.GREEN, Design.ON_GREEN);
                case NO -> new Badge("No", "red", Design.RED, Design.ON_RED);
                case PENDING -> new Badge("Pending", "amber", Design.AMBER, Design.ON_AMBER);
                case EXEMPT -> new Badge("Exempt", "gray", Design.GRAY, Design.ON_GRAY);
            };
        }
    }

    /// @param weekUrl the signed URL of the week's page
    /// @param baseUrl the URL of the product's pages, without a trailing slash
    /// @param room the number of placements that may be listed
    static AuditView of(
            String subject,
            WeeklyReport audit,
            Agreement agreement,
            String weekUrl,
            Instant linkEndsAt,
            String baseUrl,
            Map<String, String> owners,
            int room) {
        ReaderClock reader = new ReaderClock(audit.zone(), audit.computedAt());
        return new AuditView(
                subject,
                title(audit, agreement, reader),
                WeekInWords.verdict(audit),
                WeekInWords.explanation(audit),
                WeekInWords.figures(audit),
                groups(audit, weekUrl, room),
                more(audit, room),
                untouched(audit, reader),
                moves(audit, agreement, weekUrl, baseUrl, owners),
                audit.restated().stream().map(each -> WeekInWords.restated(each, reader)).toList(),
                weekUrl,
                WeekInWords.benchmark(audit),
                BENCHMARK_SOURCE,
                "Until %s, anyone who has your link to the whole week can open it without signing in. It stops working once you’re off the agreement’s list of leaders."
                        .formatted(reader.day(linkEndsAt)),
                AgreementInWords.of(audit, agreement));
    }

    private static String title(WeeklyReport audit, Agreement agreement, ReaderClock reader) {
        return "%sWeek %d of %d, %s to %s"
                .formatted(
                        agreement.company() == null ? "" : agreement.company() + " · ",
                        audit.week().week(),
                        audit.week().year(),
                        reader.day(audit.startsAt()),
                        reader.day(audit.endsAt().minusSeconds(1)));
    }

    /// The groups that fit, without those that would be empty.
    private static List<Group> groups(WeeklyReport audit, String weekUrl, int room) {
        List<Group> groups = new ArrayList<>();
        int left = room;
        for (Group group : AuditEntries.groups(audit, weekUrl, room)) {
            List<Entry> entries = group.entries().stream().limit(left).toList();
            left -= entries.size();
            if (!entries.isEmpty()) {
                groups.add(new Group(group.heading(), group.explanation(), entries));
            }
        }
        return List.copyOf(groups);
    }

    /// How many placements do not fit, in words; empty if all do.
    private static String more(WeeklyReport audit, int room) {
        int more = Math.max(0, (int) audit.all().count() - room);
        return more == 0
                ? ""
                : "%d more are on the page and in the attached file; the counts above include them."
                        .formatted(more);
    }

    private static final String BENCHMARK_SOURCE =
            "Source: Outcomes Rocket’s 2026 Benchmark on AI, Visibility & Revenue, which counts"
                    + " organizations. Your figure counts placements, so it isn’t a ranking.";

    private static List<String> untouched(WeeklyReport audit, ReaderClock reader) {
        List<String> lines = new ArrayList<>();
        audit.inPlay().untouched().stream()
                .limit(MAXIMUM_NAMED)
                .map(each ->
                        "%s (published %s)"
                                .formatted(
                                        Shorten.to(80, each.headline()),
                                        Phrases.publishedDay(each.publication(), reader)))
                .forEach(lines::add);
        int more = audit.inPlay().untouchedInAll() - lines.size();
        if (more > 0) {
            lines.add("and %d more".formatted(more));
        }
        return lines;
    }

    /// Combines the same step of the same person for several placements into one line.
    private static List<Move> moves(
            WeeklyReport audit,
            Agreement agreement,
            String weekUrl,
            String baseUrl,
            Map<String, String> owners) {
        Map<Step, List<PlacementAnswers>> concerned = new LinkedHashMap<>();
        audit.all()
                .forEach(placement -> {
                    NextStep next = placement.next();
                    if (next != null) {
                        Step step =
                                new Step(AuditEntries.owner(next, agreement, owners), next.step());
                        concerned.computeIfAbsent(step, first -> new ArrayList<>()).add(placement);
                    }
                });
        List<Move> listed = new ArrayList<>();
        concerned.entrySet().stream()
                .limit(MAXIMUM_MOVES)
                .map(each -> each.getKey().about(each.getValue(), weekUrl, baseUrl))
                .forEach(listed::add);
        if (concerned.size() > MAXIMUM_MOVES) {
            listed.add(
                    new Move(
                            "And %d more".formatted(concerned.size() - MAXIMUM_MOVES),
                            "See the page of the week.",
                            "",
                            "",
                            ""));
        }
        return List.copyOf(listed);
    }

    /// A step that somebody has to take, for any number of placements.
    private record Step(String who, String what) {

        /// @param placements those concerned; the first is named, the others counted
        /// @param weekUrl the URL of the page that has the link of each
        Move about(List<PlacementAnswers> placements, String weekUrl, String baseUrl) {
            String first = Shorten.to(70, placements.getFirst().headline());
            String nextUrl = AuditEntries.nextUrl(placements.getFirst(), baseUrl);
            int more = placements.size() - 1;
            String about = more == 0 ? first : "%s and %d more".formatted(first, more);
            if (nextUrl.isEmpty()) {
                return new Move(who, what, about, "", "");
            }
            return more == 0
                    ? new Move(who, what, about, "Choose a sequence", nextUrl)
                    : new Move(who, what, about, "See them all", weekUrl);
        }
    }

    String text() {
        TextPart text = new TextPart().paragraph(week).paragraph(verdict).paragraph(explanation);
        if (!totals.isEmpty()) {
            text.list(
                    "The three questions:",
                    totals.stream().map(each -> each.question() + " " + each.count()).toList());
        }
        for (Group group : groups) {
            text.paragraph(group.heading(), group.explanation());
            for (Entry entry : group.entries()) {
                List<String> lines = new ArrayList<>();
                lines.add(entry.outlet() + ": " + entry.headline());
                lines.add(entry.url());
                entry.answers().stream().map(AuditView::inWords).forEach(lines::add);
                text.paragraph(lines.toArray(String[]::new));
            }
        }
        tellMoves(text.paragraph(remark));
        return text.paragraph("See the whole week: " + weekUrl)
                .paragraph(benchmark, benchmarkSource)
                .paragraph(whoseLink)
                .paragraph(agreement)
                .toString();
    }

    /// Adds the untouched placements, the next steps and the corrections.
    private void tellMoves(TextPart text) {
        if (!untouched.isEmpty()) {
            text.list(UNTOUCHED + ":", untouched);
        }
        if (!moves.isEmpty()) {
            text.list(
                    MOVES + ":",
                    moves.stream()
                            .map(each ->
                                    "%s: %s %s %s"
                                            .formatted(
                                                    each.who(),
                                                    each.what(),
                                                    each.about(),
                                                    each.url())
                                            .strip())
                            .toList());
        }
        if (!restated.isEmpty()) {
            text.list(RESTATED + ":", restated);
        }
    }

    private static String inWords(Cell cell) {
        return "- %s: %s%s"
                .formatted(
                        cell.question(),
                        cell.badge().word(),
                        cell.url().isEmpty() ? "" : " " + cell.url());
    }
}
