package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A list that has somebody else under the id of a rep, as systems do that number positions.
class OtherIdsTest {

    private static final Row STAYS = Company.rep("rep-002");
    private static final Row DANA = Company.rep("rep-001").with("name", "Dana Lee");
    private static final Row SAM =
            DANA.with("name", "Sam Roe").with("email", "sam.roe@sample-medtech.example");
    private static final Row PAT =
            DANA.with("name", "Pat Poe").with("email", "pat.poe@sample-medtech.example");
    private static final String HOME = "dana.lee@sample-medtech.example";
    private static final RepId DANAS = new RepId("rep-001");
    private static final RepId SAMS = new RepId("rep-001-2");
    private static final OtherId ASKED =
            new OtherId("rep-001", "rep-001-2", "Dana Lee", "Sam Roe", true);
    private static final OtherId ANSWERED =
            new OtherId("rep-001", "rep-001-2", "Dana Lee", "Sam Roe", false);

    private final Company company = new Company(Samples.WEDNESDAY);

    @BeforeEach
    void put() {
        company.putReps(List.of(DANA, STAYS));
    }

    @Test
    void r1_11_a_dry_run_asks_who_has_another_name_and_address_under_an_id() {
        Difference difference = tried(Set.of());

        assertThat(difference.otherIds()).containsExactly(ASKED);
        assertThat(difference.rows().changed()).containsExactly("rep-001");
        assertThat(difference.rows().added()).isEmpty();
    }

    @Test
    void without_an_answer_the_id_is_the_rep() {
        assertThat(replace(confirmed(), SAM, STAYS)).isInstanceOf(Outcome.Applied.class);

        assertThat(roster().find(DANAS)).map(Rep::name).contains("Sam Roe");
        assertThat(roster().find(SAMS)).isEmpty();
    }

    @Test
    void a_dry_run_shows_what_happens_if_it_is_someone_else() {
        Difference difference = tried(Set.of("rep-001"));

        assertThat(difference.otherIds()).containsExactly(ANSWERED);
        assertThat(difference.rows().added()).containsExactly("rep-001-2");
        assertThat(difference.rows().removed()).containsExactly("rep-001");
        assertThat(difference.samePeople()).isEmpty();
    }

    @Test
    void r5_12_someone_else_gets_an_id_of_their_own_and_nothing_of_the_former_rep() {
        assertThat(replace(someoneElse(), SAM, STAYS)).isInstanceOf(Outcome.Applied.class);

        assertThat(roster().find(DANAS)).isEmpty();
        assertThat(roster().find(SAMS)).map(Rep::name).contains("Sam Roe");
        assertThat(roster().idsOf(SAMS)).containsExactly(SAMS);
    }

