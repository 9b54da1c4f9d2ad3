package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R5.4, R5.5: reps who become distributors, distributors who become employees, and distributors
/// who join: one story, one ping.
class EmploymentChangesTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final String REP = "rep-002@sample-medtech.example";

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void r5_4_an_employee_who_becomes_a_distributor_gets_no_second_ping_when_it_turns_green() {
        put(employee());
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        put(distributor());

        green(id);

        assertThat(mailed()).containsExactly(MailKind.PING, MailKind.TURN);
    }

    @Test
    void r5_4_an_employee_who_becomes_a_distributor_gets_no_second_ping_of_a_green_story() {
        put(employee());
        PlacementId id = company.distribute(Samples.green()).id();
        put(distributor());
        company.plan(id);
        later();

        assertThat(mailed()).containsExactly(MailKind.PING);
    }

    @Test
    void
            r5_5_an_employee_who_becomes_a_distributor_before_the_ping_is_sent_gets_a_distributors_ping() {
        put(employee());
        company.submit(Samples.green());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.plan(id);
        company.queue.messages.clear();
        put(distributor());
        later();

        assertThat(mailed()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r5_4_a_distributor_who_becomes_an_employee_gets_no_second_ping() {
        put(distributor());
        company.distribute(Samples.green());

        put(employee());
        later();

        assertThat(mailed()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r1_11_a_distributor_who_becomes_an_employee_gets_what_did_not_arrive_before() {
        put(distributor());
        PlacementId id = company.distribute(Samples.green()).id();
        company.bounce(
                new DeliveryId(id.value(), "rep-002", MailKind.DISTRIBUTOR_PING), company.now());

        put(employee().with("email", "other@sample-medtech.example"));
        later();

        assertThat(company.mailbox.to("other@sample-medtech.example"))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.PING);
    }

    @Test
    void r1_11_a_distributor_who_becomes_an_employee_gets_an_amber_story_within_the_24_hours() {
        put(distributor());
        company.distribute(Samples.submission());

        put(employee());

        assertThat(mailed()).containsExactly(MailKind.PING);
    }

    @Test
    void r5_5_a_distributor_who_joins_within_the_24_hours_gets_a_green_story_once() {
        put();
        company.distribute(Samples.green());
        company.advance(Duration.ofHours(2));

        put(distributor());
        put(distributor());
        later();

        assertThat(mailed()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r5_5_an_employee_whom_nothing_reached_gets_the_ping_as_a_distributor() {
        put(employee());
        PlacementId id = company.distribute(Samples.submission()).id();
        company.advance(Duration.ofMinutes(1));
        company.changePlacement.turn(id, "green", null, "legal cleared it", Company.PR);
        company.work();
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.TURN), company.now());
        company.bounce(Company.ping(id, "rep-002"), company.now());
        assertThat(mailed()).containsExactly(MailKind.PING, MailKind.TURN);

        put(distributor().with("email", "other@sample-medtech.example"));

        assertThat(company.mailbox.to("other@sample-medtech.example"))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r5_5_a_distributor_who_joins_gets_no_amber_story() {
        put();
        company.distribute(Samples.submission());

        put(distributor());

        assertThat(mailed()).isEmpty();
    }

    @Test
    void r5_5_a_distributor_who_joins_after_the_24_hours_gets_no_ping() {
        put();
        company.distribute(Samples.green());
        company.runUntil(P.plus(Duration.ofHours(25)));

        put(distributor());
        later();

        assertThat(mailed()).isEmpty();
    }

    @Test
    void i9_a_new_distributors_ping_whose_message_was_lost_goes_out_later() {
        put();
        company.distribute(Samples.green());
        company.runUntil(company.now().plus(Duration.ofHours(1)));
        company.putReps(List.of(Company.rep("rep-001"), distributor()));
        company.runNextErrandOf(Errand.RosterChanged.class);
        company.queue.messages.clear();

        later();

        assertThat(mailed()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r1_11_a_distributor_who_left_before_the_ping_was_sent_gets_it_when_back() {
        put(distributor());
        company.submit(Samples.green());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.plan(id);
        company.advance(Duration.ofSeconds(1));
        put();
        assertThat(mailed()).isEmpty();

        put(distributor());

        assertThat(mailed()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    private void green(PlacementId id) {
        company.changePlacement.turn(id, "green", null, "legal cleared it", Company.PR);
        company.work();
        later();
    }

    /// Everyone on the roster besides one rep who stays.
    private void put(Row... others) {
        company.advance(Duration.ofMinutes(1));
        company.putReps(
                others.length == 0
                        ? List.of(Company.rep("rep-001"))
                        : List.of(Company.rep("rep-001"), others[0]));
        company.work();
    }

    private static Row employee() {
        return Company.rep("rep-002");
    }

    private static Row distributor() {
        return Company.rep("rep-002").with("employment", "distributor");
    }

    private void later() {
        company.runUntil(company.now().plus(Duration.ofHours(1)));
        company.run(new Errand.CatchUp());
        company.work();
    }

    private List<MailKind> mailed() {
        return company.mailbox.to(REP).stream()
                .map(OutgoingMail::id)
                .map(DeliveryId::kind)
                .toList();
    }
}
