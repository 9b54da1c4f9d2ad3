package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R5.5, R5.6: what a rep missed depends on which of our emails arrived.
class NeverToldTest {

    private static final String OTHER = "other@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r5_6_a_rep_whom_no_ping_reached_gets_only_the_ping_at_the_corrected_address() {
        PlacementId id = distributed();
        scenario.correct(id, "Better");
        bounce(id, MailKind.PING);
        bounce(id, MailKind.CORRECTION);

        fixAddress();

        assertThat(kinds(OTHER)).containsExactly(MailKind.PING);
    }

    @Test
    void r5_6_after_the_deadline_a_rep_whom_no_ping_reached_gets_no_correction() {
        PlacementId id = distributed();
        scenario.correct(id, "Better");
        bounce(id, MailKind.PING);
        bounce(id, MailKind.CORRECTION);
        company.runUntil(ChangeScenario.D.plus(Duration.ofHours(1)));

        fixAddress();

        assertThat(kinds(OTHER)).isEmpty();
    }

    @Test
    void r5_5_after_the_deadline_a_rep_whom_no_ping_reached_gets_no_change_of_color() {
        PlacementId id = distributed();
        scenario.turn(id, "green");
        bounce(id, MailKind.PING);
        bounce(id, MailKind.TURN);
        company.runUntil(ChangeScenario.D.plus(Duration.ofHours(1)));

        fixAddress();

        assertThat(kinds(OTHER)).isEmpty();
    }

    @Test
    void r5_6_a_rep_whom_no_ping_reached_gets_no_retraction() {
        PlacementId id = distributed();
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        scenario.later();
        bounce(id, MailKind.PING);
        bounce(id, MailKind.RETRACTION);

        fixAddress();

        assertThat(kinds(OTHER)).isEmpty();
    }

    @Test
    void r5_6_a_rep_who_gets_the_ping_at_the_second_address_gets_no_correction() {
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("secondEmail", OTHER)));
        PlacementId id = company.distribute(Samples.submission()).id();
        scenario.correct(id, "Better");
        bounce(id, MailKind.PING);
        bounce(id, MailKind.CORRECTION);

        scenario.later();

        assertThat(kinds(OTHER)).containsExactly(MailKind.PING_SECOND);
    }

    @Test
    void r1_12_ops_is_not_asked_to_correct_what_a_rep_never_got() {
        PlacementId id = distributed();
        scenario.correct(id, "Better");
        bounce(id, MailKind.PING);
        scenario.later();

        bounce(id, MailKind.CORRECTION);
        scenario.later();

        assertThat(company.toldOps().getLast())
                .isEqualTo(
                        "The correction: Sample rep-002: bounced: 550 5.1.1 user unknown. The coverage email didn’t reach them either, so they have nothing to correct.");
    }

    @Test
    void r5_6_a_correction_goes_to_the_second_address_where_the_ping_arrived() {
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("secondEmail", OTHER)));
        PlacementId id = company.distribute(Samples.submission()).id();
        bounce(id, MailKind.PING);
        scenario.later();
        company.deliver(Company.secondPing(id, "rep-002"), company.now());

        scenario.correct(id, "Better");

        assertThat(kinds(OTHER)).containsExactly(MailKind.PING_SECOND, MailKind.CORRECTION);
    }

    @Test
    void
            r5_5_a_rep_who_learned_at_the_second_address_that_it_is_green_is_told_that_it_no_longer_is() {
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("secondEmail", OTHER)));
        PlacementId id = company.distribute(Samples.submission()).id();
        bounce(id, MailKind.PING);
        scenario.turn(id, "green");
        company.deliver(Company.secondPing(id, "rep-002"), company.now());
        company.putReps(
                ChangeScenario.team(
                        Company.rep("rep-002").with("secondEmail", OTHER).with("active", "false")));
        scenario.later();
        scenario.turn(id, "amber");

        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("secondEmail", OTHER)));
        scenario.later();

        assertThat(kinds(OTHER)).containsExactly(MailKind.PING_SECOND, MailKind.TURN);
    }

    @Test
    void r5_6_a_rep_who_was_away_for_days_is_told_about_a_story_from_last_year() {
        PlacementId id = scenario.delivered();
        company.runUntil(company.now().plus(Duration.ofDays(300)));
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("active", "false")));
        scenario.later();
        scenario.correct(id, "Better");

        fixAddress();

        assertThat(kinds(OTHER)).containsExactly(MailKind.CORRECTION);
    }

    @Test
    void r5_6_a_change_from_more_than_half_a_year_ago_is_not_emailed() {
        PlacementId id = scenario.delivered();
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("active", "false")));
        scenario.later();
        scenario.correct(id, "Better");
        company.runUntil(company.now().plus(Duration.ofDays(181)));

        fixAddress();

        assertThat(kinds(OTHER)).isEmpty();
    }

    @Test
    void r1_12_ops_is_told_what_comes_after_this_correction_and_not_after_another() {
        PlacementId id = scenario.delivered();
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("active", "false")));
        scenario.later();
        scenario.correct(id, "Better");
        company.putReps(ChangeScenario.team(Company.rep("rep-002")));
        scenario.later();
        scenario.correct(id, "Best");

        company.bounce(
                new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION, 2), company.now());
        scenario.later();

        assertThat(company.toldOps().getLast()).contains("They still rely on our earlier email");
    }

    @Test
    void r1_12_ops_is_told_that_the_address_was_fixed_in_the_meantime() {
        PlacementId id = scenario.delivered();
        scenario.correct(id, "Better");
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("email", OTHER)));

        bounce(id, MailKind.CORRECTION);
        scenario.later();

        assertThat(company.toldOps().getLast())
                .endsWith("We’re trying the address that’s in the list of reps now.");
    }

    @Test
    void r1_12_a_rep_who_marked_an_email_as_spam_gets_nothing_at_the_second_address() {
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("secondEmail", OTHER)));
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        company.recordFeedback.record(
                Company.ping(id, "rep-002"),
                new SesEvent.Complained(
                        "ses-x",
                        company.now(),
                        company.mailbox.sentTo(Company.ping(id, "rep-002"))));

        scenario.correct(id, "Better");

        assertThat(kinds(OTHER)).isEmpty();
    }

    private PlacementId distributed() {
        company.reps(3);
        return company.distribute(Samples.submission()).id();
    }

    private void bounce(PlacementId id, MailKind kind) {
        company.bounce(new DeliveryId(id.value(), "rep-002", kind), company.now());
    }

    private void fixAddress() {
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("email", OTHER)));
        scenario.later();
    }

    private List<MailKind> kinds(String address) {
        return company.mailbox.to(address).stream()
                .map(OutgoingMail::id)
                .map(DeliveryId::kind)
                .toList();
    }
}
