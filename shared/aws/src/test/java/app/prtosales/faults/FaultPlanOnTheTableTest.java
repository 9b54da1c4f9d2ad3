package app.prtosales.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.table.OnTheTable;
import app.prtosales.faults.CrashPoint.Result;
import app.prtosales.faults.Scenario.End;
import app.prtosales.faults.Scenario.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A sample of the crash points of [FaultPlan], always the same one, run on DynamoDB Local through
/// the table's adapters instead of the in-memory ports.
@NullMarked
@Tag("long")
class FaultPlanOnTheTableTest {

    private static final long SEED = 20_261_124;

    /// The part of the sample that a build runs; `.ci/full` runs all of it.
    private static final int PERCENT = Integer.getInteger("faultSample", 15);

    /// How many points of each scenario are in the sample. The one with a whole team makes two
    /// thousand requests, the others a few hundred each.
    private static final Map<Scenario, Integer> SAMPLE =
            Map.of(
                    Scenario.WHOLE_TEAM, 3,
                    Scenario.CHANGED, 15,
                    Scenario.EMBARGOED, 42,
                    Scenario.LATE, 50,
                    Scenario.SLOW_EVENTS, 40,
                    Scenario.ENDING, 20,
                    Scenario.AWAY, 20,
                    Scenario.NOBODY, 10);

    @Test
    void a_sample_of_the_crash_points_ends_in_the_same_state_on_the_table() {
        List<String> wrong = new ArrayList<>();
        int points = 0;
        int covered = 0;
        int of = 0;
        for (Scenario scenario : Scenario.values()) {
            FaultPlan dry = FaultPlan.dryRun();
            Run sound = scenario.run(dry, OnTheTable.empty());
            End end = sound.end();
            Invariants.check(sound, dry, wrong);
            List<CrashPoint> all = new ArrayList<>(CrashPoint.of(scenario, dry));
            of += all.size();
            Collections.shuffle(all, new Random(SEED));
            List<Result> found =
                    all.subList(0, sampleOf(scenario)).parallelStream()
                            .map(point -> point.run(OnTheTable.empty(), end))
                            .toList();
            points += found.size();
            covered += (int) found.stream().filter(Result::triggered).count();
            found.forEach(each -> wrong.addAll(each.wrong()));
        }
        System.out.printf(
                "crash points covered on the table: %,d/%,d, of %,d (seed %d)%n",
                covered, points, of, SEED);
        assertThat(wrong.stream().limit(20))
                .as("%d runs with a different end state", wrong.size())
                .isEmpty();
        assertThat(covered).isEqualTo(points);
    }

    private static int sampleOf(Scenario scenario) {
        return Math.ceilDiv(SAMPLE.getOrDefault(scenario, 0) * PERCENT, 100);
    }
}
