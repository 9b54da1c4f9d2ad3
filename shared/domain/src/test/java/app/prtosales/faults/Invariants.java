package app.prtosales.faults;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.faults.Scenario.Run;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What must hold at the end of each scenario, whatever failed in it.
final class Invariants {

    private static final Duration SOON = Duration.ofMinutes(2);

    private Invariants() {}

    /// @param wrong violations are added to this list
    static void check(Run run, FaultPlan plan, List<String> wrong) {
        everyRepIsInOneEndState(run, wrong);
        oneAcceptanceEach(run, plan, wrong);
        deadlinesTookEffectOnceAndInTime(run, wrong);
    }

    /// I1.
    private static void everyRepIsInOneEndState(Run run, List<String> wrong) {
        Placement placement = run.placement();
        List<Delivery> pings = run.company().pings(placement.id());
        long open = run.rows().stream().filter(row -> row.state().isOpen()).count();
        if (open > 0) {
            wrong.add("I1: %d rows are open at the end".formatted(open));
        }
        if (pings.stream().map(row -> row.id().recipient()).distinct().count() != pings.size()) {
            wrong.add("I1: a rep has two rows");
        }
        long reached = pings.stream().filter(Delivery::isReached).count();
        if (placement.judgment() != null && placement.judgment().reached().count() != reached) {
            wrong.add(
                    "I1: the verdict counts %d reps as reached, the ledger %d"
                            .formatted(placement.judgment().reached().count(), reached));
        }
    }

    /// I2: a second acceptance only if the reply to the first was lost, and then the row says so.
    private static void oneAcceptanceEach(Run run, FaultPlan plan, List<String> wrong) {
        Map<String, Long> accepted =
                run.company().mailbox.mails.stream()
                        .map(OutgoingMail::id)
                        .map(Object::toString)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Delivery> rows = new ArrayList<>(run.rows());
        rows.addAll(run.auditRows());
        for (Delivery row : rows) {
            long times = accepted.getOrDefault(row.id().value(), 0L);
            boolean flagged = row.possibleDuplicate();
            if (times > 2 || times == 2 && !(flagged && plan.answersLost().contains(row.id()))) {
                wrong.add(
                        "I2: %s was accepted %d times, flagged: %s".formatted(row, times, flagged));
            }
        }
    }

    /// I5.
    private static void deadlinesTookEffectOnceAndInTime(Run run, List<String> wrong) {
        Placement placement = run.placement();
        Instant published = placement.publication().at();
        if (run.aws().acceptedAt().stream().anyMatch(at -> at.isBefore(published))) {
            wrong.add("I5: an email went out before publication");
        }
        List<HistoryEntry> verdicts = run.verdicts();
        if (verdicts.size() != 1) {
            wrong.add("I5: %d verdicts".formatted(verdicts.size()));
            return;
        }
        // With nobody to reach, there is no deadline to wait for: the verdict is void as soon as
        // the
        // placement is planned.
        boolean nobody = run.company().pings(placement.id()).isEmpty();
        Instant due = nobody ? placement.acceptedAt() : later(placement);
        Instant judged = verdicts.getFirst().at();
        Duration allowed = nobody ? PretendAws.HIDDEN.plus(SOON) : SOON;
        if (judged.isBefore(due) || judged.isAfter(due.plus(allowed))) {
            wrong.add("I5: judged at %s, due at %s".formatted(judged, due));
        }
        Instant out =
                published.isAfter(placement.acceptedAt()) ? published : placement.acceptedAt();
        Instant dispatched = placement.dispatchedAt();
        if (dispatched == null || dispatched.isBefore(out) || dispatched.isAfter(out.plus(SOON))) {
            wrong.add("I5: dispatched at %s, due at %s".formatted(dispatched, out));
        }
    }

    private static Instant later(Placement placement) {
        Instant deadline = placement.publication().deadline();
        return deadline.isAfter(placement.acceptedAt()) ? deadline : placement.acceptedAt();
    }
}
