package app.prtosales.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.faults.CrashPoint.Result;
import app.prtosales.faults.Scenario.End;
import app.prtosales.faults.Scenario.Run;
import app.prtosales.inmemory.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every outside call × every way it can fail × every position of a rep in the team, one fault per
/// run; after that, AWS's own retries. Each run must end as if nothing had happened.
@Tag("long")
class FaultPlanTest {

    @Test
    void any_failure_of_any_call_leads_to_the_same_end_state() {
        Map<String, Integer> sites = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int points = 0;
        int covered = 0;
        for (Scenario scenario : Scenario.values()) {
            FaultPlan dry = FaultPlan.dryRun();
            Run sound = scenario.run(dry, Company.Edges.SOUND);
            End end = sound.end();
            Invariants.check(sound, dry, wrong);
            dry.sites().keySet().stream()
                    .filter(scenario::isWorthFailing)
                    .forEach(site -> sites.merge(site.operation(), 1, Integer::sum));
            List<CrashPoint> all = CrashPoint.of(scenario, dry);
            List<Result> found =
                    all.parallelStream().map(point -> point.run(Company.Edges.SOUND, end)).toList();
            points += all.size();
            covered += (int) found.stream().filter(Result::triggered).count();
            found.forEach(each -> wrong.addAll(each.wrong()));
        }
        System.out.printf("crash points covered: %,d/%,d (calls: %s)%n", covered, points, sites);
        assertThat(wrong.stream().limit(20))
                .as("%d runs with a different end state", wrong.size())
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
}
