package app.prtosales.audit;

import app.prtosales.placement.Cause;
import java.util.LinkedHashMap;
import java.util.Map;

/// All figures of a week's audit by name: what an export states and a recount checks (R4.6).
public final class Figures {

    private Figures() {}

    public static Map<String, Integer> of(WeeklyReport week) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        Totals totals = week.totals();
        figures.put("judged", totals.judged());
        figures.put("pending", totals.pending());
        figures.put("late", totals.late());
        figures.put("fullyWired", totals.fullyWired());
        figures.put("leaking", totals.leaking());
        for (Question question : Question.values()) {
            figures.put(question.word() + ":yes", totals.of(question).yes());
            figures.put(question.word() + ":asked", totals.of(question).asked());
        }
        figures.put("missed", (int) week.missed());
        for (Cause cause : Cause.values()) {
            figures.put("missed:" + cause.word(), (int) week.missedBy(cause));
        }
        figures.put("void", (int) week.reachedNobody());
        figures.put("repsReached", week.pings().yes());
        figures.put("repsToReach", week.pings().asked());
        figures.put("acknowledged", week.acknowledged());
        InPlay inPlay = week.inPlay();
        figures.put("inPlay", inPlay.placements());
        inPlay.stages()
                .forEach(each ->
                        figures.put(
                                "stage:%s:%s".formatted(each.stage(), each.persona()),
                                each.placements()));
        figures.put("dealsTouched", inPlay.deals());
        figures.put("dealsTouchedAtTargets", inPlay.dealsAtTargets());
        figures.put("championsReady", inPlay.kitsReady());
        figures.put("championsArmed", inPlay.championsArmed());
        figures.put("endingSoon", inPlay.endingSoon());
        figures.put("quietSegments", inPlay.quiet().size());
        return figures;
    }
}
