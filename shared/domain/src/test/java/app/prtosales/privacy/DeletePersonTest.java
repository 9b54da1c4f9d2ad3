package app.prtosales.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditWeek;
import app.prtosales.directory.ForgetRep;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.Row;
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
    private static final AuditWeek WEEK = AuditWeek.read("2026-W26").orElseThrow();
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private final DeletePerson deletePerson =
            new DeletePerson(
                    company.people,
                    company.directory,
                    new ForgetRep(company.store, company::now),
                    company.placements,
                    company.responses,
                    company::now);

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
                .satisfies(each ->
                        assertThat(((WrongRecord) each).what())
                                .isEqualTo("(deleted together with the person)"));
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
    void an_unknown_person_is_reported_as_unknown() {
        assertThat(delete("rep-999")).isEqualTo(new Outcome.Nobody());
        assertThat(delete("nobody@sample-medtech.example")).isEqualTo(new Outcome.Nobody());
    }

    private Outcome delete(String person) {
        return deletePerson.delete(person, "asked to be deleted", Company.PR);
    }
}
