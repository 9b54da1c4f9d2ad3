package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Row;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Verdict;
import app.prtosales.response.RecordResponse;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reps who get new ids within the 24 hours, for example because the list now comes from another
/// system: they are the same people and are reached once.
class NewIdsTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void r1_10_a_reached_rep_stays_reached_under_a_new_id() {
        PlacementId id = reached(12);
        company.putReps(withNewIds(12));
        company.work();
        assertThat(company.reached(id).count()).isEqualTo(12);

        company.runUntil(D);

        Reached reached = company.reached(id);
        assertThat(reached.verdict()).isEqualTo(Verdict.MET);
        assertThat(reached.inTime()).isEqualTo(12);
        assertThat(reached.of()).isEqualTo(12);
        assertThat(reached.left()).isEmpty();
        assertThat(reached.joined()).isEmpty();
    }

    @Test
    void r1_1_nobody_gets_a_second_ping_because_of_a_new_id() {
        reached(3);
        company.putReps(withNewIds(3));
        company.work();
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(1);
    }

    @Test
    void r5_5_a_distributor_gets_no_second_ping_because_of_a_new_id() {
        Row partner = Company.rep("partner-1").with("employment", "distributor");
        company.putReps(List.of(Company.rep("rep-001"), partner));
        PlacementId id = company.distribute(Samples.green()).id();
        company.deliverAll(id);
        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-001"), partner.with("id", "HR-1")));
        company.work();
        company.ledger.add(
                Delivery.planned(
                        new DeliveryId(id.value(), "HR-1", MailKind.NEW_LINK), company.now()));

        company.plan(id);
        company.work();
        for (String color : List.of("amber", "green")) {
            company.changePlacement.turn(id, color, null, "review", Company.PR);
            company.work();
        }

        assertThat(
                        company.mailbox.to("partner-1@sample-medtech.example").stream()
                                .map(mail -> mail.id().kind())
                                .filter(MailKind.DISTRIBUTOR_PING::equals))
                .hasSize(1);
    }

    @Test
    void r1_10_the_same_name_at_another_address_is_the_same_person() {
        PlacementId id = reached(2);
        company.putReps(
                withNewIds(2).stream()
                        .map(row -> row.with("email", row.text("id") + "@sample-medtech.example"))
                        .toList());
        company.runUntil(D);

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).of()).isEqualTo(2);
    }

    @Test
    void r1_1_a_waiting_ping_goes_out_once_and_counts() {
        company.reps(2);
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.queue.messages.clear();
        company.plan(id);
        company.advance(Duration.ofSeconds(1));
        company.putReps(withNewIds(2));
        company.work();
        company.deliverAll(id);
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(1);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).of()).isEqualTo(2);
    }

    @Test
    void r1_11_a_removed_rep_who_returns_under_a_new_id_is_not_a_new_rep() {
        PlacementId id = reached(3);
        company.putReps(List.of(Company.rep("rep-001")));
        company.advance(Duration.ofHours(1));
        company.putReps(withNewIds(3));
        company.runUntil(D);

        assertThat(company.reached(id).of()).isEqualTo(3);
        assertThat(company.reached(id).joined()).isEmpty();
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(1);
    }

    @Test
    void r1_10_a_rep_who_gets_an_earlier_id_back_is_the_same_person() {
        PlacementId id = reached(2);
        company.putReps(withNewIds(2));
        company.advance(Duration.ofHours(1));
        company.reps(2);
        company.runUntil(D);

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).of()).isEqualTo(2);
    }

    @Test
    void r1_11_corrected_addresses_and_new_reps_work_alongside_new_ids() {
        PlacementId id = reached(2);
        List<Row> more = new ArrayList<>(withNewIds(2));
        more.add(Company.rep("rep-009"));
        company.putReps(more);
        company.work();
        company.deliverAll(id);
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-009@sample-medtech.example")).hasSize(1);
        assertThat(company.reached(id).joined())
                .extracting(Reached.Missing::rep)
                .containsExactly(new RepId("rep-009"));
        assertThat(company.reached(id).of()).isEqualTo(2);
    }

    @Test
    void r5_6_a_retraction_reaches_reps_pinged_under_their_earlier_ids() {
        PlacementId id = reached(2);
        company.putReps(withNewIds(2));
        company.work();
        company.changePlacement.retract(id, "The study was withdrawn.", Company.PR);
        company.work();

        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(2);
        assertThat(company.mailbox.to("rep-002@sample-medtech.example").getLast().id())
                .isEqualTo(new DeliveryId(id.value(), "rep-002", MailKind.RETRACTION));
    }

    @Test
    void r5_8_a_link_with_an_earlier_id_still_works_and_counts_once() {
        PlacementId id = reached(1);
        String before = link(id, "rep-001");
        company.recordResponse.record(before, Map.of("choice", "read"));
        company.putReps(withNewIds(1));

        assertThat(company.recordResponse.record(before, Map.of("choice", "read")))
                .isInstanceOf(RecordResponse.Outcome.AlreadyRecorded.class);
        assertThat(company.recordResponse.record(link(id, "HR-9001"), Map.of("choice", "read")))
                .isInstanceOf(RecordResponse.Outcome.AlreadyRecorded.class);
    }

    @Test
    void missing_reps_are_reported_under_their_current_ids() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.advance(Duration.ofHours(2));
        company.putReps(withNewIds(2));
        company.runUntil(D);

        assertThat(company.showPlacement.show(id).orElseThrow().audit().reached().missing())
                .extracting(Reached.Missing::rep)
                .containsExactly(new RepId("HR-9001"), new RepId("HR-9002"));
    }

    @Test
    void r1_1_a_rep_with_a_new_id_who_leaves_and_comes_back_gets_no_second_ping() {
        PlacementId id = reached(3);
        company.putReps(withNewIds(3));
        company.advance(Duration.ofHours(1));
        company.putReps(withNewIds(3, 3));
        company.advance(Duration.ofHours(1));
        company.putReps(withNewIds(3));
        company.work();
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(1);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).of()).isEqualTo(3);
        assertThat(company.reached(id).joined()).isEmpty();
    }

    @Test
    void r1_1_a_rep_with_a_new_id_who_comes_back_under_a_third_id_gets_no_second_ping() {
        PlacementId id = reached(2);
        company.putReps(withNewIds(2));
        company.advance(Duration.ofHours(1));
        company.putReps(withNewIds(2, 2));
        company.advance(Duration.ofHours(1));
        company.putReps(
                List.of(Company.rep("rep-001").with("id", "W-1"), withNewIds(2, 2).getFirst()));
        company.work();
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(1);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).of()).isEqualTo(2);
        assertThat(company.directory.roster().idsOf(new RepId("rep-001")))
                .containsExactly(new RepId("W-1"), new RepId("HR-9001"), new RepId("rep-001"));
    }

    @Test
    void r1_1_a_rep_with_a_new_id_who_comes_back_under_the_first_id_gets_no_second_ping() {
        company.reps(2);
        company.putReps(withNewIds(2));
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        company.advance(Duration.ofHours(1));
        company.putReps(withNewIds(2, 2));
        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-001"), withNewIds(2, 2).getFirst()));
        company.work();
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(1);
        assertThat(company.reached(id).of()).isEqualTo(2);
        assertThat(company.directory.roster().idsOf(new RepId("HR-9001")))
                .containsExactly(new RepId("rep-001"), new RepId("HR-9001"));
    }

    @Test
    void r1_8_a_rep_with_a_new_id_who_leaves_after_the_deadline_counts_in_a_late_check() {
        PlacementId id = reached(2);
        company.putReps(withNewIds(2));
        company.goTo(D.plusSeconds(60));
        company.putReps(withNewIds(2, 2));
        company.goTo(D.plus(Duration.ofMinutes(9)));
        company.tick();

        assertThat(company.reached(id).left()).isEmpty();
        assertThat(company.reached(id).of()).isEqualTo(2);
    }

    @Test
    void a_returning_rep_is_not_mistaken_for_another_with_the_same_address() {
        Row other = Company.rep("rep-002").with("email", "rep-001@sample-medtech.example");
        company.putReps(List.of(Company.rep("rep-001"), other, Company.rep("rep-003")));
        company.putReps(List.of(Company.rep("rep-003")));
        company.putReps(List.of(other, Company.rep("rep-003")));

        assertThat(company.directory.roster().idsOf(new RepId("rep-002")))
                .containsExactly(new RepId("rep-002"));
    }

    @Test
    void a_removed_rep_is_recognized_by_address_for_60_days() {
        company.reps(3);
        company.putReps(List.of(Company.rep("rep-003")));
        company.advance(Duration.ofDays(59));
        company.putReps(List.of(Company.rep("rep-003"), withNewIds(1).getFirst()));
        company.advance(Duration.ofDays(2));
        company.putReps(List.of(Company.rep("rep-003"), withNewIds(1).getFirst()));
        company.putReps(
                List.of(Company.rep("rep-003"), withNewIds(1).getFirst(), withNewIds(2).getLast()));

        assertThat(company.directory.roster().idsOf(new RepId("HR-9001")))
                .containsExactly(new RepId("HR-9001"), new RepId("rep-001"));
        assertThat(company.directory.roster().idsOf(new RepId("HR-9002")))
                .containsExactly(new RepId("HR-9002"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"REFERENCE", "KIT"})
    void a_use_or_a_kit_recorded_before_and_after_a_new_id_counts_once(Purpose purpose) {
        company.reps(1);
        PlacementId id = company.distribute(Samples.green()).id();
        Map<String, String> form =
                Map.of(
                        "account", "account-1",
                        "how", "in-a-meeting",
                        "champion", "Dana Whitfield");
        company.recordResponse.record(link(purpose, id, "rep-001"), form);
        company.putReps(withNewIds(1));

        assertThat(company.recordResponse.record(link(purpose, id, "HR-9001"), form))
                .isInstanceOf(RecordResponse.Outcome.AlreadyRecorded.class);
        assertThat(company.responses.thatCount(id)).hasSize(1);
    }

    @Test
    void r1_10_ops_is_told_at_once_if_no_recipient_is_left_on_the_roster() {
        PlacementId id = reached(2);
        company.putReps(List.of(Company.rep("rep-101"), Company.rep("rep-102")));
        company.work();

        assertThat(alarms()).containsExactly(Company.OPS);

        company.runUntil(D);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.VOID);
        assertThat(alarms()).containsExactly(Company.OPS);
    }

    @Test
    void r1_10_ops_is_told_about_a_void_verdict_even_if_the_roster_message_was_lost() {
        PlacementId id = reached(2);
        company.putReps(List.of(Company.rep("rep-101"), Company.rep("rep-102")));
        company.queue.errands.clear();
        company.runUntil(D);
        company.work();

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.VOID);
        assertThat(alarms()).containsExactly(Company.OPS);
    }

    @Test
    void r1_10_the_alarm_about_a_void_verdict_waits_while_the_mail_system_is_down() {
        PlacementId id = reached(2);
        company.putReps(List.of(Company.rep("rep-101"), Company.rep("rep-102")));
        company.queue.errands.clear();
        company.mailbox.down(true);
        company.goTo(D);
        company.tick();
        company.runNextErrandOf(Errand.NobodyLeft.class);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.VOID);
        assertThat(alarms()).isEmpty();

        company.mailbox.down(false);
        company.runUntil(D.plus(Duration.ofHours(1)));

        assertThat(alarms()).containsExactly(Company.OPS);
    }

    private String link(PlacementId id, String rep) {
        return link(Purpose.ACKNOWLEDGE, id, rep);
    }

    private String link(Purpose purpose, PlacementId id, String rep) {
        return company.tokens.sign(
                new Link(purpose, id, rep, company.now().plus(Duration.ofDays(9))));
    }

    private List<String> alarms() {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == MailKind.NO_ACTIVE_REP)
                .map(mail -> mail.to())
                .toList();
    }

    private PlacementId reached(int reps) {
        company.reps(reps);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        company.advance(Duration.ofHours(2));
        return id;
    }

    private static List<Row> withNewIds(int reps) {
        return withNewIds(1, reps);
    }

    private static List<Row> withNewIds(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i ->
                        Company.rep("rep-%03d".formatted(i))
                                .with("id", "HR-%d".formatted(9000 + i)))
                .toList();
    }
}
