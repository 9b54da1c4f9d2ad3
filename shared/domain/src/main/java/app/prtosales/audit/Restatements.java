package app.prtosales.audit;

import app.prtosales.audit.InPlay.Deal;
import app.prtosales.audit.Restatement.Change;
import app.prtosales.audit.Restatement.Figure;
import app.prtosales.audit.Restatement.Reported;
import app.prtosales.placement.PlacementId;
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

    private static final String REMOVED = ": removed";
    private static final String ADDED = ": became known later";

    private Restatements() {}

    /// @param sent the week as it was emailed
    /// @param now the week as it is now
    /// @param lastReported what was reported in the meantime; a figure is reported again only if it
    ///   has changed since then
    static List<Restatement> between(
            WeeklyReport sent, WeeklyReport now, Map<Figure, Reported> lastReported) {
        List<Restatement> all = new ArrayList<>();
        for (Question question : Question.values()) {
            between(sent, now, question, lastReported.get(Figure.of(question))).ifPresent(all::add);
        }
        deals(sent, now, lastReported.get(Figure.DEALS_TOUCHED)).ifPresent(all::add);
        return all;
    }

    private static Optional<Restatement> between(
            WeeklyReport sent, WeeklyReport now, Question question, @Nullable Reported reported) {
        Count from = reported == null ? Count.of(sent.judged(), question) : reported.count();
        Map<PlacementId, LastReported> told = told(sent, question, reported);
        List<PlacementAnswers> today = withTheEnded(told, now, question);
        Count to = Count.of(today, question);
        Instant since = reported == null ? sent.computedAt() : reported.at();
        List<Dated> changes = changes(told, today, question, now, since);
        if (from.equals(to) && !cancelOut(told, from, changes)) {
            return Optional.empty();
        }
        Instant at =
                changes.stream()
                        .map(Dated::at)
                        .max(Comparator.naturalOrder())
                        .orElse(now.computedAt());
        List<Change> why = changes.stream().map(Dated::change).limit(Restatement.NAMED).toList();
        return Optional.of(new Restatement(sent.week(), Figure.of(question), from, to, at, why));
    }

    /// Whether placements have swapped answers, so that the count is as before. An email that named
    /// only some of its changes does not tell which answers are known.
    private static boolean cancelOut(
            Map<PlacementId, LastReported> told, Count count, List<Dated> changes) {
        return !changes.isEmpty()
                && Count.ofAnswers(told.values().stream().map(LastReported::answer)).equals(count);
    }

    /// The number of deals in a week changes, for example, if a rep undoes a response.
    private static Optional<Restatement> deals(
            WeeklyReport sent, WeeklyReport now, @Nullable Reported reported) {
        Count from = reported == null ? deals(sent) : reported.count();
        Count to = deals(now);
        if (from.equals(to)) {
            return Optional.empty();
        }
        List<Change> why = sinceReported(dealChanges(sent, now), reported);
        return Optional.of(
                new Restatement(
                        sent.week(),
                        Figure.DEALS_TOUCHED,
                        from,
                        to,
                        now.computedAt(),
                        why.stream().limit(Restatement.NAMED).toList()));
    }

    private static List<Change> dealChanges(WeeklyReport sent, WeeklyReport now) {
        return Stream.concat(
                        missing(sent.inPlay(), now.inPlay()).map(deal -> change(deal, REMOVED)),
                        missing(now.inPlay(), sent.inPlay()).map(deal -> change(deal, ADDED)))
                .toList();
    }

    /// The changes that no email has reported, and the reverse of those that were reported and no
    /// longer hold. Emails of earlier versions may have changes in other words, which are left out.
    private static List<Change> sinceReported(List<Change> all, @Nullable Reported reported) {
        List<Change> stand = new ArrayList<>();
        for (Change each : reported == null ? List.<Change>of() : reported.changes()) {
            boolean isReadable = each.change().endsWith(REMOVED) || each.change().endsWith(ADDED);
            if (isReadable && !takeOut(reversed(each), stand)) {
                stand.add(each);
            }
        }
        List<Change> since = all.stream().filter(change -> !takeOut(change, stand)).toList();
        return Stream.concat(stand.stream().map(Restatements::reversed), since.stream()).toList();
    }

    /// Takes one such change out of a list; the headline may have changed, so it is not compared.
    private static boolean takeOut(Change change, List<Change> from) {
        for (Change each : from) {
            if (each.placement().equals(change.placement())
                    && each.change().equals(change.change())) {
                return from.remove(each);
            }
        }
        return false;
    }

    private static Change reversed(Change change) {
        String what = change.change();
        String reversed =
                what.endsWith(REMOVED)
                        ? what.substring(0, what.length() - REMOVED.length()) + ADDED
                        : what.substring(0, what.length() - ADDED.length()) + REMOVED;
        return new Change(change.placement(), change.headline(), reversed, null);
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
        return new Change(deal.placement(), deal.headline(), deal.accountName() + what, null);
    }

    /// A placement whose shelf life ends leaves its sequence as planned, which is not a correction:
    /// the Yes that leadership was told stays.
    private static List<PlacementAnswers> withTheEnded(
            Map<PlacementId, LastReported> told, WeeklyReport now, Question question) {
        if (question != Question.IN_ACTIVE_SEQUENCE) {
            return now.judged();
        }
        return now.judged().stream()
                .map(audit -> {
                    LastReported before = told.get(audit.id());
                    boolean wasYes = before != null && before.answer() == Answer.YES;
                    return wasYes && hasEnded(audit, now.computedAt())
                            ? audit.withInActiveSequence(new Finding(Answer.YES, "", null))
                            : audit;
                })
                .toList();
    }

    private static boolean hasEnded(PlacementAnswers audit, Instant now) {
        Instant endsAt = audit.facts().endsAt();
        return endsAt != null
                && !endsAt.isAfter(now)
                && audit.inActiveSequence().answer() == Answer.NO;
    }

    /// What leadership was last told about a placement.
    private record LastReported(String headline, Answer answer) {}

    private static Map<PlacementId, LastReported> told(
            WeeklyReport sent, Question question, @Nullable Reported reported) {
        Map<PlacementId, LastReported> told = new LinkedHashMap<>();
        for (PlacementAnswers audit : sent.judged()) {
            told.put(audit.id(), new LastReported(audit.headline(), question.of(audit).answer()));
        }
        for (Change change : reported == null ? List.<Change>of() : reported.changes()) {
            if (change.answer() == null) {
                told.remove(change.placement());
            } else {
                told.put(change.placement(), new LastReported(change.headline(), change.answer()));
            }
        }
        return told;
    }

    private static boolean isCounted(@Nullable LastReported reported) {
        return reported != null && reported.answer().isCounted();
    }

    private record Dated(Change change, Instant at) {}

    /// The changes that make a difference to the count; a placement that did not count and still
    /// does not, such as an imported one, makes none.
    private static List<Dated> changes(
            Map<PlacementId, LastReported> told,
            List<PlacementAnswers> today,
            Question question,
            WeeklyReport now,
            Instant since) {
        List<Dated> changes = new ArrayList<>();
        Map<PlacementId, LastReported> gone = new LinkedHashMap<>(told);
        for (PlacementAnswers audit : today) {
            @Nullable LastReported before = gone.remove(audit.id());
            Answer answer = question.of(audit).answer();
            if ((before == null || before.answer() != answer)
                    && (isCounted(before) || answer.isCounted())) {
                String change =
                        "%s → %s: %s"
                                .formatted(
                                        before == null ? "not known" : before.answer().word(),
                                        answer.word(),
                                        question.of(audit).evidence());
                changes.add(
                        new Dated(
                                new Change(audit.id(), audit.headline(), change, answer),
                                happened(question, audit, before == null)
                                        .filter(time -> time.isAfter(since))
                                        .orElse(now.computedAt())));
            }
        }
        gone.values().removeIf(before -> !isCounted(before));
        gone.forEach((id, before) -> {
            String change = "%s → no longer in this week".formatted(before.answer().word());
            changes.add(
                    new Dated(new Change(id, before.headline(), change, null), now.computedAt()));
        });
        return changes;
    }

    /// An answer that was lost and is back has the time at which it was first given, and one that a
    /// list has changed, the time of the response: both can be before the last report.
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
}
