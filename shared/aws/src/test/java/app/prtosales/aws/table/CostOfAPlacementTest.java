package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.table.MeteredDynamo.Meter;
import app.prtosales.delivery.Delivery;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Placement;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What one placement costs in the units that AWS bills for the table: from its submission to the
/// verdict, with every delivery reported. `docs/cost.md` is computed from this test's output.
@Tag("long")
class CostOfAPlacementTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private static final int FEW = 50;
    private static final int MANY = 500;

    private static Life few;
    private static Life many;

    @BeforeAll
    static void live() {
        few = live(FEW);
        many = live(MANY);
    }

    @Test
    void each_rep_costs_three_writes_until_the_emails_are_sent_and_four_until_the_verdict() {
        assertThat(perRep(few.sent().writes(), many.sent().writes())).isLessThanOrEqualTo(3.05);
        assertThat(perRep(few.judged().writes(), many.judged().writes())).isLessThanOrEqualTo(4.05);
    }

    @Test
    void a_placement_takes_fewer_than_4_3_write_units_for_each_of_500_reps() {
        System.out.printf(
                "a placement to 500 reps: %.0f write units (%d writes), %.1f read units (%d reads)%n",
                many.judged().writeUnits(),
                many.judged().writes(),
                many.judged().readUnits(),
                many.judged().reads());
        assertThat(many.judged().writeUnits()).isLessThan(MANY * 4.3);
    }

    private static double perRep(int byFew, int byMany) {
        return (byMany - byFew) / (double) (MANY - FEW);
    }

    /// @param sent the usage when SES had accepted the last email
    /// @param judged the usage after the verdict
    private record Life(Meter sent, Meter judged) {}

    private static Life live(int reps) {
        Database database = Database.empty();
        MeteredDynamo metered = new MeteredDynamo(database.dynamo());
        OnTheTable table = new OnTheTable(metered.client(), database.table());
        Company company = new Company(NOW, table);
        company.reps(reps);
        Meter before = metered.meter();

        Placement placement = company.distribute(Samples.submission());
        Meter sent = since(before, metered.meter());
        List<Delivery> pings = table.ledger.pingsAbout(placement.id().value());
        assertThat(pings).hasSize(reps);
        for (Delivery ping : pings) {
            company.deliver(ping.id(), NOW.plusSeconds(9));
        }
        company.advance(Duration.ofHours(26));
        company.tick();
        assertThat(table.placements.find(placement.id()).orElseThrow().judgment()).isNotNull();
        return new Life(sent, since(before, metered.meter()));
    }

    private static Meter since(Meter before, Meter now) {
        return new Meter(
                now.reads() - before.reads(),
                now.writes() - before.writes(),
                now.readUnits() - before.readUnits(),
                now.writeUnits() - before.writeUnits());
    }
}
