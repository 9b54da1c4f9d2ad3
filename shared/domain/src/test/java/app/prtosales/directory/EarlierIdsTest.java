package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A rep who got a new id, and has the earlier one again in a later upload.
class EarlierIdsTest {

    private static final RepId OLD = new RepId("rep-001");
    private static final RepId NEW = new RepId("W01");
    private static final Row STAYS = Company.rep("rep-002");
    private static final Row BEFORE = Company.rep("rep-001");
    private static final Row RENAMED = BEFORE.with("name", "Dana Doe");
    private static final Row MOVED = BEFORE.with("email", "dana.doe@sample-medtech.example");
    private static final Row HIRED = BEFORE.with("id", "W01");
    private static final Row ENDED = HIRED.with("active", "false");

    /// Longer than somebody off the list is recognized by their mailbox.
    private static final Duration LONG = Duration.ofDays(70);

    private final Company company = new Company(Samples.WEDNESDAY);

    @BeforeEach
    void rename() {
        company.reps(2);
        put(STAYS, HIRED);
    }

    @Test
    void r1_1_a_rep_with_an_earlier_id_and_another_name_is_recognized_after_a_long_time() {
        company.advance(LONG);

        put(STAYS, RENAMED, ENDED);

        assertThat(roster().idsOf(NEW)).containsExactly(OLD, NEW);
    }

    @Test
    void r1_1_a_rep_who_was_inactive_is_recognized_by_the_earlier_id_at_another_address() {
        put(STAYS, ENDED);

        assertThat(put(STAYS, MOVED, ENDED).samePeople())
                .containsExactly(
                        new SamePerson("W01", "rep-001", "Sample rep-001", SamePerson.Why.NAME));

        assertThat(roster().idsOf(NEW)).containsExactly(OLD, NEW);
    }

    @Test
    void r1_1_a_rep_whose_rows_were_both_off_the_list_is_one_person() {
        put(STAYS);

        put(STAYS, BEFORE, ENDED);

        assertThat(roster().idsOf(NEW)).containsExactly(OLD, NEW);
    }

    @Test
    void the_same_list_a_second_time_changes_nothing() {
        put(STAYS);
        put(STAYS, BEFORE, ENDED);
        long version = company.replaceList.current(ListName.REPS).version();

        put(STAYS, BEFORE, ENDED);

        assertThat(company.replaceList.current(ListName.REPS).version()).isEqualTo(version);
    }

    @Test
    void a_later_id_that_stays_active_is_not_superseded_by_the_earlier_one() {
        put(STAYS);

        assertThat(put(STAYS, BEFORE, HIRED).samePeople()).isEmpty();
    }

    private Roster roster() {
        return company.directory.roster();
    }

    private Difference put(Row... rows) {
        Outcome outcome =
                company.replaceList.replace(
                        ListName.REPS, List.of(rows), Company.PR, new Options(false, true));
        return ((Outcome.Applied) outcome).difference();
    }
}
