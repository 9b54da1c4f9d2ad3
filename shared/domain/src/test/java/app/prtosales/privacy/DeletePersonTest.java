package app.prtosales.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditWeek;
import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.privacy.DeletePerson.Outcome;
import app.prtosales.response.Opened;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.10: a person can be deleted without changing a count.
class DeletePersonTest {

    private static final String ADDRESS = "rep-001@sample-medtech.example";
    private static final String FORGOTTEN = "(deleted together with the person)";
    private static final AuditWeek WEEK = AuditWeek.read("2026-W26").orElseThrow();
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private final DeletePerson deletePerson = company.deletePerson();

    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.putReps(
                List.of(
                        Company.rep("rep-001").with("secondEmail", "first@sample-medtech.example"),
                        Company.rep("rep-002").with("manager", "Sample rep-001"),
                        Company.rep("rep-003").with("manager", ADDRESS)));
        id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        company.recordResponse.record(
                company.token(Purpose.ACKNOWLEDGE, id, "rep-001"), Map.of("choice", "read"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", "account-1", "how", "talked-about"));
        company.recordResponse.record(
                company.token(Purpose.RECORD, id, "rep-001"),
                Map.of("what", "I am Sample rep-001, and my address is " + ADDRESS));
        company.work();
    }

    @Test
    void r5_10_audit_verdict_and_export_are_the_same_before_and_after() {
        company.runUntil(MONDAY.plus(Duration.ofHours(1)));
        company.runWeeklyAudit.run();
        Reached reached = company.reached(id);
        var report = company.reportWeek.report(WEEK);
        var export = company.exportWeek.export(WEEK, null);
        var history = company.history.of(id.value());
        var ledger = company.ledger.about(id.value());

        delete("rep-001");

        assertThat(company.reached(id)).isEqualTo(reached);
        assertThat(company.reportWeek.report(WEEK).shown()).isEqualTo(report.shown());
        assertThat(company.reportWeek.report(WEEK).restated()).isEmpty();
        assertThat(company.exportWeek.export(WEEK, null).rows()).isEqualTo(export.rows());
        assertThat(company.history.of(id.value())).isEqualTo(history);
        assertThat(company.ledger.about(id.value())).isEqualTo(ledger);
        assertThat(company.responses.acknowledgedBy(id)).containsExactly("rep-001");
    }

    @Test
    void r5_10_name_and_addresses_are_removed_everywhere() {
        company.people.remember(Person.withEmail(ADDRESS));

        assertThat(delete("rep-001"))
                .isEqualTo(
                        new Outcome.Deleted(
                                Set.of(
                                        "rep-001",
                                        Person.idOf(ADDRESS),
                                        Person.idOf("first@sample-medtech.example"))));

        assertThat(company.store.load(ListName.REPS).rows().toString())
                .doesNotContain("Sample rep-001", ADDRESS, "first@")
                .contains("manager=rep-001");
        assertThat(company.people.find(Person.idOf(ADDRESS))).isEmpty();
        assertThat(company.responses.recorded(id))
                .filteredOn(WrongRecord.class::isInstance)
                .singleElement()
                .satisfies(each -> assertThat(((WrongRecord) each).what()).isEqualTo(FORGOTTEN));
    }

    @Test
    void r5_10_a_deleted_persons_links_no_longer_work() {
        String link = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");

        delete("rep-001");

        assertThat(company.recordResponse.open(link)).isEqualTo(new Opened.NotALink());
    }

    @Test
    void r5_10_deleting_again_by_id_or_address_changes_nothing() {
        company.people.remember(Person.withEmail(ADDRESS));
        delete(ADDRESS.toUpperCase(Locale.ROOT));
        List<Row> left = company.store.load(ListName.REPS).rows();

        assertThat(delete("rep-001")).isEqualTo(new Outcome.Deleted(Set.of("rep-001")));
        assertThat(delete(ADDRESS)).isEqualTo(new Outcome.Deleted(Set.of(Person.idOf(ADDRESS))));
        assertThat(company.store.load(ListName.REPS).rows()).isEqualTo(left);
    }

    @Test
    void r5_10_a_deleted_persons_id_cannot_get_a_name_again() {
        delete("rep-001");

        var outcome =
                company.replaceList.replace(
                        ListName.REPS,
                        List.of(Company.rep("rep-002"), Company.rep("rep-001")),
                        Company.PR,
                        new ReplaceList.Options(false, true));

        assertThat(outcome)
                .isEqualTo(
                        new ReplaceList.Outcome.Invalid(
                                List.of(
                                        new FieldError(
                                                "items[1].id",
                                                "This person was deleted on 2026-06-24."
                                                        + " Remove the row, or use a new ID"))));
        company.advance(Duration.ofDays(90));
        company.putReps(List.of(Company.rep("rep-002")));
        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-002")));
        assertThat(company.directory.roster().find(new RepId("rep-001"))).isEmpty();
    }

    @Test
    void r5_10_a_person_in_charge_of_something_cannot_be_deleted_until_replaced() {
        company.people.remember(Person.withEmail(Company.CEO));
        company.put(
                ListName.SEQUENCES,
                Company.row(
                        "id", "cfo",
                        "name", "CFO sequence",
                        "owner", "sample REP-001",
                        "ownerEmail", "somebody@sample-medtech.example",
                        "status", "active",
                        "stages", "awareness"));

        assertThat(delete("rep-001"))
                .isEqualTo(
                        new Outcome.InCharge(List.of("the owner of the sequence “CFO sequence”")));
        assertThat(delete(Company.CEO))
                .isEqualTo(new Outcome.InCharge(List.of("in leadership in the agreement")));
        assertThat(company.directory.roster().find(new RepId("rep-001"))).isPresent();
        assertThat(company.people.find(Person.idOf(Company.CEO))).isPresent();
    }

    @Test
    void r5_10_a_shared_mailbox_stays_for_the_other_rep() {
        company.putReps(
                List.of(Company.rep("rep-001"), Company.rep("rep-002").with("email", ADDRESS)));
        company.people.remember(Person.withEmail(ADDRESS));

        delete("rep-001");

        assertThat(company.people.find(Person.idOf(ADDRESS))).isPresent();
        assertThat(company.directory.roster().find(new RepId("rep-002")).orElseThrow().email())
                .isEqualTo(ADDRESS);
    }

    @Test
    void r5_10_a_persons_data_under_earlier_ids_is_deleted_too() {
        renamed();

        assertThat(delete("HR-9001")).isEqualTo(new Outcome.Deleted(everyId()));

        assertThat(words()).containsExactly(FORGOTTEN);
        assertThat(company.store.load(ListName.REPS).rows().toString())
                .doesNotContain("_mailboxes");
        assertThat(refusals(Company.rep("rep-001"))).hasSize(1);
        assertThat(refusals(Company.rep("rep-001").with("id", "HR-9001"))).hasSize(1);
        assertThat(delete("rep-001")).isEqualTo(new Outcome.Deleted(Set.of("HR-9001", "rep-001")));
    }

    @Test
    void r5_10_a_person_can_be_deleted_by_an_earlier_id() {
        renamed();

        assertThat(delete("rep-001")).isEqualTo(new Outcome.Deleted(everyId()));

        assertThat(company.directory.roster().find(new RepId("HR-9001"))).isEmpty();
        assertThat(words()).containsExactly(FORGOTTEN);
    }

    @Test
    void r5_10_a_person_who_is_off_the_list_can_be_deleted_by_id() {
        renamed();
        company.putReps(List.of(Company.rep("rep-002"), Company.rep("rep-003")));
        company.advance(Duration.ofDays(90));
        company.putReps(List.of(Company.rep("rep-002"), Company.rep("rep-003")));

        assertThat(delete("HR-9001")).isEqualTo(new Outcome.Deleted(Set.of("HR-9001", "rep-001")));

        assertThat(words()).containsExactly(FORGOTTEN);
        assertThat(refusals(Company.rep("rep-001"))).hasSize(1);
    }

    @Test
    void r5_10_a_person_who_is_off_the_list_can_be_deleted_by_address_while_it_is_recognized() {
        renamed();
        company.putReps(List.of(Company.rep("rep-002"), Company.rep("rep-003")));

        assertThat(delete(ADDRESS.toUpperCase(Locale.ROOT)))
                .isEqualTo(new Outcome.Deleted(Set.of("HR-9001", "rep-001")));

        assertThat(words()).containsExactly(FORGOTTEN);
    }

    @Test
    void an_address_shared_by_several_former_reps_matches_nobody() {
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("email", ADDRESS),
                        Company.rep("rep-003")));
        company.putReps(List.of(Company.rep("rep-003")));

