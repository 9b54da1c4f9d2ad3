package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.table.MeteredDynamo.Meter;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Placement;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A tick reads only what is due.
class TickReadsTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(1));

    @Test
    void with_three_of_three_hundred_due_a_tick_makes_at_most_five_reads() {
        assertThat(readsWith(300)).isLessThanOrEqualTo(5);
    }

    @Test
    void how_many_are_not_due_makes_no_difference() {
        assertThat(readsWith(100)).isEqualTo(readsWith(3));
    }

    private static int readsWith(int others) {
        Database database = Database.empty();
        MeteredDynamo metered = new MeteredDynamo(database.dynamo());
        OnTheTable table = new OnTheTable(metered.client(), database.table());
        Company company = new Company(NOW, table);
        for (int i = 0; i < others + 3; i++) {
            add(table, i, i < 3 ? Samples.WEDNESDAY : NOW.plus(Duration.ofDays(7)));
        }
        Meter before = metered.meter();

        assertThat(company.tick().started()).isEqualTo(3);

        return metered.meter().reads() - before.reads();
    }

    private static void add(OnTheTable table, int number, Instant published) {
        Placement placement = Samples.placement(Samples.numbered(number), published);
        table.placements.add(
                placement,
                Samples.request(Samples.ADA, "digest-" + number),
                Samples.accepted(placement));
    }
}
