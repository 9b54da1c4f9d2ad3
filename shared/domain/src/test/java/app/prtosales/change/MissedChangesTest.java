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
import app.prtosales.tick.WatchLists;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R5.5, R5.6: a rep who got the ping but could not get the email about a change gets it as soon as
/// that is possible: once back on the roster, or at an address that works.
class MissedChangesTest {

    private static final String REP = "rep-002@sample-medtech.example";
    private static final String OTHER = "other@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r5_6_a_rep_who_was_away_during_a_correction_gets_it_when_back() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");
        assertThat(to(REP)).isEmpty();

        comeBack();

        assertThat(to(REP)).extracting(OutgoingMail::text).containsExactly("not Better\nBetter");
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_6_a_rep_who_comes_back_twice_is_told_once() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");

        comeBack();
        leave();
        comeBack();

        assertThat(to(REP)).hasSize(1);
    }

    @Test
    void r5_6_a_rep_who_was_away_during_a_retraction_is_told_when_back() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        scenario.later();

        comeBack();

        assertThat(to(REP))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.RETRACTION);
    }

    @Test
    void r5_5_a_rep_who_was_away_while_it_turned_red_is_told_when_back() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.turn(id, "green");
        scenario.turn(id, "red");

        comeBack();

        assertThat(to(REP)).extracting(OutgoingMail::text).containsExactly("red");
    }

    @Test
    void r5_5_a_change_back_to_the_color_that_the_rep_knows_is_not_emailed() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.turn(id, "green");
        scenario.turn(id, "amber");

        comeBack();

        assertThat(to(REP)).isEmpty();
    }

    @Test
    void r5_5_a_change_to_green_that_a_rep_missed_is_not_emailed_once_the_story_has_expired() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.turn(id, "green");
        changed(change.renew(id, "2026-06-26", "replaced", Company.PR));
        company.runUntil(company.now().plus(Duration.ofDays(5)));

        comeBack();

        assertThat(to(REP)).isEmpty();
    }

    @Test
    void r5_6_everything_that_a_rep_missed_comes_in_one_email() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");
        scenario.turn(id, "red");
        scenario.correct(id, "Best");

        comeBack();

        assertThat(to(REP))
                .extracting(OutgoingMail::text)
                .containsExactly("not Better\nnot Best\nred, was amber\nBest");
    }

    @Test
    void r5_6_a_rep_who_got_no_ping_gets_no_correction() {
        PlacementId id = scenario.delivered();
        company.runUntil(ChangeScenario.D.plus(Duration.ofHours(1)));
        scenario.correct(id, "Better");

        company.reps(4);
        scenario.later();

        assertThat(to("rep-004@sample-medtech.example")).isEmpty();
    }

    @Test
    void r5_6_months_later_a_rep_who_was_away_is_still_told() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");
        company.runUntil(company.now().plus(Duration.ofDays(120)));

        comeBack();

        assertThat(to(REP)).hasSize(1);
    }

    @Test
    void r5_6_a_rep_who_is_back_under_a_new_id_is_told() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");

        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-009").with("email", REP),
                        Company.rep("rep-003")));
        scenario.later();

        assertThat(to(REP)).hasSize(1);
    }

    @Test
    void r5_5_a_distributor_who_was_away_is_told_when_back() {
        scenario.withDistributors(true);
        PlacementId id = company.distribute(Samples.green()).id();
        company.deliver(
                new DeliveryId(id.value(), "partner-2", MailKind.DISTRIBUTOR_PING), company.now());
        scenario.withDistributors(false);
        scenario.turn(id, "amber");

        scenario.withDistributors(true);
        scenario.later();

        assertThat(to("partner-2@sample-distributor.example"))
                .extracting(OutgoingMail::text)
                .containsExactly("amber");
    }

    @Test
    void r5_6_a_rep_whose_return_no_message_reported_is_found_within_a_day() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");
        company.putReps(ChangeScenario.team(Company.rep("rep-002")));
        company.queue.errands.clear();
        WatchLists watch = new WatchLists(company.queue, company::now);

        for (int minute = 0; minute < 24 * 60; minute++) {
            company.advance(Duration.ofMinutes(1));
            watch.tick();
            company.tick();
            company.work();
        }

        assertThat(to(REP)).hasSize(1);
    }

    @Test
    void i9_a_repeated_email_is_queued_again_until_it_is_out() {
        beingRepeated();
        company.queue.messages.clear();

        scenario.later();

        assertThat(to(REP)).hasSize(1);
    }

    @Test
    void r1_11_a_rep_who_leaves_again_before_the_email_is_out_gets_it_when_back() {
        beingRepeated();
        leave();
        assertThat(to(REP)).isEmpty();

        comeBack();

        assertThat(to(REP)).hasSize(1);
    }

    @Test
    void r5_6_a_retraction_replaces_a_correction_that_still_had_to_be_repeated() {
        PlacementId id = beingRepeated();
        changed(change.retract(id, "the study was withdrawn", Company.PR));

        scenario.later();

        assertThat(to(REP))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.RETRACTION);
    }

    @Test
    void r1_12_a_correction_that_bounced_goes_to_the_corrected_address() {
        PlacementId id = scenario.delivered();
        scenario.correct(id, "Better");
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION), company.now());
        scenario.later();
        assertThat(to(REP)).hasSize(1);

        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("email", OTHER)));
        scenario.later();
        scenario.later();

        assertThat(to(OTHER)).extracting(OutgoingMail::text).containsExactly("not Better\nBetter");
    }

    @Test
    void r1_12_a_correction_withheld_from_an_address_goes_out_once_the_address_works_again() {
        PlacementId id = scenario.delivered();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        scenario.correct(id, "Better");
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION), company.now());
        scenario.correct(id, "Best");
        assertThat(to(REP)).hasSize(1);

        company.advance(Duration.ofMinutes(1));
        company.addressesWorkAgain();
        scenario.later();

        assertThat(to(REP)).hasSize(2);
        assertThat(to(REP).getLast().text()).isEqualTo("not Better\nnot Best\nBest");
        assertThat(to("rep-001@sample-medtech.example")).isEmpty();
    }

    @Test
    void r1_12_a_correction_that_bounced_goes_to_the_second_address_within_minutes() {
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("secondEmail", OTHER)));
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        scenario.correct(id, "Better");
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION), company.now());

        company.work();
        company.tick();
        company.work();

        assertThat(to(OTHER)).extracting(OutgoingMail::text).containsExactly("not Better\nBetter");
        assertThat(company.toldOps())
                .containsExactly(
                        "The correction: Sample rep-002: bounced: 550 5.1.1 user unknown. We’re trying their second address now.");
    }

    @Test
    void r1_12_an_address_that_bounces_every_time_gets_no_further_email_automatically() {
        PlacementId id = scenario.delivered();
        scenario.correct(id, "Better");
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION), company.now());

        comeBack();
        comeBack();

        assertThat(to(REP)).hasSize(1);
        assertThat(company.toldOps())
                .containsExactly(
                        "The correction: Sample rep-002: bounced: 550 5.1.1 user unknown. They still rely on our earlier email, so tell them yourself. Once you fix their address in the list of reps, or mark it as working, we’ll send it too.");
    }

    @Test
    void r1_12_ops_is_told_about_each_kind_of_change_that_did_not_arrive() {
        PlacementId id = scenario.delivered();
        scenario.correct(id, "Better");
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION), company.now());
        scenario.later();
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("email", OTHER)));
        scenario.later();
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        scenario.later();

        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.RETRACTION), company.now());
        scenario.later();

        assertThat(company.toldOps())
                .extracting(told -> told.substring(0, told.indexOf(':')))
                .containsExactly("The correction", "The retraction");
    }

    @Test
    void r1_12_a_rep_who_marked_the_correction_as_spam_does_not_get_it_again() {
        PlacementId id = scenario.delivered();
        scenario.correct(id, "Better");
        company.recordFeedback.record(
                new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION),
                new SesEvent.Complained(
                        "ses-x",
                        company.now(),
                        company.mailbox.sentTo(Company.ping(id, "rep-002"))));
        company.advance(Duration.ofMinutes(1));
        company.addressesWorkAgain();
        scenario.later();

        assertThat(to(REP)).hasSize(1);
    }

    /// A rep is back, and the email about the missed correction is queued.
    private PlacementId beingRepeated() {
        PlacementId id = scenario.delivered();
        leave();
        scenario.correct(id, "Better");
        company.putReps(ChangeScenario.team(Company.rep("rep-002")));
        while (!company.queue.errands.isEmpty()) {
            company.runNextErrand();
        }
        company.followUp(id);
        return id;
    }

    private void leave() {
        company.advance(Duration.ofMinutes(1));
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("active", "false")));
        company.work();
    }

    private void comeBack() {
        company.advance(Duration.ofMinutes(1));
        company.putReps(ChangeScenario.team(Company.rep("rep-002")));
        scenario.later();
    }

    /// The emails to this address other than pings.
    private List<OutgoingMail> to(String address) {
        return company.mailbox.to(address).stream()
                .filter(mail ->
                        !mail.id().kind().isPing() && mail.id().kind() != MailKind.DISTRIBUTOR_PING)
                .toList();
    }
}
