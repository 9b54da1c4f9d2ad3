package app.prtosales.audit;

import app.prtosales.audit.InPlay.Deal;
import app.prtosales.audit.Restatement.Change;
import app.prtosales.audit.Restatement.Figure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds which figures of an emailed week have changed since, and why (R4.6).
final class Restatements {

    private Restatements() {}

    /// @param sent the week as it was emailed
    /// @param now the week as it is now
    /// @param lastReported the values reported in the meantime; a figure is reported again only if
    ///   it has changed since then
    static List<Restatement> between(
            WeeklyReport sent, WeeklyReport now, Map<Figure, Count> lastReported) {
        List<Restatement> all = new ArrayList<>();
        for (Question question : Question.values()) {
            Count asSent = Count.of(sent.judged(), question);
            Figure figure = Figure.of(question);
            Count from = lastReported.getOrDefault(figure, asSent);
            List<PlacementAnswers> today = withoutTheEnded(sent, now, question);
            Count to = Count.of(today, question);
            if (!from.equals(to)) {
                Map<Instant, Change> changes = new LinkedHashMap<>();
                List<Change> why = changes(sent.judged(), today, question, now, changes);
                Instant at =
                        changes.keySet().stream()
                                .max(Comparator.naturalOrder())
                                .orElse(now.computedAt());
                all.add(new Restatement(sent.week(), figure, from, to, at, why));
            }
        }
        deals(sent, now, lastReported).ifPresent(all::add);
        return all;
    }

    /// The number of deals in a week changes, for example, if a rep undoes a response.
    private static Optional<Restatement> deals(
            WeeklyReport sent, WeeklyReport now, Map<Figure, Count> lastReported) {
        Count from = lastReported.getOrDefault(Figure.DEALS_TOUCHED, deals(sent));
        Count to = deals(now);
        if (from.equals(to)) {
            return Optional.empty();
        }
        List<Change> why =
                Stream.concat(
                                missing(sent.inPlay(), now.inPlay())
                                        .map(deal -> change(deal, "removed")),
                                missing(now.inPlay(), sent.inPlay())
                                        .map(deal -> change(deal, "became known later")))
                        .limit(Restatement.NAMED)
                        .toList();
        return Optional.of(
                new Restatement(
                        sent.week(), Figure.DEALS_TOUCHED, from, to, now.computedAt(), why));
    }

    private static Count deals(WeeklyReport week) {
        return new Count(week.inPlay().deals(), week.inPlay().deals());
    }

    /// Deals listed in one but not in the other. The headline and the account may have changed, so
    /// they are not compared.
    private static Stream<Deal> missing(InPlay one, InPlay other) {
        return one.named().stream()
                .filter(deal ->
                        other.named().stream()
                                .noneMatch(each ->
                                        each.placement().equals(deal.placement())
                                                && each.at().equals(deal.at())));
    }

    private static Change change(Deal deal, String what) {
        return new Change(
                deal.placement(), deal.headline(), "%s: %s".formatted(deal.accountName(), what));
    }

    /// A placement whose shelf life ends leaves its sequence as planned, which is not a correction.
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
