package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Count;
import app.prtosales.audit.Finding;
import app.prtosales.audit.InPlay;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.Question;
import app.prtosales.audit.Restatement;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.placement.Cause;
import app.prtosales.text.ReaderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /// From how many placements on a percentage says anything.
    private static final int ENOUGH_FOR_PERCENT = 5;

    private static final int MAXIMUM_HEADLINE = 120;
    private static final int MAXIMUM_EVIDENCE = 160;
    private static final int MAXIMUM_NAMED = 5;
    private static final Duration WINDOW = Duration.ofHours(24);

    /// Where the 24-hour line stands in a bar, in percent of it.
    private static final int LINE = 80;

    static final String EMPTY_WEEK = "No placements";

    /// A count, with its question.
    ///
    /// @param percent how much of the bar is filled
    record Figure(String question, String count, int percent) {}

    /// Placements under one heading.
    record Group(String heading, String explanation, List<Entry> entries) {}

    /// One placement, with its three answers and whose turn it is.
    ///
    /// @param next empty where nothing has to happen
    record Entry(
            String outlet,
            String headline,
            String url,
            String deadline,
            List<Line> answers,
            String next) {}

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

    /// @param weekUrl the signed page of the week
    /// @param room how many placements may be listed
    static AuditView of(
            String subject, WeeklyReport audit, Agreement agreement, String weekUrl, int room) {
        ReaderClock weeks = new ReaderClock(audit.zone(), audit.computedAt());
        List<Group> groups = new ArrayList<>();
        int left = room;
        for (Group group : groups(audit, agreement, weekUrl, room)) {
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
                verdict(audit),
                explanation(audit),
                figures(audit),
                List.copyOf(groups),
                more == 0
                        ? ""
                        : "and %d more: this mail has no room for them. The page and the attached rows"
                                        .formatted(more)
                                + " have every one; the counts above include them.",
                slowest(audit),
                facts(audit),
                weekUrl,
                benchmark(audit),
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

    /// After the subject's prefix: `3 of 5 fully wired, 1 missed 24 h`.
    static String headline(WeeklyReport audit) {
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
                                        Stream.of(entry.next()).filter(next -> !next.isEmpty()))
                                .flatMap(lines -> lines)
                                .toArray(String[]::new));
            }
        }
        text.paragraph(remark);
        if (!slowest.isEmpty()) {
            text.list(
                    SLOWEST,
                    slowest.stream().map(bar -> bar.headline() + ": " + bar.time()).toList());
        }
        facts.forEach(fact -> text.list(fact.label() + ":", fact.lines()));
        return text.paragraph("The whole week: " + weekUrl)
                .paragraph(benchmark, benchmarkSource)
                .paragraph(agreement)
                .toString();
    }

    static final String SLOWEST = "From publication to the last rep reached; the line is 24 hours";

    private static String inWords(Line line) {
        return "- %s %s. %s%s%s"
                .formatted(
                        line.question(),
                        line.badge().word(),
                        line.evidence(),
                        line.time().isEmpty() ? "" : " " + line.time(),
                        line.url().isEmpty() ? "" : " " + line.url());
    }

    static String verdict(WeeklyReport audit) {
        int judged = audit.judged().size();
        if (judged == 0) {
            return audit.isEmpty() ? EMPTY_WEEK : EMPTY_WEEK + " judged";
        }
        return "%d of %s fully wired%s"
                .formatted(
                        audit.fullyWired(),
                        Phrases.count(judged, "placement"),
                        audit.missed() == 0 ? "" : ", %d missed 24 h".formatted(audit.missed()));
    }

    static String explanation(WeeklyReport audit) {
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
            return "nothing to count";
        }
        return count.asked() < ENOUGH_FOR_PERCENT
                ? count.toString()
                : "%s (%d%%)".formatted(count, percent(count));
    }

    /// Nothing is rounded up to 100.
    static int percent(Count count) {
        return count.asked() == 0 ? 0 : (int) Math.floorDiv(100L * count.yes(), count.asked());
    }

    private static List<Bar> slowest(WeeklyReport audit) {
        return audit.judged().stream()
                .filter(placement -> placement.reached().lastAt() != null)
                .sorted(Comparator.comparing(AuditView::took).reversed())
                .limit(MAXIMUM_NAMED)
                .map(AuditView::bar)
                .toList();
    }

    private static Duration took(PlacementAnswers placement) {
        Instant last = placement.reached().lastAt();
        // `P` may have been moved to after the pings.
        return last == null || last.isBefore(placement.publishedAt())
                ? Duration.ZERO
                : Duration.between(placement.publishedAt(), last);
    }

    private static Bar bar(PlacementAnswers placement) {
        Duration took = took(placement);
        boolean late = took.compareTo(WINDOW) > 0;
        long percent = LINE * took.toMinutes() / WINDOW.toMinutes();
        return new Bar(
                Shorten.to(60, placement.headline()),
                spoken(took) + (late ? ", past the 24-hour line" : ""),
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

    static List<Fact> facts(WeeklyReport audit) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Restated since it was told", restated(audit));
        add(facts, "Why 24 hours were missed", causes(audit));
        Count pings = audit.pings();
        if (pings.asked() > 0) {
            add(
                    facts,
                    "Reach and mail health",
                    Stream.concat(
                                    Stream.of(
                                            "%s pings reached their rep; %d acknowledged."
                                                    .formatted(
                                                            inWords(pings), audit.acknowledged())),
                                    health(audit).stream())
                            .toList());
        }
        InPlay inPlay = audit.inPlay();
        if (!inPlay.stages().isEmpty()) {
            add(facts, "In sequences, by stage and persona", stages(inPlay));
        }
        add(facts, "Deals touched this week", deals(inPlay));
        if (inPlay.placements() > 0) {
            add(
                    facts,
                    "Champions",
                    List.of(
                            "%s ready to forward, %d armed as far as reps recorded it."
                                    .formatted(
                                            Phrases.count(inPlay.championsReady(), "kit"),
                                            inPlay.championsArmed())));
        }
        add(
                facts,
                "Ends within 14 days",
                ending(inPlay, new ReaderClock(audit.zone(), audit.computedAt())));
        if (!inPlay.quiet().isEmpty()) {
            add(facts, "No placement in 90 days for", List.of(limited(inPlay.quiet()) + "."));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String label, List<String> lines) {
        if (!lines.isEmpty()) {
            facts.add(new Fact(label, lines));
        }
    }

    private static List<String> restated(WeeklyReport audit) {
        return audit.restated().stream()
                .map(each -> restated(each, new ReaderClock(audit.zone(), audit.computedAt())))
                .toList();
    }

    /// `Week 47, reached …? Restated on Mon, Nov 30: 4 of 5 → 5 of 5`.
    static String restated(Restatement each, ReaderClock reader) {
        String why =
                each.why().isEmpty()
                        ? ""
                        : " (%s%s)"
                                .formatted(
                                        Shorten.to(80, each.why().getFirst().headline()),
                                        each.why().size() == 1
                                                ? ""
                                                : " and %d more".formatted(each.why().size() - 1));
        return "Week %d: %s Restated on %s: %s → %s%s"
                .formatted(
                        each.week().week(),
                        each.question().inFull(),
                        reader.day(each.at()),
                        each.from(),
                        each.to(),
                        why);
    }

    private static List<String> causes(WeeklyReport audit) {
        Map<Cause, List<PlacementAnswers>> byCause = new EnumMap<>(Cause.class);
        for (PlacementAnswers placement : audit.judged()) {
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

    private static String notReached(List<PlacementAnswers> placements) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        placements.stream()
                .flatMap(p -> p.reached().missing().stream())
                .forEach(m ->
                        reasons.computeIfAbsent(m.rep(), none -> new ArrayList<>())
                                .add(m.reason()));
        return reasons.isEmpty()
                ? ""
                : "; not reached: "
                        + limited(
                                reasons.entrySet().stream()
                                        .map(each -> notReached(each.getKey(), each.getValue()))
                                        .toList());
    }

    /// @param reasons one for each placement that did not reach the rep, the latest one last
    private static String notReached(String rep, List<String> reasons) {
        String why = Shorten.to(80, reasons.getLast());
        return reasons.size() == 1
                ? "%s (%s)".formatted(rep, why)
                : "%s (%d times; %s)".formatted(rep, reasons.size(), why);
    }

    /// What became of the mails that reached nobody, most frequent first.
    private static List<String> health(WeeklyReport audit) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        audit.judged().stream()
                .flatMap(placement -> placement.reached().missing().stream())
                .forEach(missing ->
                        reasons.merge(missing.reason().split(":", 2)[0], 1, Integer::sum));
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MAXIMUM_NAMED)
                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                .toList();
    }

    private static List<String> stages(InPlay inPlay) {
        Map<String, List<String>> byStage = new LinkedHashMap<>();
        for (InPlay.InStage each : inPlay.stages()) {
            byStage.computeIfAbsent(each.stage(), none -> new ArrayList<>())
                    .add("%s %d".formatted(each.persona(), each.placements()));
        }
        return byStage.entrySet().stream()
                .map(stage ->
                        "%s: %s"
                                .formatted(
                                        Phrases.label(stage.getKey()), limited(stage.getValue())))
                .toList();
    }

    private static List<String> deals(InPlay inPlay) {
        if (inPlay.deals() == 0) {
            return inPlay.placements() == 0 ? List.of() : List.of("None was recorded.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s, %d at target accounts. Touched, not caused."
                        .formatted(Phrases.count(inPlay.deals(), "deal"), inPlay.dealsAtTargets()));
        inPlay.named().stream()
                .limit(MAXIMUM_NAMED)
                .map(deal ->
                        "%s%s, %s: %s"
                                .formatted(
                                        Shorten.to(60, deal.accountName()),
                                        deal.target() ? " (target)" : "",
                                        Phrases.spoken(deal.how().word()),
                                        Shorten.to(60, deal.headline())))
                .forEach(lines::add);
        return lines;
    }

    private static List<String> ending(InPlay inPlay, ReaderClock reader) {
        List<String> lines = new ArrayList<>();
        inPlay.ending().stream()
                .limit(MAXIMUM_NAMED)
                .map(each ->
                        "%s: %s".formatted(reader.day(each.at()), Shorten.to(80, each.headline())))
                .forEach(lines::add);
        if (inPlay.endingSoon() > lines.size()) {
            lines.add("and %d more".formatted(inPlay.endingSoon() - lines.size()));
        }
        return lines;
    }

    private static String limited(List<String> words) {
        return words.size() <= MAXIMUM_NAMED
                ? String.join(", ", words)
                : "%s and %d more"
                        .formatted(
                                String.join(", ", words.subList(0, MAXIMUM_NAMED)),
                                words.size() - MAXIMUM_NAMED);
    }

    static String benchmark(WeeklyReport audit) {
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

    private static List<Group> groups(
            WeeklyReport audit, Agreement agreement, String weekUrl, int room) {
        List<PlacementAnswers> leaks =
                audit.judged().stream().filter(PlacementAnswers::leaking).toList();
        List<PlacementAnswers> others = audit.judged().stream().filter(p -> !p.leaking()).toList();
        return List.of(
                new Group(
                        "Late additions",
                        "Of an earlier week, and not known when that week’s mail went out.",
                        entries(audit.late(), audit, agreement, weekUrl, room)),
                new Group(
                        "Leaking",
                        "All three answers are No.",
                        entries(leaks, audit, agreement, weekUrl, room)),
                new Group(
                        leaks.isEmpty() ? "The placements" : "The other placements",
                        "",
                        entries(others, audit, agreement, weekUrl, room)),
                new Group(
                        "Pending",
                        "Published, and their 24 hours end later. They count neither as Yes nor as No.",
                        entries(audit.pending(), audit, agreement, weekUrl, room)));
    }

    private static List<Entry> entries(
            List<PlacementAnswers> placements,
            WeeklyReport audit,
            Agreement agreement,
            String weekUrl,
            int room) {
        ReaderClock reader = new ReaderClock(agreement.zone(), audit.computedAt());
        return placements.stream()
                .limit(room)
                .map(p -> entry(p, agreement, weekUrl, reader))
                .toList();
    }

    private static Entry entry(
            PlacementAnswers placement, Agreement agreement, String weekUrl, ReaderClock reader) {
        String url = weekUrl + "#p-" + placement.id();
        return new Entry(
                placement.outlet(),
                Shorten.to(MAXIMUM_HEADLINE, placement.headline()),
                url,
                (placement.pending() ? "24 hours end " : "24 hours ended ")
                        + reader.time(placement.deadline()),
                List.of(
                        line(
                                "Reached within 24 hours?",
                                placement.reachedIn24h(),
                                url + "-1",
                                reader),
                        line("In a sequence?", placement.inActiveSequence(), url + "-2", reader),
                        line("Used in a deal?", placement.referencedInDeal(), url + "-3", reader)),
                next(placement.next(), agreement));
    }

    /// `Next: cfo-owner …: Add it at stage awareness`.
    static String next(@Nullable NextStep next, Agreement agreement) {
        return next == null ? "" : "Next, %s: %s".formatted(owner(next, agreement), next.step());
    }

    private static String owner(NextStep next, Agreement agreement) {
        return switch (next.owner()) {
            case PR_OWNER -> or(agreement.prOwner(), "the owner of PR");
            case OPS -> or(agreement.ops(), "ops");
            case RULE_1_OWNER -> ruleOwner(agreement, 1);
            case RULE_2_OWNER -> ruleOwner(agreement, 2);
            case RULE_3_OWNER -> ruleOwner(agreement, 3);
            case SEQUENCE_OWNER -> "the owner of “%s”".formatted(Shorten.to(60, next.sequence()));
        };
    }

    private static String ruleOwner(Agreement agreement, int rule) {
        List<String> owners = agreement.ruleOwners();
        return owners.size() < rule ? "the owner of rule " + rule : owners.get(rule - 1);
    }

    private static String or(@Nullable String named, String otherwise) {
        return named == null ? otherwise : named;
    }

    private static Line line(String question, Finding finding, String url, ReaderClock reader) {
        Instant at = finding.at();
        return new Line(
                question,
                Badge.of(finding.answer()),
                Shorten.to(MAXIMUM_EVIDENCE, finding.evidence()),
                finding.answer() == Answer.YES ? url : "",
                at == null ? "" : reader.time(at));
    }
}