        assertThat(delete(ADDRESS)).isEqualTo(new Outcome.Nobody());
        assertThat(delete("rep-001")).isEqualTo(new Outcome.Deleted(Set.of("rep-001")));
        assertThat(delete(ADDRESS)).isEqualTo(new Outcome.Deleted(Set.of("rep-002")));
    }

    @Test
    void r5_10_deleting_a_renamed_person_before_the_verdict_changes_no_count() {
        renamed();
        company.goTo(Samples.WEDNESDAY.plus(Duration.ofHours(24).plusSeconds(60)));
        delete("HR-9001");
        company.goTo(company.now().plusSeconds(60));
        company.tick();

        assertThat(company.reached(id).of()).isEqualTo(3);
        assertThat(company.reached(id).left()).isEmpty();
    }

    @Test
    void r5_10_the_old_address_of_a_rep_with_a_new_id_does_not_delete_the_rep() {
        movedTo("rep-001@new-medtech.example");

        assertThat(delete(ADDRESS)).isEqualTo(new Outcome.Nobody());
        company.people.remember(Person.withEmail(ADDRESS));
        assertThat(delete(ADDRESS)).isEqualTo(new Outcome.Deleted(Set.of(Person.idOf(ADDRESS))));

        assertThat(company.directory.roster().find(new RepId("HR-9001"))).isPresent();
    }

    @Test
    void r5_10_a_rep_who_left_is_found_by_an_old_address_too() {
        movedTo("rep-001@new-medtech.example");
        company.putReps(List.of(Company.rep("rep-002"), Company.rep("rep-003")));

        assertThat(delete(ADDRESS)).isEqualTo(new Outcome.Deleted(Set.of("HR-9001", "rep-001")));
    }

    @Test
    void r5_10_an_earlier_id_that_has_no_row_cannot_be_used_again_either() {
        StoredList before = company.store.load(ListName.REPS);
        company.store.replace(
                ListName.REPS,
                before.version(),
                before.rows().stream()
                        .map(row ->
                                row.text("id").equals("rep-001")
                                        ? row.with("_earlierIds", "W-1;W-2")
                                        : row)
                        .toList(),
                new HistoryEntry("directory-reps", company.now(), "system", "loaded", null));

        delete("rep-001");
        company.putReps(List.of(Company.rep("rep-002"), Company.rep("rep-003")));

        assertThat(refusals(Company.rep("rep-001").with("id", "W-2")))
                .containsExactly(
                        new FieldError(
                                "items[2].id",
                                "This person was deleted on 2026-06-24."
                                        + " Remove the row, or use a new ID"));
    }

    /// The person has another id and another address from now on.
    private void movedTo(String address) {
        company.advance(Duration.ofHours(1));
        company.putReps(
                List.of(
                        Company.rep("rep-001").with("id", "HR-9001").with("email", address),
                        Company.rep("rep-002"),
                        Company.rep("rep-003")));
    }

    /// The person has another id from now on.
    private void renamed() {
        company.advance(Duration.ofHours(1));
        company.putReps(
                List.of(
                        Company.rep("rep-001")
                                .with("id", "HR-9001")
                                .with("secondEmail", "first@sample-medtech.example"),
                        Company.rep("rep-002"),
                        Company.rep("rep-003")));
    }

    private static Set<String> everyId() {
        return Set.of(
                "HR-9001",
                "rep-001",
                Person.idOf(ADDRESS),
                Person.idOf("first@sample-medtech.example"));
    }

    private List<String> words() {
        return company.responses.recorded(id).stream()
                .filter(WrongRecord.class::isInstance)
                .map(each -> ((WrongRecord) each).what())
                .toList();
    }

    private List<FieldError> refusals(Row row) {
        ReplaceList.Outcome outcome =
                company.replaceList.replace(
                        ListName.REPS,
                        List.of(Company.rep("rep-002"), Company.rep("rep-003"), row),
                        Company.PR,
                        new ReplaceList.Options(true, true));
        return outcome instanceof ReplaceList.Outcome.Invalid invalid
                ? invalid.errors()
                : List.of();
    }

    @Test
    void an_unknown_person_is_reported_as_unknown() {
        assertThat(delete("rep-999")).isEqualTo(new Outcome.Nobody());
        assertThat(delete("nobody@sample-medtech.example")).isEqualTo(new Outcome.Nobody());
    }

    private Outcome delete(String person) {
        return deletePerson.delete(person, "asked to be deleted", Company.PR);
    }
}
