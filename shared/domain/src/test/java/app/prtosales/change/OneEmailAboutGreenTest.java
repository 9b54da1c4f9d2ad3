package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.4, R5.5: a distributor who may know the story from an email of which nobody knows yet whether
/// it arrived gets either the ping or the email about Green, and never both.
class OneEmailAboutGreenTest {

    private static final String REP = "rep-002@sample-medtech.example";
    private static final String COPY = "https://www.syndicated.example/story";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;
    private PlacementId id = new PlacementId("not-yet");

    /// The second rep has the open deal and joins after the deadline.
    @BeforeEach
    void distribute() {
        id = scenario.deliveredBeforeSecondRep(() -> scenario.openDeal("rep-002"));
    }

    @Test
    void r5_4_a_rep_whose_reminder_proves_sent_gets_only_the_email_about_the_color() {
        remindedAndDistributor();
        turn("amber");
        turn("green");
        assertThat(sent()).isEmpty();

        company.deliver(reminder(), company.now());
        scenario.later();

        assertThat(sent()).containsExactly(MailKind.TURN);
    }

    @Test
    void r5_5_a_rep_whose_reminder_fails_gets_only_the_ping() {
        remindedAndDistributor();
        turn("amber");
        turn("green");

        scenario.later();

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_4_a_rep_whose_reminder_proves_sent_after_the_ping_gets_no_email_about_the_color() {
        remindedAndDistributor();
        turn("amber");
        turn("green");
        scenario.later();

        company.deliver(reminder(), company.now());
        scenario.later();

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r5_5_a_rep_whose_reminder_fails_gets_the_ping_of_a_story_corrected_as_it_turned_green() {
        remindedAndDistributor();
        turn("amber");
        correctedToGreen();
        assertThat(sent()).isEmpty();

        scenario.later();

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_4_a_rep_whose_copy_proves_sent_gets_only_the_correction_that_came_with_green() {
        company.advance(Duration.ofSeconds(1));
        company.mailbox.silent(true);
        PlacementId copy = company.distribute(ChangeScenario.copy(Samples.green(), COPY)).id();
        company.mailbox.silent(false);
        company.advance(Duration.ofSeconds(1));
        changed(change.attachCopy(id, COPY, "Syndicated", "the same story", Company.PR));
        distributor();
        turn("amber");
        correctedToGreen();
        assertThat(sent()).isEmpty();

        company.deliver(Company.ping(copy, "rep-002"), company.now());
        scenario.later();

        assertThat(sent()).containsExactly(MailKind.CORRECTION);
    }

    @Test
    void r5_5_a_distributor_who_was_away_at_the_first_green_gets_the_ping_at_the_next() {
        distributor();
        turn("amber");
        changed(change.turn(id, "green", null, "turned green", Company.PR));
        company.followUp(id);
        put("distributor", "false");
        scenario.later();
        put("distributor", "true");
        scenario.later();
        assertThat(sent()).isEmpty();

        turn("amber");
        turn("green");

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r5_4_a_ping_that_waits_stays_the_only_email_once_the_reminder_proves_sent() {
        remindedAndDistributor();
        turn("amber");
        turn("green");
        pingWaits();

        provesSent(reminder());

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_4_a_ping_that_waits_stays_the_only_email_about_a_correction_to_green() {
        remindedAndDistributor();
        turn("amber");
        correctedToGreen();
        pingWaits();

        provesSent(reminder());

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_4_a_ping_that_waits_stays_the_only_email_once_the_employees_ping_proves_sent() {
        company.mailbox.silent(true);
        id = company.distribute(ChangeScenario.copy(Samples.submission(), COPY)).id();
        company.mailbox.silent(false);
        distributor();
        scenario.later();
        company.advance(Duration.ofSeconds(1));
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        pingWaits();

        provesSent(Company.ping(id, "rep-002"));

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
    }

    @Test
    void r5_5_a_copys_reader_whose_waiting_ping_was_lost_gets_it_when_corrected_to_green() {
        copyReadAndPingLost();
        amberUnnoticed();
        correctedToGreen();

        scenario.later();

        assertThat(sent()).containsExactly(MailKind.TURN, MailKind.DISTRIBUTOR_PING);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_a_copys_reader_whose_waiting_ping_was_lost_hears_of_amber() {
        copyReadAndPingLost();
        turn("amber");

        scenario.later();

        assertThat(sent()).containsExactly(MailKind.TURN, MailKind.TURN);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_a_rep_whose_reminder_proves_sent_and_whose_waiting_ping_was_lost_hears_of_amber() {
        remindedAndDistributor();
        turn("amber");
        turn("green");
        pingWaits();
        company.deliver(reminder(), company.now());
        company.queue.messages.clear();
        company.mailbox.down(false);
        turn("amber");

        scenario.later();

        assertThat(sent()).containsExactly(MailKind.TURN);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_4_a_rep_who_has_the_ping_gets_no_other_one_while_the_reminder_waits() {
        scenario.openDeal("rep-001");
        company.run(new Errand.RemindOfKit(id));
        company.queue.messages.clear();
        company.putReps(List.of(Company.rep("rep-001").with("employment", "distributor")));
        company.work();
        turn("amber");

        turn("green");

        assertThat(scenario.recipients(id, MailKind.KIT_REMINDER, 1)).containsExactly("rep-001");
        assertThat(scenario.recipients(id, MailKind.TURN, 2)).containsExactly("rep-001");
        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1)).isEmpty();
    }

    @Test
    void r5_5_nobody_waits_forever_for_a_copys_ping_that_was_on_its_way_at_the_merge() {
        distributor();
        company.advance(Duration.ofSeconds(1));
        PlacementId copy = company.distribute(ChangeScenario.copy(Samples.submission(), COPY)).id();
        company.runUntil(company.now().plus(Duration.ofDays(2)));
        company.mailbox.silent(true);
        changed(change.turn(copy, "green", null, "cleared", Company.PR));
        company.work();
        company.mailbox.silent(false);
        scenario.attach(id, COPY);
        turn("amber");
        correctedToGreen();
        company.mailbox.mails.clear();

        scenario.later();

        assertThat(sent()).containsExactly(MailKind.DISTRIBUTOR_PING);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    /// The mail system accepts nothing from now on, and the ping is planned meanwhile.
    private void pingWaits() {
        company.mailbox.down(true);
        company.tickAndTryFor(Duration.ofHours(1));
        assertThat(company.ledger.find(ping()).orElseThrow().state())
                .isEqualTo(DeliveryState.PLANNED);
    }

    /// The mail system proves one email while it accepts no others, and then accepts all.
    private void provesSent(DeliveryId email) {
        company.deliver(email, company.now());
        company.followUp(id);
        company.mailbox.down(false);
        scenario.later();
    }

    /// The second rep read a copy, became a distributor, and the message with the ping was lost.
    private void copyReadAndPingLost() {
        scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
        distributor();
        turn("amber");
        company.advance(Duration.ofSeconds(1));
        changed(change.turn(id, "green", null, "turned green", Company.PR));
        company.followUp(id);
        company.queue.messages.clear();
    }

    private void amberUnnoticed() {
        company.advance(Duration.ofSeconds(1));
        changed(change.turn(id, "amber", null, "turned amber", Company.PR));
        company.queue.messages.clear();
    }

    private DeliveryId ping() {
        return new DeliveryId(id.value(), "rep-002", MailKind.DISTRIBUTOR_PING);
    }

    /// The mail system has not answered yet whether it took the reminder, and the rep is a
    /// distributor now.
    private void remindedAndDistributor() {
        company.mailbox.silent(true);
        company.run(new Errand.RemindOfKit(id));
        company.work();
        company.mailbox.silent(false);
        distributor();
    }

    private void distributor() {
        put("distributor", "true");
        company.work();
    }

    private void put(String employment, String active) {
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002")
                                .with("employment", employment)
                                .with("active", active)));
    }

    private void turn(String color) {
        company.advance(Duration.ofSeconds(1));
        changed(change.turn(id, color, null, "turned " + color, Company.PR));
        company.work();
    }

    private void correctedToGreen() {
        company.advance(Duration.ofSeconds(1));
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "Better", "forwardability", "green"),
                                null,
                                null,
                                "not Better"),
                        Company.PR));
        company.work();
    }

    private DeliveryId reminder() {
        return new DeliveryId(id.value(), "rep-002", MailKind.KIT_REMINDER);
    }

    /// What the second rep got since becoming a distributor.
    private List<MailKind> sent() {
        return company.mailbox.to(REP).stream()
                .map(mail -> mail.id().kind())
                .filter(kind -> !kind.isPing() && kind != MailKind.KIT_REMINDER)
                .toList();
    }
}
