package app.prtosales.audit;

import app.prtosales.audit.Restatement.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds which figures of a week that was mailed have changed since, and why (R4.6).
final class Restatements {

    private Restatements() {}

    /// @param sent as it was mailed
    /// @param now as it is
    /// @param told what figures were told in the meantime, by question; a figure that was told is
    ///   told again only when it has changed since
    static List<Restatement> between(
            WeeklyReport sent, WeeklyReport now, Map<Question, Count> told) {
        List<Restatement> all = new ArrayList<>();
        for (Question question : Question.values()) {
            Count asSent = Count.of(sent.judged(), question);
            Count from = told.getOrDefault(question, asSent);
            List<PlacementAnswers> today = withoutTheEnded(sent, now, question);
            Count to = Count.of(today, question);
            if (!from.equals(to)) {
                Map<Instant, Change> changes = new LinkedHashMap<>();
                List<Change> why = changes(sent.judged(), today, question, now, changes);
                Instant at =
                        changes.keySet().stream()
                                .max(Comparator.naturalOrder())
                                .orElse(now.computedAt());
                all.add(new Restatement(sent.week(), question, from, to, at, why));
            }
        }
        return all;
    }

    /// When a shelf life ends, a placement leaves its sequence as it should: that corrects nothing.
    private static List<PlacementAnswers> withoutTheEnded(
            WeeklyReport sent, WeeklyReport now, Question question) {
        if (question != Question.IN_ACTIVE_SEQUENCE) {
            return now.judged();
        }
        Map<String, PlacementAnswers> before = byId(sent.judged());
        return now.judged().stream()
                .map(audit -> {
                    Instant endsAt = audit.facts().endsAt();
                    PlacementAnswers known = before.get(audit.id().value());
                    return known != null && endsAt != null && !endsAt.isAfter(now.computedAt())
                            ? known
                            : audit;
                })
                .toList();
    }

    private static List<Change> changes(
            List<PlacementAnswers> sent,
            List<PlacementAnswers> today,
            Question question,
            WeeklyReport now,
            Map<Instant, Change> times) {
        List<Change> why = new ArrayList<>();
        Map<String, PlacementAnswers> before = byId(sent);
        Map<String, PlacementAnswers> after = byId(today);
        after.forEach((id, audit) -> {
            @Nullable PlacementAnswers known = before.get(id);
            Answer answer = question.of(audit).answer();
            if (known == null || question.of(known).answer() != answer) {
                Change change =
                        new Change(
                                audit.id(),
                                audit.headline(),
                                "%s → %s: %s"
                                        .formatted(
                                                known == null
                                                        ? "not known"
                                                        : question.of(known).answer().word(),
                                                answer.word(),
                                                question.of(audit).evidence()));
                why.add(change);
                times.put(
                        happened(question, audit, known == null).orElse(now.computedAt()), change);
            }
        });
        before.forEach((id, audit) -> {
            if (!after.containsKey(id)) {
                Change change =
                        new Change(
                                audit.id(),
                                audit.headline(),
                                "%s → no longer in this week"
                                        .formatted(question.of(audit).answer().word()));
                why.add(change);
                times.put(now.computedAt(), change);
            }
        });
        return why.stream().limit(Restatement.NAMED).toList();
    }

    private static Optional<Instant> happened(
            Question question, PlacementAnswers audit, boolean late) {
        if (late) {
            return Optional.of(audit.facts().acceptedAt());
        }
        return Optional.ofNullable(
                question == Question.REACHED_IN_24H
                        ? audit.facts().restatedAt()
                        : question.of(audit).at());
    }

    private static Map<String, PlacementAnswers> byId(List<PlacementAnswers> audits) {
        Map<String, PlacementAnswers> byId = new LinkedHashMap<>();
        audits.forEach(audit -> byId.put(audit.id().value(), audit));
        return byId;
    }
}
