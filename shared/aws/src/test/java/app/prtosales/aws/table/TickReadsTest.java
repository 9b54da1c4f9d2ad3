package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// A tick reads only what is due.
@Tag("long")
class TickReadsTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private static final Duration FAR = Duration.ofDays(7);

    @Test
    void with_three_of_three_hundred_due_a_tick_makes_at_most_five_reads() {
        assertThat(readsWith(300, 3, Timer.DISPATCH)).isLessThanOrEqualTo(5);
    }

    @Test
    void the_number_of_placements_that_are_not_due_makes_no_difference() {
        assertThat(readsWith(100, 3, Timer.DISPATCH)).isEqualTo(readsWith(3, 3, Timer.DISPATCH));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SENDS", "VERDICT"})
    void three_due_placements_take_at_most_five_reads_unless_their_pings_are_counted(Timer timer) {
        assertThat(readsWith(3, 3, timer)).isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"SENDS", "VERDICT"})
    void counting_pings_takes_one_more_read_for_each_placement(Timer timer) {
        int three = readsWith(3, 3, timer);

        assertThat(three).isLessThanOrEqualTo(6 + 3);
        assertThat(readsWith(3, 10, timer)).isEqualTo(three + 7);
    }

    /// The reads of a function's first tick, which also reads the pages of each list that it needs.
    private static int readsWith(int others, int due, Timer timer) {
        Database database = Database.empty();
        MeteredDynamo metered = new MeteredDynamo(database.dynamo());
        new Company(NOW, new OnTheTable(database.dynamo(), database.table())).reps(3);
        OnTheTable table = new OnTheTable(metered.client(), database.table());
        for (int i = 0; i < others; i++) {
            add(table, Samples.placement(Samples.numbered(i), NOW.plus(FAR)));
        }
        List<Placement> all =
                IntStream.range(others, others + due).mapToObj(i -> due(timer, i)).toList();
        assertThat(all).allMatch(placement -> placement.isDue(timer, NOW));
        all.forEach(placement -> add(table, placement));
        Company company = new Company(NOW, table);
        int before = metered.meter().reads();

        company.tick();

        int reads = metered.meter().reads() - before;
        assertThat(table.placements.all(all.stream().map(Placement::id).toList()))
                .hasSize(due)
                .noneMatch(placement -> placement.isDue(timer, NOW));
        return reads;
    }

    private static Placement due(Timer timer, int number) {
        return switch (timer) {
            case DISPATCH -> published(number, Samples.WEDNESDAY);
            case SENDS -> published(number, Samples.WEDNESDAY).dispatched(NOW, NOW, NOW.plus(FAR));
            case WARNING ->
                    published(number, Samples.WEDNESDAY).dispatched(NOW, NOW.plus(FAR), NOW);
            case VERDICT -> out(number, NOW.minus(Duration.ofHours(25)));
            case FOLLOW_UP -> out(number, Samples.WEDNESDAY).followingUpAt(NOW);
            case SEQUENCES -> out(number, Samples.WEDNESDAY).askingOwnersAt(NOW);
            case KIT_REMINDER -> out(number, Samples.WEDNESDAY).remindingOfKitAt(NOW);
            case STILL_TRUE -> judged(number, Placement.STILL_TRUE_BEFORE);
            case EXPIRY -> judged(number, Duration.ZERO);
        };
    }

    private static Placement published(int number, Instant at) {
        return Samples.placement(Samples.numbered(number), at);
    }

    private static Placement out(int number, Instant published) {
        return published(number, published)
                .dispatched(published, NOW.plus(FAR), NOW.plus(FAR))
                .distributed();
    }

    /// @param left the time left until the end of the shelf life
    private static Placement judged(int number, Duration left) {
        Duration shelfLife = Samples.numbered(number).format().shelfLife();
        return out(number, NOW.plus(left).minus(shelfLife))
                .judged(Judgment.of(Reached.nobodyYet(3), NOW));
    }

    private static void add(OnTheTable table, Placement placement) {
        table.placements.add(
                placement,
                Samples.request(Samples.ADA, placement.id().value()),
                Samples.accepted(placement));
    }
}
