package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.Format;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// R5.3, R5.5: emails stopped by the end of a shelf life, and which of them go out once it is
/// renewed.
class RenewedShelfLifeTest {

    private static final Instant END = P.plus(Format.BYLINE.shelfLife());

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r5_3_a_distributors_ping_that_waited_past_the_end_is_not_sent() {
        scenario.withDistributors();
        PlacementId id = submitted("green");
        company.plan(id);

        company.goTo(END);
        company.work();

        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1))
                .containsExactly("partner-1");
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).isEmpty();
    }

    @Test
    void r5_5_a_distributors_ping_that_waited_past_the_end_goes_out_once_it_is_renewed() {
        scenario.withDistributors();
        PlacementId id = expiredBeforeItsPings();
        scenario.withDistributors(true);

        renew(id);

        // The rep who became a distributor afterward does not get the old story.
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING))
                .containsExactly("partner-1@sample-distributor.example");
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_distributors_of_a_change_to_green_that_waited_past_the_end_get_it_once_renewed() {
        scenario.withDistributors();
        PlacementId id = submitted("amber");
        company.work();
        company.goTo(END.minusSeconds(60));
        changed(change.turn(id, "green", null, "legal cleared it", Company.PR));
        company.goTo(END);
        company.work();
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).isEmpty();

        renew(id);

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_a_distributor_who_was_away_when_the_story_went_out_does_not_get_it_once_renewed() {
        scenario.withDistributors(true);
        PlacementId id = submitted("green");
        company.plan(id);
        scenario.withDistributors();
        company.work();
        company.goTo(END.minusSeconds(60));
        scenario.withDistributors(true);
        company.work();
        company.goTo(END);

        renew(id);

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING))
                .containsExactly("partner-1@sample-distributor.example");
    }

    @Test
    void r5_3_r5_5_a_corrected_format_that_ends_later_asks_owners_and_emails_distributors() {
        scenario.withDistributors();
        PlacementId id = submitted("green");
        changed(change.correct(id, format("news-mention"), Company.PR));
        company.plan(id);
        company.goTo(company.find(id).expiresAt());
        company.work();
        Instant now = company.now();

        changed(change.correct(id, format("byline"), Company.PR));
        assertThat(company.find(id).timers()).containsEntry(Timer.SEQUENCES, now);
        company.work();
        company.runUntil(now.plus(Duration.ofHours(2)));

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_distributors_who_got_a_story_do_not_get_it_again_when_it_is_renewed() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("green")).id();
        company.goTo(END);
        company.work();

        renew(id);

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_a_copys_reader_whose_ping_at_green_was_canceled_by_the_end_gets_it_once_renewed() {
        String url = "https://www.syndicated.example/story";
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("amber")).id();
        company.deliverAll(id);
        company.advance(Duration.ofSeconds(1));
        company.deliverAll(company.distribute(ChangeScenario.copy(mapped("green"), url)).id());
        scenario.attach(id, url);
        company.goTo(END.minusSeconds(10));
        company.work();
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.followUp(id);
        company.goTo(END);
        company.work();
        company.runUntil(END.plus(Duration.ofHours(1)));
        assertThat(company.find(id).changes().pending()).isEmpty();

        renew(id);

        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1))
                .containsExactly("partner-1");
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING))
                .containsExactly(
                        "partner-1@sample-distributor.example",
                        "partner-1@sample-distributor.example");
    }

    @Test
    void r5_5_a_canceled_ping_of_a_story_that_is_now_amber_stays_canceled() {
        scenario.withDistributors();
        PlacementId id = expiredBeforeItsPings();
        changed(change.turn(id, "amber", null, "in review again", Company.PR));
        company.work();

        renew(id);

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_a_story_that_expired_before_it_went_out_is_sent_once_after_a_renewal() {
        scenario.withDistributors();
        PlacementId id = submitted("green");
        company.queue.messages.clear();
        company.goTo(END);

        changed(change.renew(id, "2027-12-31", "still true", Company.PR));
        company.runUntil(END.plus(Duration.ofHours(1)));
        company.runUntil(END.plus(Duration.ofHours(2)));

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_4_a_distributor_who_got_it_as_a_copy_gets_no_second_email_when_it_is_renewed() {
        PlacementId id = withCopy(company::deliverAll);

        renew(id);

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_a_renewal_waits_until_the_distributors_email_is_out() {
        scenario.withDistributors();
        PlacementId id = expiredBeforeItsPings();

        changed(change.renew(id, "2027-12-31", "still true", Company.PR));
        company.followUp(id);

        assertThat(company.find(id).changes().pending())
                .extracting(PendingChange::kind)
                .containsExactly(PendingChange.Kind.RENEWAL);
    }

    @Test
    void r5_5_a_distributor_whom_the_copy_did_not_reach_is_not_left_out_when_it_is_renewed() {
        PlacementId id = withCopy(copy -> company.bounce(distributorPing(copy), company.now()));

        renew(id);

        // It is planned again, and then canceled because the address bounced.
        assertThat(company.ledger.find(distributorPing(id)).orElseThrow().reason())
                .isNotEqualTo(Mailing.NOT_GREEN);
    }

    @Test
    void r5_5_renewing_an_amber_story_sends_distributors_nothing() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("amber")).id();
        company.goTo(END);
        company.work();

        renew(id);

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_3_a_change_to_green_that_waited_past_the_end_is_no_longer_pending() {
        scenario.withDistributors();
        PlacementId id = submitted("amber");
        company.work();
        company.goTo(END.minusSeconds(60));
        changed(change.turn(id, "green", null, "legal cleared it", Company.PR));
        company.followUp(id);

        company.goTo(END);
        company.runUntil(END.plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    /// A Green story that expired before its pings were sent.
    private PlacementId expiredBeforeItsPings() {
        PlacementId id = submitted("green");
        company.plan(id);
        company.goTo(END);
        company.work();
        return id;
    }

    /// A Green story that expired before its pings were sent, merged with a copy that was submitted
    /// separately and went out.
    ///
    /// @param fate what happens to the copy's emails
    private PlacementId withCopy(Consumer<PlacementId> fate) {
        scenario.withDistributors();
        PlacementId id = submitted("green");
        company.plan(id);
        changed(change.renew(id, "2026-06-24", "the study was replaced", Company.PR));
        company.goTo(Instant.parse("2026-06-25T05:00:00Z"));
        company.work();
        String url = "https://www.second.example/story";
        PlacementId copy =
                company.distribute(new SubmissionBuilder(mapped("green")).url(url).build()).id();
        fate.accept(copy);
        assertThat(scenario.recipients(copy, MailKind.DISTRIBUTOR_PING, 1)).hasSize(1);
        company.advance(Duration.ofSeconds(1));
        changed(change.attachCopy(id, url, "Syndicated", "the same story", Company.PR));
        return id;
    }

    private static DeliveryId distributorPing(PlacementId id) {
        return Mailing.DISTRIBUTOR_PINGS.to(id, new RepId("partner-1"));
    }

    private void renew(PlacementId id) {
        changed(change.renew(id, "2027-12-31", "still true", Company.PR));
        company.work();
        company.runUntil(company.now().plus(Duration.ofHours(2)));
    }

    private PlacementId submitted(String forwardability) {
        return ((SubmitOutcome.Accepted) company.submit(mapped(forwardability))).placement().id();
    }

    private static CorrectionRequest format(String format) {
        return new CorrectionRequest(Map.of("format", format), null, null, "what it is");
    }
}
