package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditWeek;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.InSequence;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.12: a link stops working when the person who got it leaves, and works again if they come
/// back; records name that person.
class LinksOfLeaversTest {

    private static final String OWNER = "hs-owner@sample-medtech.example";
    private static final String OTHER = "other-owner@sample-medtech.example";
    private static final String RULE_OWNER = "rule-owner@sample-medtech.example";
    private static final Map<String, String> PLACED = Map.of("stage", "awareness");
    private static final AuditWeek WEEK = AuditWeek.read("2026-W26").orElseThrow();

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(2);
        id = company.distribute(Samples.green()).id();
    }

    @Test
    void r5_12_no_link_of_a_rep_who_left_works_until_they_are_back() {
        List<String> links =
                List.of(Purpose.ACKNOWLEDGE, Purpose.REFERENCE, Purpose.KIT, Purpose.RECORD)
                        .stream()
                        .map(purpose -> company.token(purpose, id, "rep-001"))
                        .toList();
        links.forEach(this::assertOpens);

        company.putReps(List.of(Company.rep("rep-002")));
        links.forEach(this::assertRefused);

        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-002")));
        links.forEach(this::assertOpens);
    }

    @Test
    void r5_12_the_link_of_a_former_sequence_owner_does_not_work() {
        String link = company.token(Purpose.SEQUENCE, id, "health-system");
        assertOpens(link);

        ownedBy(OTHER);
        assertRefused(link);
        assertOpens(company.token(Purpose.SEQUENCE, id, "health-system"));

        ownedBy(OWNER);
        assertOpens(link);
    }

    @Test
    void r5_12_the_link_of_a_rule_owner_stops_working_when_the_rule_gets_another_owner() {
        agreed("ruleOwners", "one@sample-medtech.example;" + RULE_OWNER);
        String link = linkOf(RULE_OWNER);
        assertOpens(link);

        agreed("ruleOwners", "one@sample-medtech.example;two@sample-medtech.example");
        assertRefused(link);
    }

    @Test
    void r5_12_an_older_link_without_a_holder_stops_working_once_the_owner_changes() {
        String old = company.token(Purpose.SEQUENCE, id, "health-system", null);
        assertOpens(old);
        company.advance(Duration.ofMinutes(1));

        ownedBy(OTHER);
        assertRefused(old);
        ownedBy(OWNER);
        assertRefused(old);
    }

    @Test
    void r5_12_history_and_answer_name_the_person_who_held_the_link() {
        company.recordResponse.record(company.token(Purpose.SEQUENCE, id, "health-system"), PLACED);

        assertThat(company.responses.recorded(id))
                .containsExactly(
                        new InSequence(
                                new SequenceId("health-system"),
                                company.now(),
                                "awareness",
                                1,
                                Person.idOf(OWNER)));
        HistoryEntry last = company.history.of(id.value()).getLast();
        assertThat(last.by()).isEqualTo(Person.idOf(OWNER));
        assertThat(company.showPlacement.show(company.find(id)).history().getLast().by())
                .isEqualTo(OWNER);

        ownedBy(OTHER);
        assertThat(company.showPlacement.show(company.find(id)).history().getLast().by())
                .isEqualTo(OWNER);
    }

    @Test
    void r5_12_the_same_answer_from_the_next_owner_counts_once() {
        company.recordResponse.record(company.token(Purpose.SEQUENCE, id, "health-system"), PLACED);
        ownedBy(OTHER);

        assertThat(
                        company.recordResponse.record(
                                company.token(Purpose.SEQUENCE, id, "health-system"), PLACED))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(company.responses.recorded(id)).hasSize(1);
    }

    @Test
    void r5_12_a_leaders_audit_link_stops_when_they_leave_and_a_visitors_link_does_not() {
        Instant expires = company.now().plus(Link.LASTS);
        Link leaders = AuditLink.to(WEEK, Person.idOf(Company.CEO), expires);
        Link ownVisit =
                AuditLink.forVisit(
                        WEEK, Person.idOf(Company.CEO), expires, company.directory.agreement());
        Link visit =
                AuditLink.forVisit(WEEK, Company.PR.id(), expires, company.directory.agreement());
        assertThat(week(leaders)).contains(WEEK);
        assertThat(ownVisit).isEqualTo(leaders);
        assertThat(week(visit)).contains(WEEK);

        agreed("leadership", "another-chief@sample-medtech.example");
        assertThat(week(leaders)).isEmpty();
        assertThat(week(visit)).contains(WEEK);

        agreed("leadership", Company.CEO);
        assertThat(week(leaders)).contains(WEEK);
    }

    private Optional<AuditWeek> week(Link link) {
        return AuditLink.week(link, company.directory.agreement());
    }

    private String linkOf(String address) {
        return company.token(Purpose.SEQUENCE, id, "health-system", Person.idOf(address));
    }

    private void ownedBy(String address) {
        company.put(
                ListName.SEQUENCES,
                company.replaceList.read(ListName.SEQUENCES).stream()
                        .map(row ->
                                row.text("id").equals("health-system")
                                        ? row.with("ownerEmail", address)
                                        : row)
                        .toArray(Row[]::new));
    }

    private void agreed(String column, String text) {
        company.put(
                ListName.AGREEMENT,
                company.replaceList.read(ListName.AGREEMENT).getFirst().with(column, text));
    }

    private void assertOpens(String link) {
        assertThat(company.recordResponse.open(link)).isNotInstanceOf(Opened.NotALink.class);
    }

    private void assertRefused(String link) {
        assertThat(company.recordResponse.open(link)).isEqualTo(new Opened.NotALink());
        assertThat(company.recordResponse.record(link, PLACED))
                .isEqualTo(new Outcome.Refused(new Opened.NotALink()));
    }
}
