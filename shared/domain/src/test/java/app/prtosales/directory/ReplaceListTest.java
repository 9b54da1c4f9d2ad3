package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplaceListTest {

    private static final Options NOW = new Options(false, false);

    private final Company company = new Company(Samples.WEDNESDAY);

    @Test
    void a_dry_run_reports_the_differences_and_changes_nothing() {
        company.reps(3);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("zone", "Europe/Berlin"),
                        Company.rep("rep-004"));

        assertThat(replace(wanted, new Options(true, false)))
                .isEqualTo(
                        new Outcome.Previewed(
                                new Difference(
                                        new RowChanges(
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
                                                0),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of())));
        assertThat(company.replaceList.read(ListName.REPS))
                .extracting(row -> row.text("id"))
                .containsExactly("rep-001", "rep-002", "rep-003");
    }

    @Test
    void a_dry_run_reports_reps_who_seem_to_have_a_new_id() {
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

        assertThat(((Outcome.Previewed) outcome).difference().samePeople())
                .containsExactly(
                        new SamePerson("rep-002", "hr-2", "Somebody Else", SamePerson.Why.ADDRESS),
                        new SamePerson("rep-003", "hr-3", "SAMPLE  Rep-003", SamePerson.Why.NAME));
    }

    @Test
    void reps_with_new_ids_do_not_count_as_removed_rows() {
        company.reps(2);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001").with("id", "hr-1"),
                        Company.rep("rep-002").with("id", "hr-2"));

        assertThat(replace(wanted, NOW)).isInstanceOf(Outcome.Applied.class);
        assertThat(company.history.of("directory-reps").getLast().what())
                .isEqualTo(
                        "2 added, 0 changed, 2 removed, 0 as before; 2 are the same people under"
                                + " other ids");
    }

    @Test
    void a_rep_confirmed_as_new_is_not_treated_as_the_same_person() {
        company.reps(2);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("id", "hr-2").with("email", "b@c.example"));

        replace(wanted, new Options(false, true, Set.of("hr-2")));

        assertThat(company.directory.roster().idsOf(new RepId("hr-2")))
                .containsExactly(new RepId("hr-2"));
        List<Row> others = List.of(Company.rep("rep-001").with("zone", "UTC"), wanted.getLast());
        assertThat(replace(others, new Options(false, true, Set.of("rep-001"))))
                .isEqualTo(
                        new Outcome.Invalid(
                                List.of(
                                        new FieldError(
                                                "newPeople",
                                                "Leave out rep-001: no new row looks like a row on the list"))));
    }

    @Test
    void a_list_with_a_new_rep_can_be_sent_again_when_the_answer_was_lost() {
        company.reps(2);
        List<Row> wanted =
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("id", "hr-2").with("email", "b@c.example"));
        Options declared = new Options(false, true, Set.of("hr-2"));
        replace(wanted, declared);

        assertThat(replace(wanted, declared))
                .isInstanceOfSatisfying(
                        Outcome.Applied.class, again -> assertThat(again.changed()).isFalse());
    }

    @Test
    void a_list_based_on_an_outdated_version_is_not_stored() {
        company.reps(3);
        long opened = company.replaceList.current(ListName.REPS).version();
        List<Row> mine = reps("rep-003", "name", "My Change");
        replace(reps("rep-002", "name", "Their Change"), NOW);

        assertThat(replace(mine, basedOn(opened, true))).isEqualTo(new Outcome.OutOfDate());
        assertThat(replace(mine, basedOn(opened, false))).isEqualTo(new Outcome.OutOfDate());

        assertThat(company.replaceList.read(ListName.REPS))
                .extracting(row -> row.text("name"))
                .containsExactly("Sample rep-001", "Their Change", "Sample rep-003");
        assertThat(replace(mine, basedOn(opened + 1, false))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void repeating_a_change_after_a_lost_answer_is_not_a_conflict() {
        company.reps(3);
        long opened = company.replaceList.current(ListName.REPS).version();
        List<Row> mine = reps("rep-003", "name", "My Change");

        assertThat(replace(mine, basedOn(opened, false))).isInstanceOf(Outcome.Applied.class);
        assertThat(replace(mine, basedOn(opened, false))).isInstanceOf(Outcome.Applied.class);
    }

    @ParameterizedTest
    @EnumSource(ListName.class)
    void a_list_that_changes_nothing_keeps_its_version_and_leaves_no_history(ListName list) {
        company.reps(3);
        CurrentList before = company.replaceList.current(list);
        List<HistoryEntry> history = company.history.of(list.subject());
        company.advance(Duration.ofDays(1));

        Outcome again =
                company.replaceList.replace(list, before.rows().reversed(), Company.PR, NOW);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Applied.class,
                        same ->
                                assertThat(same.difference().rows().unchanged())
                                        .isEqualTo(before.rows().size()));
        assertThat(company.replaceList.current(list)).isEqualTo(before);
        assertThat(company.history.of(list.subject())).isEqualTo(history);
    }

    @Test
    void r5_10_the_history_names_a_few_changed_rows_and_columns_without_values() {
        company.reps(3);

        replace(reps("rep-002", "email", "new@sample-medtech.example"), NOW);

        assertThat(company.history.of("directory-reps").getLast().what())
                .isEqualTo("0 added, 1 changed, 0 removed, 2 as before: rep-002 email");
    }

    @Test
    void the_author_of_the_last_change_is_known_and_a_download_is_not_a_change() {
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
    void references_to_a_rep_with_a_new_id_are_not_reported() {
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
        return ((Outcome.Previewed) replace(wanted, new Options(true, false)))
                .difference()
                .stillNamed();
    }

    private static Options basedOn(long version, boolean dryRun) {
        return new Options(dryRun, false, Set.of(), false, version);
    }

    /// The company's three reps, one of them with a different value in one cell.
    private static List<Row> reps(String id, String column, String text) {
        return List.of("rep-001", "rep-002", "rep-003").stream()
                .map(Company::rep)
                .map(row -> row.text("id").equals(id) ? row.with(column, text) : row)
                .toList();
    }

    @Test
    void two_reps_with_the_same_name_are_not_matched_by_name() {
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

        assertThat(((Outcome.Previewed) outcome).difference().samePeople())
                .containsExactly(
                        new SamePerson("rep-002", "hr-2", "Ann Lee", SamePerson.Why.ADDRESS),
                        new SamePerson("rep-001", "hr-1", "Ann Lee", SamePerson.Why.NAME));
    }

    @Test
    void a_rep_with_an_id_cannot_get_another_reps_id() {
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
    void filled_and_emptied_cells_are_listed_without_hidden_columns() {
        company.reps(1);
        Row wanted = Company.rep("rep-001").with("segments", "").with("manager", "Sample Manager");

        Outcome outcome = replace(List.of(wanted), new Options(true, false));

        assertThat(((Outcome.Previewed) outcome).difference().rows().cells())
                .containsExactly(
                        new CellChange("rep-001", "manager", "", "Sample Manager"),
                        new CellChange("rep-001", "segments", "payers", ""));
    }

    @Test
    void a_new_agreement_lists_each_changed_setting_with_both_values() {
        company.put(ListName.AGREEMENT, agreement("1").with("auditDay", "monday"));
        Row wanted =
                agreement("2")
                        .with("auditDay", "tuesday")
                        .with("ops", "ops@sample-medtech.example");

        Difference difference = dryRun(ListName.AGREEMENT, List.of(wanted));

        assertThat(difference.rows().changed()).containsExactly("2");
        assertThat(difference.rows().added()).isEmpty();
        assertThat(difference.rows().removed()).isEmpty();
        assertThat(difference.rows().cells())
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
    void references_to_a_removed_or_inactive_rep_in_other_lists_are_reported() {
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
        return ((Outcome.Previewed) outcome).difference();
    }

    @Test
    void an_unknown_name_is_reported_but_not_refused() {
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

        assertThat(((Outcome.Previewed) reps).difference().unknown())
                .containsExactly(new UnknownName("segments", "payer", "rep-001", 2));
        assertThat(((Outcome.Previewed) accounts).difference().unknown())
                .containsExactly(new UnknownName("rep", "rep-01", "a-2", 1));
    }

    @Test
    void an_unknown_segment_is_reported_in_every_list_that_refers_to_segments() {
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
    void only_the_first_hundred_unknown_names_are_reported() {
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
        return ((Outcome.Previewed) outcome).difference().unknown();
    }

    private static Row account(String id, String rep) {
        return Company.row("id", id, "name", id, "segment", "payers", "rep", rep, "target", "true");
    }

    @Test
    void only_the_first_thousand_changed_cells_are_listed_and_the_rest_are_counted() {
        company.reps(1_200);
        List<Row> wanted =
                IntStream.rangeClosed(1, 1_200)
                        .mapToObj(i -> Company.rep("rep-%03d".formatted(i)).with("zone", "UTC"))
                        .toList();

        Difference difference =
                ((Outcome.Previewed) replace(wanted, new Options(true, false))).difference();

        assertThat(difference.rows().cells()).hasSize(1_000);
        assertThat(difference.rows().moreCells()).isEqualTo(200);
    }

    @Test
    void removing_more_than_20_percent_of_the_rows_needs_confirmation() {
        company.reps(10);

        assertThat(replace(reps(7), NOW)).isInstanceOf(Outcome.DropsTooMany.class);
        assertThat(replace(reps(8), NOW)).isInstanceOf(Outcome.Applied.class);
        assertThat(replace(reps(2), new Options(false, true))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void every_bad_row_is_reported_and_nothing_is_stored() {
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
    void bad_cells_and_ids_of_others_are_reported_together() {
        company.reps(2);
        List<Row> bad =
                List.of(
                        Company.rep("rep-002").with("id", "rep-001"),
                        Company.rep("rep-003").with("zone", "EST"));

        assertThat(((Outcome.Invalid) replace(bad, NOW)).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("items[0].id", "items[1].zone");
    }

    @Test
    void more_than_10_000_rows_are_refused() {
        assertThat(replace(reps(10_001), NOW)).isEqualTo(new Outcome.TooManyRows(10_001));
    }

    @Test
    void the_team_at_an_earlier_instant_is_still_known() {
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
    void r1_11_a_rep_who_leaves_and_comes_back_has_two_periods_on_the_team() {
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
    void team_dates_stored_by_an_older_release_are_read_and_kept_on_replacement() {
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
    void an_empty_sequence_or_stage_of_a_rule_is_named_once() {
        Row empty = Company.row("id", "r1", "sequence", "", "stage", "");
        Row noStage = Company.row("id", "r2", "sequence", "cfo", "stage", "");

        Outcome outcome =
                company.replaceList.replace(
                        ListName.RULES, List.of(empty, noStage), Company.PR, NOW);

        assertThat(((Outcome.Invalid) outcome).errors())
                .extracting(FieldError::message)
                .containsExactly("Enter the sequence", "Enter the stage", "Enter the stage");
    }

    @Test
    void a_rule_must_refer_to_an_existing_sequence_and_stage() {
        Row nowhere = Company.row("id", "r1", "sequence", "none", "stage", "awareness");
        Row noStage = Company.row("id", "r2", "sequence", "cfo", "stage", "expansion");

        Outcome outcome =
                company.replaceList.replace(
                        ListName.RULES, List.of(nowhere, noStage), Company.PR, NOW);

        assertThat(((Outcome.Invalid) outcome).errors())
                .extracting(FieldError::field)
                .containsExactly("items[0].sequence", "items[1].stage");
    }

    @Test
    void a_rule_can_name_a_stage_in_any_letter_case() {
        Row rule = Company.row("id", "r1", "sequence", "cfo", "stage", "AWARENESS");

        assertThat(company.replaceList.replace(ListName.RULES, List.of(rule), Company.PR, NOW))
                .isNotInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void r5_6_a_list_that_was_in_force_before_changes_nothing() {
        replace(reps(2), NOW);

        assertThat(isChangedBy(reps(2))).isFalse();
    }

    @Test
    void r1_12_a_list_that_only_releases_an_address_changes_something() {
        replace(reps(2), NOW);
        List<Row> released =
                reps(2).stream().map(rep -> rep.with(RosterColumns.MAIL_HEALTH, "ok")).toList();
        assertThat(isChangedBy(released)).isFalse();

        new HoldMailbox(company.mailboxes)
                .bounced(
                        Mailbox.idOf("rep-001@sample-medtech.example"),
                        company.now(),
                        "no such user");

        assertThat(isChangedBy(released)).isTrue();
    }

    private boolean isChangedBy(List<Row> rows) {
        return ((Outcome.Applied) replace(rows, NOW)).changed();
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
