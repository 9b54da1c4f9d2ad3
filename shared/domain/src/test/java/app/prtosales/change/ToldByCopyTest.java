package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.6: whoever was told about a story is told of its corrections and its retraction, once, also
/// if the email was about a copy that was merged into the story.
class ToldByCopyTest {

    private static final String COPY = "https://www.syndicated.example/story";
    private static final String BOTH = "rep-001@sample-medtech.example";
    private static final String ONLY_THE_COPY = "rep-002@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;
    private PlacementId id = new PlacementId("not-yet");

    /// The first rep gets an email about the story; a second one joins after its deadline.
    @BeforeEach
    void distribute() {
        id = scenario.deliveredBeforeSecondRep();
    }

    @Test
    void r5_6_a_correction_goes_to_those_who_got_only_the_copys_email_too() {
        merged();

        correct();

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(BOTH, ONLY_THE_COPY);
    }

    @Test
    void r5_6_a_retraction_goes_to_those_who_got_only_the_copys_email_too() {
        merged();

        retract();

        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(BOTH, ONLY_THE_COPY);
    }

    @Test
    void r5_5_a_change_of_color_goes_to_those_who_got_only_the_copys_email_too() {
        merged();

        turn("red");

        assertThat(scenario.mailed(MailKind.TURN)).containsExactly(BOTH, ONLY_THE_COPY);
    }

    @Test
    void r5_6_a_rep_who_got_two_copies_emails_is_told_once() {
        merged();
        String wire = "https://wire.example/story";
        scenario.deliveredCopy(wire);
        scenario.attach(id, wire);

        retract();

        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(BOTH, ONLY_THE_COPY);
    }

    @Test
    void r5_6_a_rep_who_got_the_copys_email_under_a_new_id_is_told_once() {
        company.putReps(
                List.of(Company.rep("rep-001").with("id", "HR-9001"), Company.rep("rep-002")));
        merged();

        retract();

        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(BOTH, ONLY_THE_COPY);
    }

    @Test
    void r5_6_a_correction_from_before_the_merge_is_not_about_the_copy() {
        scenario.deliveredCopy(COPY);
        correct();
        scenario.attach(id, COPY);
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(BOTH);
    }

    @Test
    void r5_6_a_rep_whom_the_copys_email_did_not_reach_gets_no_correction() {
        PlacementId copy = company.distribute(ChangeScenario.copy(Samples.green(), COPY)).id();
        company.bounce(Company.ping(copy, "rep-002"), company.now());
        scenario.attach(id, COPY);

        correct();

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(BOTH);
    }

    @Test
    void r5_6_a_retraction_waits_until_it_is_known_whether_the_copys_email_went_out() {
        company.mailbox.silent(true);
        PlacementId copy = company.distribute(ChangeScenario.copy(Samples.green(), COPY)).id();
        company.mailbox.silent(false);
        scenario.attach(id, COPY);
        retract();
        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(BOTH);

        company.deliver(Company.ping(copy, "rep-002"), company.now());
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(BOTH, ONLY_THE_COPY);
    }

