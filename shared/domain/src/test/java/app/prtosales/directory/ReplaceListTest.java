package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.CellChange;
import app.prtosales.directory.ReplaceList.Difference;
import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.NoteDownload;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplaceListTest {

    private static final Options NOW = new Options(false, false);

    private final Company company = new Company(Samples.WEDNESDAY);

    @Test
    void a_dry_run_tells_the_difference_and_changes_nothing() {
        company.reps(3);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("zone", "Europe/Berlin"),
                        Company.rep("rep-004"));

        assertThat(replace(wanted, new Options(true, false)))
                .isEqualTo(
                        new Outcome.WouldBe(
                                new Difference(
                                        List.of("rep-004"),
                                        Map.of("rep-004", "Sample rep-004"),
                                        List.of("rep-002"),
                                        List.of("rep-003"),
                                        1,
                                        List.of(
                                                new CellChange(
                                                        "rep-002",
                                                        "zone",
                                                        "America/Chicago",
                                                        "Europe/Berlin")),
                                        0,
                                        List.of(),
                                        List.of(),
                                        List.of())));
        assertThat(company.replaceList.read(ListName.REPS))
                .extracting(row -> row.text("id"))
                .containsExactly("rep-001", "rep-002", "rep-003");
    }

    @Test
    void a_dry_run_asks_about_reps_who_look_the_same_under_another_id() {
        company.reps(3);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("id", "hr-2").with("name", "Somebody Else"),
                        Company.rep("rep-003")
                                .with("id", "hr-3")
                                .with("name", "SAMPLE  Rep-003")
                                .with("email", "new@sample-medtech.example"));

        Outcome outcome = replace(wanted, new Options(true, false));

        assertThat(((Outcome.WouldBe) outcome).difference().samePeople())
                .containsExactly(
                        new SamePerson("rep-002", "hr-2", "Somebody Else", SamePerson.Why.ADDRESS),
                        new SamePerson("rep-003", "hr-3", "SAMPLE  Rep-003", SamePerson.Why.NAME));
    }

    @Test
    void reps_under_other_ids_are_not_dropped_rows() {
        company.reps(2);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001").with("id", "hr-1"),
                        Company.rep("rep-002").with("id", "hr-2"));

        assertThat(replace(wanted, NOW)).isInstanceOf(Outcome.InForce.class);
        assertThat(company.history.of("directory-reps").getLast().what())
                .isEqualTo(
                        "2 added, 0 changed, 2 removed, 0 as before; 2 are the same people under"
                                + " other ids");
    }

    @Test
    void who_is_said_to_be_somebody_else_is_no_longer_taken_for_the_same() {
        company.reps(2);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("id", "hr-2").with("email", "b@c.example"));

        replace(wanted, new Options(false, true, Set.of("hr-2")));

        assertThat(company.directory.roster().idsOf(new RepId("hr-2")))
                .containsExactly(new RepId("hr-2"));
        assertThat(replace(wanted, new Options(false, true, Set.of("rep-001"))))
                .isEqualTo(
                        new Outcome.Invalid(
                                List.of(
                                        new FieldError(
                                                "newPeople",
                                                "rep-001 doesn’t look like anyone on the list. Nobody does"))));
    }

    @Test
    void a_list_made_from_another_version_than_the_one_in_force_is_not_put_in_force() {
        company.reps(3);
        long opened = company.replaceList.current(ListName.REPS).version();
        List<Row> mine = reps("rep-003", "name", "My Change");
        replace(reps("rep-002", "name", "Their Change"), NOW);

        assertThat(replace(mine, basedOn(opened, true))).isEqualTo(new Outcome.OutOfDate());
        assertThat(replace(mine, basedOn(opened, false))).isEqualTo(new Outcome.OutOfDate());

        assertThat(company.replaceList.read(ListName.REPS))
                .extracting(row -> row.text("name"))
                .containsExactly("Sample rep-001", "Their Change", "Sample rep-003");
        assertThat(replace(mine, basedOn(opened + 1, false))).isInstanceOf(Outcome.InForce.class);
    }

    @Test
    void a_change_sent_again_because_its_answer_was_lost_is_no_change_of_somebody_else() {
        company.reps(3);
        long opened = company.replaceList.current(ListName.REPS).version();
        List<Row> mine = reps("rep-003", "name", "My Change");

        assertThat(replace(mine, basedOn(opened, false))).isInstanceOf(Outcome.InForce.class);
        assertThat(replace(mine, basedOn(opened, false))).isInstanceOf(Outcome.InForce.class);
    }

    @Test
    void r5_10_the_history_says_of_a_few_rows_which_and_what_of_them_without_their_cells() {
        company.reps(3);

        replace(reps("rep-002", "email", "new@sample-medtech.example"), NOW);

        assertThat(company.history.of("directory-reps").getLast().what())
                .isEqualTo("0 added, 1 changed, 0 removed, 2 as before: rep-002 email");
    }

    @Test
    void whose_change_came_first_is_said_and_a_download_is_no_change() {
        LastChange lastChange = new LastChange(company.history, company.people);
        company.reps(3);
        Instant changed = company.now();
        company.goTo(changed.plus(Duration.ofHours(1)));
        new NoteDownload(company.history, company.people, company::now)
                .note("directory-reps", Person.withEmail("reader@sample-medtech.example"));

        assertThat(lastChange.of(ListName.REPS))
                .contains(new LastChange.Change(Company.PR.email(), changed));
        company.people.forget(Company.PR.id(), company.now());
        assertThat(lastChange.of(ListName.REPS)).contains(new LastChange.Change(null, changed));
    }

    @Test
    void who_is_only_under_another_id_does_not_leave_what_other_lists_say() {
        company.reps(2);
        company.put(
                ListName.ACCOUNTS,
                new Row(
                        Map.of(
                                "id", "a-1",
                                "name", "Sample Hospital",
                                "segment", "payers",
                                "rep", "rep-001")));
        List<Row> wanted =
                List.of(Company.rep("rep-001").with("id", "hr-1"), Company.rep("rep-002"));

        assertThat(stillNamed(wanted)).isEmpty();
        assertThat(stillNamed(List.of(wanted.getFirst().with("active", "false"))))
                .extracting(StillNamed::row)
                .containsExactly("rep-001");
    }

    private List<StillNamed> stillNamed(List<Row> wanted) {
        return ((Outcome.WouldBe) replace(wanted, new Options(true, false)))
                .difference()
                .stillNamed();
    }

    private static Options basedOn(long version, boolean dryRun) {
        return new Options(dryRun, false, Set.of(), version);
    }

    /// The three reps of the company, one of them with another cell.
    private static List<Row> reps(String id, String column, String text) {
        return List.of("rep-001", "rep-002", "rep-003").stream()
                .map(Company::rep)
                .map(row -> row.text("id").equals(id) ? row.with(column, text) : row)
                .toList();
    }

    @Test
    void two_of_one_name_are_not_guessed_at() {
        Row first = Company.rep("rep-001").with("name", "Ann Lee");
        Row second = Company.rep("rep-002").with("name", "Ann Lee");
        replace(List.of(first, second), NOW);

        Outcome outcome =
                replace(
                        List.of(
                                first.with("id", "hr-1").with("email", "a@sample-medtech.example"),
                                second.with("id", "hr-2")
                                        .with("email", "rep-002@sample-medtech.example")),
                        new Options(true, false));

        assertThat(((Outcome.WouldBe) outcome).difference().samePeople())
                .containsExactly(
                        new SamePerson("rep-002", "hr-2", "Ann Lee", SamePerson.Why.ADDRESS),
                        new SamePerson("rep-001", "hr-1", "Ann Lee", SamePerson.Why.NAME));
    }

    @Test
    void an_id_does_not_go_to_somebody_else_who_has_another() {
        company.reps(3);
        List<Row> shifted =
                List.of(
                        Company.rep("rep-002").with("id", "rep-001"),
                        Company.rep("rep-003").with("id", "rep-002"));

        assertThat(replace(shifted, new Options(true, false)))
                .isEqualTo(
                        new Outcome.Invalid(
                                List.of(
                                        new FieldError(
                                                "items[0].id",
                                                "This is the ID of Sample rep-001, but the row is for"
                                                        + " Sample rep-002, who has the ID rep-002. Records stay with an ID, so never give one person’s ID to another"),
                                        new FieldError(
                                                "items[1].id",
                                                "This is the ID of Sample rep-002, but the row is for"
                                                        + " Sample rep-003, who has the ID rep-003. Records stay with an ID, so never give one person’s ID to another"))));
    }

    @Test
    void a_cell_that_is_filled_or_emptied_is_named_and_no_column_of_ours() {
        company.reps(1);
        Row wanted = Company.rep("rep-001").with("segments", "").with("manager", "Sample Manager");

        Outcome outcome = replace(List.of(wanted), new Options(true, false));

        assertThat(((Outcome.WouldBe) outcome).difference().cells())
                .containsExactly(
                        new CellChange("rep-001", "manager", "", "Sample Manager"),
                        new CellChange("rep-001", "segments", "payers", ""));
    }

    @Test
    void a_new_version_of_the_agreement_says_which_setting_changes_from_what_to_what() {
        company.put(ListName.AGREEMENT, agreement("1").with("auditDay", "monday"));
        Row wanted =
                agreement("2")
                        .with("auditDay", "tuesday")
                        .with("ops", "ops@sample-medtech.example");

        Difference difference = dryRun(ListName.AGREEMENT, List.of(wanted));

        assertThat(difference.changed()).containsExactly("2");
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.cells())
                .containsExactly(
                        new CellChange("2", "auditDay", "monday", "tuesday"),
                        new CellChange("2", "ops", "", "ops@sample-medtech.example"),
                        new CellChange("2", "version", "1", "2"));
    }

    private static Row agreement(String version) {
        return new Row(
                Map.of(
                        "version", version,
                        "date", "2026-06-01",
                        "zone", "America/New_York",
                        "leadership", "cro@sample-medtech.example"));
    }

    @Test
    void a_rep_who_goes_or_is_set_inactive_is_said_where_other_lists_name_them() {
        company.reps(4);
        Row second = Company.rep("rep-002");
        company.put(
                ListName.ACCOUNTS,
                account("a-1", "rep-001").with("name", "Mercy Valley Health"),
                account("a-2", "rep-002"),
                account("a-3", "rep-003"));
        company.put(
                ListName.SEQUENCES,
                new Row(
                        Map.of(
                                "id", "s-1",
                                "name", "CFO sequence",
                                "owner", "Somebody",
                                "ownerEmail", second.text("email").toUpperCase(Locale.ROOT),
                                "stages", "awareness")));

        Difference difference =
                dryRun(
                        ListName.REPS,
                        List.of(
                                second.with("active", "false"),
                                Company.rep("rep-003"),
                                Company.rep("rep-004")));

        assertThat(difference.stillNamed())
                .containsExactly(
                        new StillNamed(
                                "rep-001",
                                ListName.ACCOUNTS,
                                "rep",
                                List.of("Mercy Valley Health"),
                                1),
                        new StillNamed("rep-002", ListName.ACCOUNTS, "rep", List.of("a-2"), 1),
                        new StillNamed(
                                "rep-002",
                                ListName.SEQUENCES,
                                "ownerEmail",
                                List.of("CFO sequence"),
                                1));
    }

    private Difference dryRun(ListName list, List<Row> rows) {
        Outcome outcome =
                company.replaceList.replace(list, rows, Company.PR, new Options(true, false));
        return ((Outcome.WouldBe) outcome).difference();
    }

    @Test
    void a_name_that_is_not_in_the_list_it_points_at_is_said_and_not_refused() {
        company.reps(2);

        Outcome reps =
                replace(
                        List.of(
                                Company.rep("rep-001").with("segments", "payers;payer"),
                                Company.rep("rep-002").with("segments", "payer")),
                        new Options(true, false));
        Outcome accounts =
                company.replaceList.replace(
                        ListName.ACCOUNTS,
                        List.of(
                                account("a-1", ""),
                                account("a-2", "rep-01"),
                                account("a-3", "rep-001")),
                        Company.PR,
                        new Options(true, false));

        assertThat(((Outcome.WouldBe) reps).difference().unknown())
                .containsExactly(new UnknownName("segments", "payer", "rep-001", 2));
        assertThat(((Outcome.WouldBe) accounts).difference().unknown())
                .containsExactly(new UnknownName("rep", "rep-01", "a-2", 1));
    }

    @Test
    void a_segment_that_is_not_there_is_said_in_each_list_that_names_one() {
        Row rule =
                Company.row(
                        "id", "r-1", "segment", "payer", "sequence", "cfo", "stage", "awareness");
        Row sequence =
                Company.row(
                        "id",
                        "cfo",
                        "name",
                        "CFO",
                        "owner",
                        "Sample Owner",
                        "ownerEmail",
                        "cfo-owner@sample-medtech.example",
                        "segments",
                        "payer",
                        "status",
                        "active",
                        "stages",
                        "awareness");

        assertThat(unknown(ListName.RULES, List.of(rule)))
                .containsExactly(new UnknownName("segment", "payer", "r-1", 1));
        assertThat(unknown(ListName.SEQUENCES, List.of(sequence)))
                .containsExactly(new UnknownName("segments", "payer", "cfo", 1));
        assertThat(unknown(ListName.ACCOUNTS, List.of(account("a-1", "").with("segment", "payer"))))
                .containsExactly(new UnknownName("segment", "payer", "a-1", 1));
    }

    @Test
    void of_many_unknown_names_the_first_hundred_are_said() {
        List<Row> rows =
                IntStream.rangeClosed(1, 120)
                        .mapToObj(i ->
                                Company.rep("rep-%03d".formatted(i)).with("segments", "s-" + i))
                        .toList();

        assertThat(unknown(ListName.REPS, rows)).hasSize(100);
    }

    private List<UnknownName> unknown(ListName list, List<Row> rows) {
        Outcome outcome =
                company.replaceList.replace(list, rows, Company.PR, new Options(true, true));
        return ((Outcome.WouldBe) outcome).difference().unknown();
    }

    private static Row account(String id, String rep) {
        return Company.row("id", id, "name", id, "segment", "payers", "rep", rep, "target", "true");
    }

    @Test
    void of_more_than_a_thousand_changed_cells_the_first_are_named_and_the_others_counted() {
        company.reps(1_200);
        List<Row> wanted =
                IntStream.rangeClosed(1, 1_200)
                        .mapToObj(i -> Company.rep("rep-%03d".formatted(i)).with("zone", "UTC"))
                        .toList();

        Difference difference =
                ((Outcome.WouldBe) replace(wanted, new Options(true, false))).difference();

        assertThat(difference.cells()).hasSize(1_000);
        assertThat(difference.moreCells()).isEqualTo(200);
    }

    @Test
    void a_list_that_drops_over_20_percent_needs_a_confirmation() {
        company.reps(10);

        assertThat(replace(reps(7), NOW)).isInstanceOf(Outcome.DropsTooMany.class);
        assertThat(replace(reps(8), NOW)).isInstanceOf(Outcome.InForce.class);
        assertThat(replace(reps(2), new Options(false, true))).isInstanceOf(Outcome.InForce.class);
    }

    @Test
    void every_bad_row_is_named_and_then_nothing_is_stored() {
        List<Row> bad =
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-001"),
                        Company.rep("rep 3").with("zone", "EST").with("email", "nobody"),
                        new Row(Map.of("id", "rep-4")));

        Outcome outcome = replace(bad, NOW);

        assertThat(((Outcome.Invalid) outcome).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "items[1].id",
                        "items[2].id",
                        "items[2].zone",
                        "items[2].email",
                        "items[3].name",
                        "items[3].email",
                        "items[3].zone");
        assertThat(company.replaceList.read(ListName.REPS)).isEmpty();
    }

    @Test
    void more_than_10_000_rows_are_refused() {
        assertThat(replace(reps(10_001), NOW)).isEqualTo(new Outcome.TooManyRows(10_001));
    }

    @Test
    void the_team_of_an_earlier_instant_can_still_be_told() {
        company.reps(2);
        Instant before = company.now();
        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-002"), Company.rep("rep-003")));
        Roster roster = company.directory.roster();

        assertThat(roster.teamAt(before))
                .containsExactly(new RepId("rep-001"), new RepId("rep-002"));
        assertThat(roster.teamAt(company.now()))
                .containsExactly(new RepId("rep-002"), new RepId("rep-003"));
        assertThat(roster.leftBy(company.now(), roster.teamAt(before)))
                .containsExactly(new RepId("rep-001"));
        assertThat(roster.find(new RepId("rep-001"))).isEmpty();
    }

    @Test
    void r1_11_who_leaves_and_comes_back_was_of_the_team_before_and_is_again() {
        company.reps(1);
        Instant before = company.now();
        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-001").with("active", "false")));
        Instant away = company.now();
        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-001")));
        Roster roster = company.directory.roster();

        assertThat(roster.teamAt(before)).containsExactly(new RepId("rep-001"));
        assertThat(roster.teamAt(away)).isEmpty();
        assertThat(roster.teamAt(company.now())).containsExactly(new RepId("rep-001"));
    }

    @Test
    void a_list_of_an_earlier_version_still_tells_the_team_and_keeps_it_when_it_is_replaced() {
        company.store.replace(
                ListName.REPS,
                0,
                List.of(Company.rep("rep-001").with("_since", "2026-01-05T00:00:00Z")),
                new HistoryEntry("directory-reps", company.now(), "system", "loaded", null));
        Instant before = company.now();
        assertThat(company.directory.roster().teamAt(before)).containsExactly(new RepId("rep-001"));

        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-001").with("active", "false")));

        assertThat(company.directory.roster().teamAt(before)).containsExactly(new RepId("rep-001"));
        assertThat(company.directory.roster().teamAt(company.now())).isEmpty();
    }

    @Test
    void a_rule_must_point_at_a_sequence_and_a_stage_that_exist() {
        Row nowhere = Company.row("id", "r1", "sequence", "none", "stage", "awareness");
        Row noStage = Company.row("id", "r2", "sequence", "cfo", "stage", "expansion");

        Outcome outcome =
                company.replaceList.replace(
                        ListName.RULES, List.of(nowhere, noStage), Company.PR, NOW);

        assertThat(((Outcome.Invalid) outcome).errors())
                .extracting(FieldError::field)
                .containsExactly("items[0].sequence", "items[1].stage");
    }

    private Outcome replace(List<Row> rows, Options options) {
        return company.replaceList.replace(ListName.REPS, rows, Company.PR, options);
    }

    private static List<Row> reps(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Company.rep("rep-%03d".formatted(i)))
                .toList();
    }
}
