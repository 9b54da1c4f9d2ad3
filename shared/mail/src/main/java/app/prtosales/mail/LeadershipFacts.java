package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Count;
import app.prtosales.audit.InPlay;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.id.RepId;
import app.prtosales.mail.AuditView.Fact;
import app.prtosales.placement.Cause;
import app.prtosales.placement.MailFate;
import app.prtosales.text.Plural;
import app.prtosales.text.ReaderClock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Leadership's other questions about a week, each answer with its label.
final class LeadershipFacts {

    private static final int MAXIMUM_NAMED = 5;

    private LeadershipFacts() {}

    /// @param reps the reps' names by id
    static List<Fact> facts(
            WeeklyReport audit, WeekInWords.Period period, Map<RepId, String> reps) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Corrected since last reported", restated(audit));
        add(facts, "Why stories were late", causes(audit, reps));
        Count pings = audit.pings();
        if (pings.asked() > 0) {
            add(
                    facts,
                    "Reach and email health",
                    Stream.concat(
                                    Stream.of(reached(pings, audit.acknowledged())),
                                    health(audit).stream())
                            .toList());
        }
        InPlay inPlay = audit.inPlay();
        if (!inPlay.stages().isEmpty()) {
            add(facts, "In sequences, by stage and buyer", stages(inPlay));
        }
        add(facts, period.deals(), deals(inPlay));
        if (inPlay.placements() > 0) {
            add(
                    facts,
                    "Champions",
                    List.of(
                            "%s ready to forward. Reps recorded %d sent to a named champion."
                                    .formatted(
                                            Plural.count(inPlay.kitsReady(), "kit"),
                                            inPlay.championsArmed())));
        }
        add(facts, "Expiring within 14 days", ending(inPlay, reader(audit)));
        if (!inPlay.quiet().isEmpty()) {
            add(facts, "No coverage in 13 weeks for", List.of(limited(inPlay.quiet()) + "."));
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
                .map(each -> WeekInWords.restated(each, reader(audit)))
                .toList();
    }

    private static List<String> causes(WeeklyReport audit, Map<RepId, String> reps) {
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
                        "%s: %s%s%s"
                                .formatted(
                                        inWords(cause),
                                        Plural.count(placements.size(), "placement"),
                                        notReached(placements, reps),
                                        reachedLate(placements, reps))));
        if (audit.reachedNobody() > 0) {
            lines.add(
                    "No active reps on the list: %s"
                            .formatted(Plural.count(audit.reachedNobody(), "placement")));
        }
        return List.copyOf(lines);
    }

    private static String inWords(Cause cause) {
        return switch (cause) {
            case LATE_INTAKE -> "Submitted too late";
            case HELD -> "Emails were on hold";
            case DELIVERY -> "Not delivered to every rep";
            case SYSTEM -> "Our system’s fault";
        };
    }

    private static String notReached(List<PlacementAnswers> placements, Map<RepId, String> names) {
        Map<RepId, List<MailFate>> reasons = new LinkedHashMap<>();
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
                                        .map(each ->
                                                notReached(
                                                        rep(each.getKey(), names), each.getValue()))
                                        .toList());
    }

    /// Names the reps who were reached after the deadline, unless that was the whole team.
    private static String reachedLate(List<PlacementAnswers> placements, Map<RepId, String> names) {
        Map<RepId, Integer> times = new LinkedHashMap<>();
        placements.stream()
                .map(PlacementAnswers::reached)
                .filter(reached -> reached.late().size() < reached.of())
                .flatMap(reached -> reached.late().stream())
                .forEach(rep -> times.merge(rep, 1, Integer::sum));
        return times.isEmpty()
                ? ""
                : "; reached after the 24 hours: "
                        + limited(
                                times.entrySet().stream()
                                        .map(each ->
                                                reachedLate(
                                                        rep(each.getKey(), names), each.getValue()))
                                        .toList());
    }

    private static String reachedLate(String rep, int times) {
        return times == 1 ? rep : "%s (%d times)".formatted(rep, times);
    }

    static String rep(RepId id, Map<RepId, String> names) {
        return names.getOrDefault(id, Phrases.FORMER_REP);
    }

    /// @param reasons one for each placement that did not reach the rep, the latest last
    private static String notReached(String rep, List<MailFate> reasons) {
        String why = Shorten.to(80, reasons.getLast().words());
        return reasons.size() == 1
                ? "%s (%s)".formatted(rep, why)
                : "%s (%d times; %s)".formatted(rep, reasons.size(), why);
    }

    private static String reached(Count pings, int acknowledged) {
        return "%s %s rep; %d acknowledged."
                .formatted(
                        WeekInWords.inWords(pings),
                        Plural.of(pings.asked(), "email reached its", "emails reached their"),
                        acknowledged);
    }

    /// Why emails did not reach their reps, the most frequent reason first.
    private static List<String> health(WeeklyReport audit) {
        Map<MailFate.Kind, Integer> kinds = new LinkedHashMap<>();
        audit.judged().stream()
                .flatMap(placement -> placement.reached().missing().stream())
                .forEach(missing -> kinds.merge(missing.reason().kind(), 1, Integer::sum));
        return kinds.entrySet().stream()
                .sorted(Map.Entry.<MailFate.Kind, Integer>comparingByValue().reversed())
                .limit(MAXIMUM_NAMED)
                .map(kind -> "%d %s".formatted(kind.getValue(), kind.getKey().words()))
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
            return inPlay.placements() == 0 ? List.of() : List.of("None recorded.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "Used %s, %d at target accounts. Used in the deal, not the cause of it."
                        .formatted(Plural.count(inPlay.deals(), "time"), inPlay.dealsAtTargets()));
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

    private static ReaderClock reader(WeeklyReport audit) {
        return new ReaderClock(audit.zone(), audit.computedAt());
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
                : Phrases.list(words.subList(0, MAXIMUM_NAMED), words.size() - MAXIMUM_NAMED);
    }
}
