package app.prtosales.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.table.OnTheTable;
import app.prtosales.faults.CrashPoint.Found;
import app.prtosales.faults.Life.End;
import app.prtosales.faults.Life.Lived;
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
    private static final Map<Life, Integer> SAMPLE =
            Map.of(
                    Life.WHOLE_TEAM, 3,
                    Life.CHANGED, 15,
                    Life.EMBARGOED, 42,
                    Life.LATE, 50,
                    Life.SLOW_EVENTS, 40,
                    Life.ENDING, 20,
                    Life.AWAY, 20,
                    Life.NOBODY, 10);

    @Test
    void a_sample_of_the_crash_points_ends_in_the_same_state_on_the_table() {
        List<String> wrong = new ArrayList<>();
        int points = 0;
        int covered = 0;
        int of = 0;
        for (Life life : Life.values()) {
            FaultPlan dry = FaultPlan.dryRun();
            Lived sound = life.live(dry, OnTheTable.empty());
            End end = sound.end();
            Invariants.check(sound, dry, wrong);
            List<CrashPoint> all = new ArrayList<>(CrashPoint.of(life, dry));
            of += all.size();
            Collections.shuffle(all, new Random(SEED));
            List<Found> found =
                    all.subList(0, sampleOf(life)).parallelStream()
                            .map(point -> point.live(OnTheTable.empty(), end))
                            .toList();
            points += found.size();
            covered += (int) found.stream().filter(Found::struck).count();
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

    private static int sampleOf(Life life) {
        return Math.ceilDiv(SAMPLE.getOrDefault(life, 0) * PERCENT, 100);
    }
}
