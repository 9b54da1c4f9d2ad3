package app.prtosales.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.faults.Life.End;
import app.prtosales.faults.Life.Lived;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every call to the outside × every way in which it can fail × every place of a rep in the team,
/// one fault in each life; then whatever AWS does by itself. Each life must end as if nothing had
/// happened.
class FaultPlanTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void whatever_call_fails_in_whatever_way_every_life_ends_the_same() {
        Map<String, Integer> sites = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int points = 0;
        int covered = 0;
        for (Life life : Life.values()) {
            FaultPlan dry = FaultPlan.dryRun();
            Lived sound = life.live(dry);
            End end = sound.end();
            check(sound, dry, wrong);
            List<Point> all = new ArrayList<>();
            dry.sites()
                    .forEach((site, kinds) -> {
                        if (life.isAtAPlace(site)) {
                            sites.merge(site.operation(), 1, Integer::sum);
                            kinds.forEach(kind -> all.add(new Point(life, site, kind)));
                        }
                    });
            List<Found> found = all.parallelStream().map(point -> point.live(end)).toList();
            points += all.size();
            covered += (int) found.stream().filter(Found::struck).count();
            found.forEach(each -> wrong.addAll(each.wrong()));
        }
        System.out.printf("crash points covered: %,d/%,d (calls: %s)%n", covered, points, sites);
        assertThat(wrong.stream().limit(20))
                .as("%d lives that end otherwise", wrong.size())
                .isEmpty();
        assertThat(covered).isEqualTo(points);
        assertThat(sites.keySet())
                .contains(
                        "intake",
                        "planning",
                        "sending",
                        "feedback",
                        "tick",
                        "audit",
                        "response",
                        "follow-up",
                        "change",
                        "test");
    }

    /// One fault in one life.
    private record Point(Life life, CallSite site, FaultKind kind) {

        Found live(End end) {
            FaultPlan plan = FaultPlan.failing(site, kind);
            Lived lived = life.live(plan);
            List<String> wrong = new ArrayList<>();
            check(lived, plan, wrong);
            if (!lived.end().equals(end)) {
                wrong.add("ends as %s%nand not as %s".formatted(lived.end(), end));
            }
            return new Found(
                    plan.struck(),
                    wrong.stream()
                            .map(each -> "%s, %s, %s: %s".formatted(life, site, kind, each))
                            .toList());
        }
    }

    private record Found(boolean struck, List<String> wrong) {}

    private static void check(Lived lived, FaultPlan plan, List<String> wrong) {
        everyRepIsInOneEndState(lived, wrong);
        oneAcceptanceEach(lived, plan, wrong);
        deadlinesTookEffectOnceAndInTime(lived, wrong);
    }

    /// I1.
    private static void everyRepIsInOneEndState(Lived lived, List<String> wrong) {
        Placement placement = lived.placement();
        List<Delivery> pings = lived.company().pings(placement.id());
        long open = lived.rows().stream().filter(row -> row.state().isOpen()).count();
        if (open > 0) {
            wrong.add("I1: %d rows are open at the end".formatted(open));
        }
        if (pings.stream().map(row -> row.id().recipient()).distinct().count() != pings.size()) {
            wrong.add("I1: a rep has two rows");
        }
        int delivered =
                (int) pings.stream().filter(row -> row.state() == DeliveryState.DELIVERED).count();
        if (placement.judgement() != null
                && placement.judgement().reached().count()
                        != pings.stream().filter(Delivery::isReached).count()) {
            wrong.add("I1: the verdict counts others than the ledger, %d".formatted(delivered));
        }
    }

    /// I2: twice only where the ledger never got the answer, and then it says so.
    private static void oneAcceptanceEach(Lived lived, FaultPlan plan, List<String> wrong) {
        Map<String, Long> accepted =
                lived.company().mailbox.mails.stream()
                        .map(OutgoingMail::id)
                        .map(Object::toString)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Delivery> rows = new ArrayList<>(lived.rows());
        rows.addAll(lived.auditRows());
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
    private static void deadlinesTookEffectOnceAndInTime(Lived lived, List<String> wrong) {
        Placement placement = lived.placement();
        Instant published = placement.publication().at();
        if (lived.aws().acceptedAt().stream().anyMatch(at -> at.isBefore(published))) {
            wrong.add("I5: a mail went out before publication");
        }
        List<HistoryEntry> verdicts = lived.verdicts();
        if (verdicts.size() != 1) {
            wrong.add("I5: %d verdicts".formatted(verdicts.size()));
            return;
        }
        // With nobody to reach there is no deadline to wait for: it is void when it is planned.
        boolean nobody = lived.company().pings(placement.id()).isEmpty();
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