    @Test
    void a_rep_with_another_name_or_another_address_is_the_same_person() {
        assertThat(replace(confirmed(), DANA.with("name", "Dana Doe"), STAYS))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(
                        replace(
                                confirmed(),
                                DANA.with("name", "Dana Doe").with("email", "d@e.example"),
                                STAYS))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(replace(confirmed(), DANA.with("name", "Doe, Dana"), STAYS))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void r1_11_a_rep_who_moves_to_another_reps_id_is_refused_if_their_own_row_becomes_inactive() {
        company.putReps(List.of(DANA, STAYS, SAM.with("id", "rep-003")));

        Outcome outcome =
                replace(confirmed(), SAM, STAYS, SAM.with("id", "rep-003").with("active", "false"));

        assertThat(((Outcome.Invalid) outcome).errors())
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(
                        tuple(
                                "items[0].id",
                                "This is the ID of Dana Lee, but the row is for Sam Roe, who has the ID rep-003. Records stay with an ID, so never give one person’s ID to another"));
    }

    @Test
    void a_dry_run_asks_about_the_name_of_a_rep_who_was_inactive_before() {
        Row left = SAM.with("id", "rep-003").with("active", "false");
        company.putReps(List.of(DANA, STAYS, left));

        Outcome outcome = replace(new Options(true, false, Set.of()), SAM, STAYS, left);

        assertThat(((Outcome.Previewed) outcome).difference().otherIds()).containsExactly(ASKED);
    }

    @Test
    void the_same_list_later_on_changes_nothing_and_asks_nobody() {
        replace(someoneElse(), SAM, STAYS);
        long version = company.replaceList.current(ListName.REPS).version();
        company.advance(Duration.ofDays(59));

        for (Options options : List.of(confirmed(), someoneElse())) {
            assertThat(replace(options, SAM, STAYS)).isInstanceOf(Outcome.Applied.class);
        }

        assertThat(company.replaceList.current(ListName.REPS).version()).isEqualTo(version);
    }

    @Test
    void whoever_follows_the_newcomer_gets_another_id_too() {
        replace(someoneElse(), SAM, STAYS);

        Outcome replaced = replace(someoneElse(), PAT, STAYS);

        assertThat(((Outcome.Applied) replaced).difference().otherIds())
                .containsExactly(new OtherId("rep-001", "rep-001-3", "Sam Roe", "Pat Poe", false));
        assertThat(roster().find(new RepId("rep-001-3"))).map(Rep::name).contains("Pat Poe");
    }

    @Test
    void without_an_answer_whoever_follows_the_newcomer_is_the_newcomer_renamed() {
        replace(someoneElse(), SAM, STAYS);

        assertThat(replace(confirmed(), PAT, STAYS)).isInstanceOf(Outcome.Applied.class);

        assertThat(roster().find(SAMS)).map(Rep::name).contains("Pat Poe");
    }

    @Test
    void the_former_rep_can_come_back_under_the_old_id() {
        replace(someoneElse(), SAM, STAYS);

        assertThat(replace(confirmed(), DANA, STAYS)).isInstanceOf(Outcome.Applied.class);

        assertThat(roster().find(DANAS)).map(Rep::name).contains("Dana Lee");
        assertThat(roster().find(SAMS)).isEmpty();
    }

    @Test
    void a_newcomer_who_changes_their_name_later_keeps_their_id() {
        replace(someoneElse(), SAM, STAYS);

        replace(confirmed(), SAM.with("name", "Sam Doe"), STAYS);

        assertThat(roster().find(SAMS)).map(Rep::name).contains("Sam Doe");
    }

    @Test
    void r5_12_a_second_address_kept_from_the_list_does_not_tell_who_it_is() {
        company.putReps(List.of(atHomeToo(DANA), STAYS));

        Outcome asked = replace(kept(true, Set.of()), atHomeToo(SAM), STAYS);
        assertThat(((Outcome.Previewed) asked).difference().otherIds()).containsExactly(ASKED);

        replace(kept(false, Set.of("rep-001")), atHomeToo(SAM), STAYS);
        assertThat(roster().find(SAMS).map(Rep::secondEmail)).isEmpty();
        assertThat(roster().find(SAMS)).map(Rep::name).contains("Sam Roe");
    }

    @Test
    void a_rep_with_another_name_and_address_keeps_the_second_address() {
        company.putReps(List.of(atHomeToo(DANA), STAYS));

        replace(kept(false, Set.of()), atHomeToo(SAM), STAYS);

        assertThat(roster().find(DANAS)).map(Rep::name).contains("Sam Roe");
        assertThat(roster().find(DANAS).map(Rep::secondEmail)).contains(HOME);
    }

    @Test
    void a_second_address_that_is_sent_tells_who_it_is() {
        company.putReps(List.of(atHomeToo(DANA), STAYS));

        Outcome tried = replace(new Options(true, false, Set.of()), atHomeToo(SAM), STAYS);

        assertThat(((Outcome.Previewed) tried).difference().otherIds()).isEmpty();
    }

    @Test
    void r5_12_someone_else_under_a_new_id_does_not_get_the_kept_second_address() {
        company.putReps(List.of(atHomeToo(DANA), STAYS));
        Row namesake = atHomeToo(DANA.with("id", "W01").with("email", "dana@new.example"));

        replace(kept(false, Set.of("W01")), namesake, STAYS);

        assertThat(roster().find(new RepId("W01")).map(Rep::name)).contains("Dana Lee");
        assertThat(roster().find(new RepId("W01")).flatMap(Rep::atSecondAddress)).isEmpty();
        assertThat(replace(kept(false, Set.of("W01")), namesake, STAYS))
                .isInstanceOfSatisfying(
                        Outcome.Applied.class, again -> assertThat(again.changed()).isFalse());
    }

    @Test
    void someone_else_does_not_get_the_kept_second_address_when_the_list_is_sent_again() {
        company.putReps(List.of(atHomeToo(DANA), STAYS));
        replace(kept(false, Set.of("rep-001")), atHomeToo(SAM), STAYS);

        replace(kept(false, Set.of("rep-001")), atHomeToo(SAM), STAYS);

        assertThat(roster().find(SAMS).flatMap(Rep::atSecondAddress)).isEmpty();
    }

    @Test
    void a_name_under_a_new_id_is_not_called_an_address_because_of_a_kept_second_one() {
        company.putReps(List.of(atHomeToo(DANA), STAYS));
        Row renumbered = atHomeToo(DANA.with("id", "W01").with("email", "dana@new.example"));

        Outcome tried = replace(kept(true, Set.of()), renumbered, STAYS);

        assertThat(((Outcome.Previewed) tried).difference().samePeople())
                .containsExactly(new SamePerson("rep-001", "W01", "Dana Lee", SamePerson.Why.NAME));
    }

    @Test
    void only_the_list_of_reps_is_about_people() {
        Row segment = Company.row("id", "payers", "name", "Payers and plans");

        assertThat(
                        company.replaceList.replace(
                                ListName.SEGMENTS, List.of(segment), Company.PR, confirmed()))
                .isInstanceOf(Outcome.Applied.class);
    }

    private static Row atHomeToo(Row rep) {
        return rep.with("secondEmail", HOME);
    }

    private static Options kept(boolean dryRun, Set<String> newPeople) {
        return new Options(dryRun, true, newPeople, true, null);
    }

    private Roster roster() {
        return company.directory.roster();
    }

    private static Options confirmed() {
        return new Options(false, true);
    }

    private static Options someoneElse() {
        return new Options(false, true, Set.of("rep-001"));
    }

    private Difference tried(Set<String> newPeople) {
        Outcome outcome = replace(new Options(true, false, newPeople), SAM, STAYS);
        return ((Outcome.Previewed) outcome).difference();
    }

    private Outcome replace(Options options, Row... rows) {
        return company.replaceList.replace(ListName.REPS, List.of(rows), Company.PR, options);
    }
}