    @Test
    void r5_6_a_rep_whose_email_about_the_copy_proves_delivered_hours_later_is_told_too() {
        company.mailbox.silent(true);
        PlacementId copy = company.distribute(ChangeScenario.copy(Samples.green(), COPY)).id();
        company.mailbox.silent(false);
        scenario.attach(id, COPY);
        retract();
        company.runUntil(company.now().plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(BOTH);

        company.deliver(Company.ping(copy, "rep-001"), company.now());
        company.deliver(Company.ping(copy, "rep-002"), company.now());
        company.deliver(Company.ping(copy, "rep-002"), company.now());
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(BOTH, ONLY_THE_COPY);
    }

    @Test
    void r5_5_a_distributor_who_got_only_the_copys_email_is_not_told_twice_that_it_is_green() {
        scenario.withDistributors();
        scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        turn("amber");
        assertThat(scenario.mailed(MailKind.TURN)).hasSize(4);

        turn("green");

        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1))
                .containsExactly("partner-1");
        assertThat(scenario.recipients(id, MailKind.TURN, 2)).doesNotContain("partner-1");
    }

    @Test
    void r5_4_a_rep_who_read_the_copy_and_is_a_distributor_now_gets_one_email_about_green() {
        merged();
        employed("distributor");
        turn("amber");

        turn("green");

        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1))
                .containsExactly("rep-002");
        assertThat(scenario.recipients(id, MailKind.TURN, 2)).containsExactly("rep-001");
    }

    @Test
    void r5_5_a_distributor_who_read_the_copy_and_is_an_employee_now_is_told_that_it_is_green() {
        employed("distributor");
        scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
        employed("employee");
        turn("amber");

        turn("green");

        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1)).isEmpty();
        assertThat(scenario.recipients(id, MailKind.TURN, 2)).containsExactly("rep-001", "rep-002");
    }

    @Test
    void r5_5_a_rep_told_that_it_is_green_who_becomes_a_distributor_then_is_told_if_it_bounced() {
        merged();
        turn("amber");
        turn("green");
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.TURN, 2), company.now());

        company.advance(Duration.ofMinutes(1));
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002")
                                .with("employment", "distributor")
                                .with("email", "other@sample-medtech.example")));
        scenario.later();

        assertThat(company.mailbox.to("other@sample-medtech.example"))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.TURN);
    }

    @Test
    void r5_5_a_distributor_who_read_the_copy_and_was_away_at_green_is_told_when_back() {
        employed("distributor");
        scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
        turn("amber");
        company.putReps(List.of(Company.rep("rep-001")));
        company.work();
        turn("green");
        scenario.later();

        employed("distributor");
        scenario.later();

        assertThat(company.mailbox.to(ONLY_THE_COPY))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.DISTRIBUTOR_PING, MailKind.TURN, MailKind.TURN);
    }

    @Test
    void r5_4_a_copys_reader_gets_one_email_if_green_comes_with_a_correction() {
        merged();
        employed("distributor");
        turn("amber");

        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "Better", "forwardability", "green"),
                                null,
                                null,
                                "cleared"),
                        Company.PR));
        scenario.later();

        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1))
                .containsExactly("rep-001", "rep-002");
        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1)).isEmpty();
    }

    @Test
    void r5_5_a_copys_reader_whose_ping_bounced_is_told_that_the_story_is_green_again() {
        merged();
        employed("distributor");
        turn("amber");
        turn("green");
        company.bounce(
                new DeliveryId(id.value(), "rep-002", MailKind.DISTRIBUTOR_PING, 1), company.now());
        company.advance(Duration.ofMinutes(1));
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002")
                                .with("employment", "distributor")
                                .with("email", "other@sample-medtech.example")));
        scenario.later();
        turn("amber");

        turn("green");

        assertThat(scenario.recipients(id, MailKind.TURN, 4)).contains("rep-002");
    }

    @Test
    void r5_4_a_copys_reader_told_that_it_is_green_gets_no_ping_as_a_distributor_right_after() {
        merged();
        turn("amber");
        turn("green");

        employed("distributor");
        scenario.later();

        assertThat(scenario.recipients(id, MailKind.TURN, 2)).containsExactly("rep-001", "rep-002");
        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1)).isEmpty();
    }

    @Test
    void r5_6_a_correction_of_an_imported_story_goes_to_those_who_got_the_copys_email() {
        Submission past =
                new SubmissionBuilder(
                                ChangeScenario.copy(
                                        Samples.green(), "https://www.first.example/story"))
                        .backfill(true)
                        .build();
        PlacementId imported = company.distribute(past).id();
        scenario.deliveredCopy(COPY);
        company.advance(Duration.ofSeconds(1));
        changed(change.attachCopy(imported, COPY, "Syndicated", "the same story", Company.PR));
        company.work();
        id = imported;

        correct();

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(BOTH, ONLY_THE_COPY);
        assertThat(company.mailbox.mails)
                .filteredOn(mail -> mail.id().kind() == MailKind.CORRECTION)
                .extracting(mail -> mail.id())
                .contains(new DeliveryId(imported.value(), "rep-002", MailKind.CORRECTION));
    }

    @Test
    void i3_events_about_a_copys_email_to_a_distributor_change_nothing_once_the_story_is_green() {
        scenario.withDistributors();
        PlacementId copy = scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
        turn("amber");
        turn("green");
        DeliveryId ping = new DeliveryId(copy.value(), "partner-1", MailKind.DISTRIBUTOR_PING);

        assertSame(() -> company.deliver(ping, company.now()));
    }

    @Test
    void i3_events_about_a_copys_email_change_nothing_for_a_rep_told_under_another_id() {
        company.putReps(
                List.of(Company.rep("rep-001").with("id", "HR-9001"), Company.rep("rep-002")));
        PlacementId copy = scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
        retract();

        assertSame(() -> company.deliver(Company.ping(copy, "HR-9001"), company.now()));
    }

    /// Changes the second rep's employment.
    private void employed(String employment) {
        company.advance(Duration.ofMinutes(1));
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("employment", employment)));
        company.work();
    }

    private void assertSame(Runnable event) {
        company.runUntil(company.now().plus(Duration.ofHours(1)));
        Placement before = company.find(id);
        assertThat(before.changes().pending()).isEmpty();
        event.run();
        assertThat(company.find(id)).isEqualTo(before);
    }

    private void merged() {
        scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
    }

    private void correct() {
        company.advance(Duration.ofSeconds(1));
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "The right one"), null, null, "a wrong name"),
                        Company.PR));
        company.work();
    }

    private void retract() {
        company.advance(Duration.ofSeconds(1));
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        company.work();
    }

    private void turn(String color) {
        company.advance(Duration.ofSeconds(1));
        changed(change.turn(id, color, null, "legal asked for " + color, Company.PR));
        company.work();
    }
}
