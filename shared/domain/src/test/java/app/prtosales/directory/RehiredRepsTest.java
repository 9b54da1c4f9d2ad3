package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// HR systems keep the row of somebody who got a new id, as an inactive one.
class RehiredRepsTest {

    private static final RepId OLD = new RepId("rep-001");
    private static final RepId NEW = new RepId("W01");
    private static final Row STAYS = Company.rep("rep-002");
    private static final Row BEFORE = Company.rep("rep-001");
    private static final Row ENDED = BEFORE.with("active", "false");
    private static final Row HIRED = BEFORE.with("id", "W01");

    private static final Row RENAMED = HIRED.with("name", "Dana Doe");
    private static final Row MOVED = HIRED.with("email", "dana.doe@sample-medtech.example");
    private static final Row ANOTHER = RENAMED.with("email", "dana.doe@sample-medtech.example");

    private final Company company = new Company(Samples.WEDNESDAY);

    @BeforeEach
    void put() {
        company.reps(2);
    }

    @Test
    void r1_1_whoever_is_active_under_a_new_id_while_the_old_row_becomes_inactive_is_one_person() {
        assertThat(put(STAYS, ENDED, HIRED).samePeople())
                .containsExactly(
                        new SamePerson("rep-001", "W01", "Sample rep-001", SamePerson.Why.ADDRESS));
        assertThat(roster().idsOf(OLD)).containsExactly(NEW, OLD);
        assertThat(roster().presentIds()).containsEntry(OLD, NEW);
    }

    @Test
    void r1_10_nobody_has_left_the_team_with_an_old_row_that_became_inactive() {
        Instant dispatched = company.now();
        company.advance(Duration.ofHours(1));

        put(STAYS, ENDED, HIRED);

        assertThat(roster().leftBy(company.now(), roster().teamAt(dispatched))).isEmpty();
    }

    @Test
    void a_name_is_enough_if_the_old_row_becomes_inactive_now() {
        assertThat(put(STAYS, ENDED, HIRED.with("email", "new@sample-medtech.example")))
                .extracting(each -> each.samePeople().getFirst().why())
                .isEqualTo(SamePerson.Why.NAME);
    }

    @Test
    void someone_new_with_the_name_of_a_rep_who_was_inactive_before_is_someone_else() {
        put(STAYS, ENDED);

        assertThat(
                        put(STAYS, ENDED, HIRED.with("email", "new@sample-medtech.example"))
                                .samePeople())
                .isEmpty();
    }

    @Test
    void someone_new_with_the_address_of_a_rep_who_was_inactive_before_is_the_same_person() {
        put(STAYS, ENDED);

        put(STAYS, ENDED, HIRED);

        assertThat(roster().presentId(OLD)).isEqualTo(NEW);
    }

    @Test
    void of_two_new_rows_the_active_one_is_the_person() {
        put(STAYS, HIRED.with("id", "A01").with("active", "false"), HIRED);

        assertThat(roster().presentId(OLD)).isEqualTo(NEW);
    }

    @Test
    void whoever_becomes_active_under_the_first_id_again_is_still_the_same_person() {
        put(STAYS, ENDED, HIRED);

        assertThat(put(STAYS, BEFORE, HIRED.with("active", "false")).samePeople())
                .extracting(SamePerson::before, SamePerson::after)
                .containsExactly(tuple("W01", "rep-001"));
        assertThat(roster().idsOf(NEW)).containsExactly(OLD, NEW);
        assertThat(roster().idsOf(OLD)).containsExactly(OLD, NEW);
    }

    @Test
    void the_same_list_a_second_time_changes_nothing() {
        put(STAYS, ENDED, HIRED);
        long version = company.replaceList.current(ListName.REPS).version();

        assertThat(put(STAYS, ENDED, HIRED).samePeople()).isEmpty();
        assertThat(company.replaceList.current(ListName.REPS).version()).isEqualTo(version);
        assertThat(roster().idsOf(OLD)).containsExactly(NEW, OLD);
    }

    @Test
    void whoever_leaves_for_good_has_left_under_every_id() {
        put(STAYS, ENDED, HIRED);

        put(STAYS, ENDED, HIRED.with("active", "false"));

        assertThat(roster().leftBy(company.now(), List.of(OLD, NEW))).containsExactly(OLD, NEW);
    }

    @Test
    void a_rep_can_get_another_name_and_address_while_the_old_row_stays() {
        put(STAYS, ENDED, HIRED);

        put(STAYS, ENDED, ANOTHER);

        assertThat(roster().idsOf(OLD)).containsExactly(NEW, OLD);
    }

    @Test
    void the_name_and_the_address_can_change_one_after_the_other() {
        put(STAYS, ENDED, HIRED);
        put(STAYS, ENDED, RENAMED);

        put(STAYS, ENDED, ANOTHER);

        assertThat(roster().idsOf(OLD)).containsExactly(NEW, OLD);
    }

    @Test
    void r1_11_someone_with_another_name_at_the_address_of_an_inactive_rep_is_someone_else() {
        put(STAYS, ENDED);

        assertThat(put(STAYS, ENDED, RENAMED).samePeople()).isEmpty();
        assertThat(roster().idsOf(NEW)).containsExactly(NEW);
    }

    @Test
    void someone_with_another_name_at_the_address_of_a_rep_who_becomes_inactive_is_someone_else() {
        assertThat(put(STAYS, ENDED, RENAMED).samePeople()).isEmpty();
        assertThat(roster().idsOf(NEW)).containsExactly(NEW);
    }

    @ParameterizedTest
    @MethodSource("laterRows")
    void r1_1_an_id_that_is_active_again_is_the_rep_who_had_it_whatever_changed(Row later) {
        put(STAYS, ENDED, HIRED);
        put(STAYS, ENDED, later);

        put(STAYS, BEFORE, later.with("active", "false"));

        assertThat(roster().idsOf(NEW)).containsExactly(OLD, NEW);
        assertThat(roster().idsOf(OLD)).containsExactly(OLD, NEW);
    }

    @ParameterizedTest
    @MethodSource("laterRows")
    void an_id_that_is_active_again_is_the_rep_who_had_it_if_the_later_row_is_off(Row later) {
        put(STAYS, ENDED, HIRED);
        put(STAYS, ENDED, later);

        put(STAYS, BEFORE);

        assertThat(roster().idsOf(NEW)).containsExactly(OLD, NEW);
    }

    @ParameterizedTest
    @MethodSource("laterRows")
    void an_id_that_is_back_is_the_rep_who_had_it_whatever_changed(Row later) {
        put(STAYS, HIRED);
        put(STAYS, later);

        put(STAYS, BEFORE, later.with("active", "false"));

        assertThat(roster().idsOf(NEW)).containsExactly(OLD, NEW);
    }

    @Test
    void an_id_that_is_active_again_for_someone_else_is_not_the_rep_who_had_it() {
        put(STAYS, ENDED, HIRED);

        Row other = BEFORE.with("name", "Sam Roe").with("email", "sam@sample-medtech.example");

        assertThat(replace(STAYS, other, HIRED.with("active", "false")))
                .isInstanceOf(Outcome.Invalid.class);
    }

    private static List<Row> laterRows() {
        return List.of(HIRED, RENAMED, MOVED, ANOTHER);
    }

    private Roster roster() {
        return company.directory.roster();
    }

    private Difference put(Row... rows) {
        return ((Outcome.Applied) replace(rows)).difference();
    }

    private Outcome replace(Row... rows) {
        return company.replaceList.replace(
                ListName.REPS, List.of(rows), Company.PR, new Options(false, true));
    }
}
