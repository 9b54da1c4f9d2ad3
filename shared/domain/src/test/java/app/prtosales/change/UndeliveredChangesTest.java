package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SesEvent;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R1.12: what ops is told about an email about a change that did not arrive: whether the rep gets
/// it at another address, or ops has to tell them.
class UndeliveredChangesTest {

    private static final String SECOND = "second@home.example";
    private static final String TRIED = "We’re trying their second address now.";
    private static final String RELIES = "They still rely on our earlier email";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r1_12_a_correction_sent_to_the_second_address_meanwhile_is_reported_as_tried_there() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        bounce(id, "rep-001", MailKind.CORRECTION);
        company.work();

        bounce(id, "rep-002", MailKind.CORRECTION);
        company.runNextErrand();
        sendWhatIsDue();
        assertThat(to(SECOND)).hasSize(1);
        company.work();

        assertThat(company.toldOps()).last().asString().contains("Sample rep-002").endsWith(TRIED);
    }

    @Test
    void r1_12_a_correction_about_to_go_to_the_second_address_is_reported_as_tried_there() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        bounce(id, "rep-001", MailKind.CORRECTION);
        company.work();

        bounce(id, "rep-002", MailKind.CORRECTION);
        company.runNextErrand();
        company.followUp(id);
        company.queue.messages.clear();
        company.work();

        assertThat(to(SECOND)).isEmpty();
        assertThat(company.toldOps()).last().asString().contains("Sample rep-002").endsWith(TRIED);
    }

    @Test
    void r1_12_an_email_to_another_reps_second_address_does_not_inform_this_rep() {
        PlacementId id = delivered(atTwoAddresses("rep-001"), Company.rep("rep-002"));
        scenario.correct(id, "Better");
        bounce(id, "rep-001", MailKind.CORRECTION);
        company.work();
        sendWhatIsDue();
        assertThat(to(SECOND)).hasSize(1);

        bounce(id, "rep-002", MailKind.CORRECTION);
        company.work();

        assertThat(company.toldOps()).last().asString().contains("Sample rep-002").contains(RELIES);
    }

    @Test
    void r1_12_a_correction_on_its_way_to_another_rep_does_not_tell_one_with_a_working_address() {
        PlacementId id = delivered(atTwoAddresses("rep-001"), Company.rep("rep-002"));
        scenario.correct(id, "Better");
        bounce(id, "rep-001", MailKind.CORRECTION);
        company.work();

        bounceForNow(id);
        company.work();

        assertThat(company.toldOps()).last().asString().contains("Sample rep-002").contains(RELIES);
    }

    @Test
    void r1_12_a_correction_that_arrived_at_neither_address_leaves_the_rep_to_ops() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        bounce(id, "rep-002", MailKind.CORRECTION);
        company.work();
        scenario.later();
        OutgoingMail again = to(SECOND).getFirst();

        company.bounce(again.id(), company.now());
        scenario.later();

        assertThat(company.toldOps()).hasSize(2).last().asString().contains(RELIES);
        assertThat(to(SECOND)).hasSize(1);
    }

    @Test
    void r1_12_a_correction_withheld_from_both_addresses_is_not_reported_as_tried() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        bounce(id, "rep-002", MailKind.CORRECTION);
        company.work();
        scenario.later();
        company.bounce(to(SECOND).getFirst().id(), company.now());
        scenario.later();

        scenario.correct(id, "Best");

        assertThat(company.toldOps()).hasSize(3).last().asString().contains(RELIES);
    }

    @Test
    void r1_12_the_only_reader_gets_a_bounced_correction_at_the_second_address() {
        company.putReps(List.of(atTwoAddresses("rep-001")));
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        scenario.correct(id, "Better");
        bounce(id, "rep-001", MailKind.CORRECTION);

        scenario.later();

        assertThat(to(SECOND)).extracting(OutgoingMail::text).containsExactly("not Better\nBetter");
    }

    @Test
    void r1_12_a_rep_who_joined_after_an_earlier_correction_relies_on_the_ping() {
        PlacementId id = delivered(Company.rep("rep-001"), Company.rep("rep-002"));
        scenario.correct(id, "Better");
        company.reps(4);
        scenario.later();
        company.deliverAll(id);
        scenario.correct(id, "Best");

        company.bounce(
                new DeliveryId(id.value(), "rep-004", MailKind.CORRECTION, 2), company.now());
        company.work();

        assertThat(company.toldOps()).singleElement().asString().contains(RELIES);
    }

    @Test
    void r1_12_a_later_correction_at_the_second_address_tells_what_an_earlier_one_said() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        scenario.correct(id, "Best");
        bounce(id, "rep-001", MailKind.CORRECTION);
        company.work();

        bounce(id, "rep-002", MailKind.CORRECTION);
        company.bounce(
                new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION, 2), company.now());
        company.runNextErrand();
        company.runNextErrand();
        sendWhatIsDue();
        assertThat(to(SECOND)).hasSize(1);
        company.work();

        assertThat(company.toldOps().subList(1, company.toldOps().size()))
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told).contains(TRIED).doesNotContain(RELIES));
    }

    @Test
    void r1_12_corrections_that_bounced_together_are_about_to_reach_the_second_address() {
        bouncedTogether();

        company.runNextErrandOf(Errand.Undelivered.class);

        assertThat(to(SECOND)).isEmpty();
        assertAllAreTried();
    }

    @Test
    void r1_12_corrections_on_their_way_to_the_second_address_in_one_email_are_both_tried() {
        PlacementId id = bouncedTogether();
        company.followUp(id);

        company.runNextErrandOf(Errand.Undelivered.class);

        assertThat(to(SECOND)).isEmpty();
        assertAllAreTried();
    }

    @Test
    void r1_12_a_color_that_bounced_with_an_earlier_correction_goes_out_with_it() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        scenario.turn(id, "red");
        bounce(id, "rep-002", MailKind.CORRECTION);
        bounce(id, "rep-002", MailKind.TURN);

        company.runNextErrandOf(Errand.Undelivered.class);

        assertAllAreTried();
    }

    @Test
    void r1_12_a_color_that_bounced_together_with_the_next_one_is_tried_with_it() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.turn(id, "green");
        scenario.turn(id, "red");
        bounce(id, "rep-002", MailKind.TURN);
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.TURN, 2), company.now());

        company.runNextErrandOf(Errand.Undelivered.class);

        assertAllAreTried();
    }

    @Test
    void r1_12_a_correction_that_bounced_needs_nobody_once_the_retraction_is_on_its_way() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        bounce(id, "rep-002", MailKind.CORRECTION);
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        sendWhatIsDue();
        assertThat(to(SECOND)).hasSize(1);

        company.runNextErrandOf(Errand.Undelivered.class);

        assertAllAreTried();
    }

    @Test
    void r1_12_a_color_sent_to_the_second_address_stays_told_once_a_later_one_replaced_it() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.turn(id, "green");
        bounce(id, "rep-001", MailKind.TURN);
        company.work();

        bounce(id, "rep-002", MailKind.TURN);
        company.runNextErrand();
        sendWhatIsDue();
        assertThat(to(SECOND)).hasSize(1);
        changed(change.turn(id, "red", null, "sensitive", Company.PR));
        company.advance(Duration.ofMinutes(2));
        company.runNextErrandOf(Errand.Undelivered.class);

        assertThat(company.toldOps()).last().asString().contains("Sample rep-002").endsWith(TRIED);
    }

    @Test
    void r1_12_a_color_on_its_way_does_not_tell_the_correction_that_did_not_arrive() {
        PlacementId id = delivered(Company.rep("rep-001"), Company.rep("rep-002"));
        scenario.correct(id, "Better");
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("active", "false")));
        scenario.turn(id, "red");
        company.putReps(ChangeScenario.team(Company.rep("rep-002")));

        bounceForNow(id);
        company.runNextErrandOf(Errand.Undelivered.class);

        assertThat(company.find(id).changes().pending()).hasSize(1);
        assertThat(company.toldOps()).singleElement().asString().contains(RELIES);
    }

    /// Two corrections whose emails to the second rep bounced at the same time.
    private PlacementId bouncedTogether() {
        PlacementId id = delivered(Company.rep("rep-001"), atTwoAddresses("rep-002"));
        scenario.correct(id, "Better");
        scenario.correct(id, "Best");
        bounce(id, "rep-002", MailKind.CORRECTION);
        company.bounce(
                new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION, 2), company.now());
        return id;
    }

    private void assertAllAreTried() {
        assertThat(company.toldOps())
                .filteredOn(told -> told.contains("Sample rep-002"))
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told).contains(TRIED).doesNotContain(RELIES));
    }

    private PlacementId delivered(Row first, Row second) {
        company.putReps(List.of(first, second, Company.rep("rep-003")));
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        return id;
    }

    private static Row atTwoAddresses(String rep) {
        return Company.rep(rep).with("secondEmail", SECOND);
    }

    private void bounce(PlacementId id, String rep, MailKind kind) {
        company.bounce(new DeliveryId(id.value(), rep, kind), company.now());
    }

    /// The second rep's correction does not arrive, although the address may work.
    private void bounceForNow(PlacementId id) {
        DeliveryId mail = new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION);
        company.recordFeedback.record(
                mail,
                new SesEvent.Bounced(
                        "ses-" + mail,
                        company.now(),
                        false,
                        "the server did not answer",
                        company.mailbox.sentTo(mail)));
    }

    /// Sends what the changes need, while the errands wait.
    private void sendWhatIsDue() {
        company.tick();
        while (!company.queue.messages.isEmpty()) {
            company.workOnce();
        }
    }

    private List<OutgoingMail> to(String address) {
        return company.mailbox.to(address).stream()
                .filter(mail -> !mail.id().kind().isPing())
                .toList();
    }
}
