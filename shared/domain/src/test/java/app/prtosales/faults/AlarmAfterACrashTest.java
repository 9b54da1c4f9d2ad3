package app.prtosales.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A regression test for a bug found by the fault plan.
class AlarmAfterACrashTest {

    @Test
    void r1_10_an_alarm_claimed_by_a_process_that_died_still_goes_out() {
        PlacementId id = PlacementId.of(Samples.waystar().key());
        CallSite claim =
                new CallSite(
                        "planning",
                        "Ledger.replace",
                        "%s.%s.no-active-rep".formatted(id, Person.idOf(Company.OPS)),
                        1);
        FaultPlan plan = FaultPlan.failing(claim, FaultKind.CRASH_AFTER);
        Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), plan);
        company.submit(Samples.submission());
        assertThat(plan.within("planning", company::work)).isFalse();
        company.work();
        assertThat(company.mailbox.mails).isEmpty();

        company.runUntil(company.now().plus(Duration.ofMinutes(25)));

        assertThat(company.mailbox.to(Company.OPS)).hasSize(1);
    }
}
