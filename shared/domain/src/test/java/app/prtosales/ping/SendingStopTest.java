package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.GuardSending.Standing;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesEvent;
import app.prtosales.delivery.Stop;
import app.prtosales.delivery.Tally;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sending stops automatically if too many emails come back, before SES pauses the whole account.
class SendingStopTest {

    private static final int TEAM = 250;

    private final Instant now = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private final Company company = new Company(now);

    @Test
    void sending_stops_at_a_bounce_rate_of_four_percent() {
        PlacementId first = distributed(TEAM);

        bounce(first, 9);
        assertThat(company.guard.stop()).isEmpty();

        bounce(first, 10);
        assertThat(company.guard.stop().map(Stop::why))
                .contains("10 of 250 emails in 7 days bounced (4.00%; the limit is 4%)");
    }

    @Test
    void sending_stops_if_too_many_emails_are_marked_as_spam() {
        PlacementId first = distributed(TEAM);

        company.recordFeedback.record(
                Company.ping(first, "rep-001"), new SesEvent.Complained("ses-1", now, null));

        assertThat(company.guard.stop().map(Stop::why))
                .contains(
                        "1 of 250 emails in 7 days was marked as spam (0.40%; the limit is 0.08%)");
    }

    @Test
    void sending_does_not_stop_below_200_emails() {
        PlacementId first = distributed(199);

        bounce(first, 60);

        assertThat(company.guard.stop()).isEmpty();
        assertThat(company.guard.standing().tally()).isEqualTo(new Tally(199, 60, 0));
    }

    @Test
    void bounces_before_the_first_200_emails_count_once_200_are_out() {
        company.reps(TEAM);
        PlacementId first = accepted(Samples.waystar());
        company.workOnce();
        company.work(company.queue.messages.removeFirst());
        bounce(first, 10);
        assertThat(company.guard.stop()).isEmpty();

        company.work(100);
        company.runNextErrandOf(Errand.SendingStopped.class);

        assertThat(company.guard.stop()).isPresent();
        assertThat(company.toldOps())
                .filteredOn(mail -> mail.contains("emails in 7 days bounced"))
                .hasSize(1);
    }

    @Test
    void an_email_to_someone_other_than_a_rep_does_not_count() {
        PlacementId first = distributed(TEAM);
        DeliveryId task = new DeliveryId(first.value(), "cfo", MailKind.SEQUENCE_TASK);
        company.ledger.add(Delivery.planned(task, now));

        company.bounce(task, now);

        assertThat(company.guard.standing().tally()).isEqualTo(new Tally(TEAM, 0, 0));
    }

    @Test
    void bounces_more_than_seven_days_old_no_longer_count() {
        PlacementId first = distributed(TEAM);
        bounce(first, 9);

        company.advance(Duration.ofDays(8));
        bounce(first, 12);

        assertThat(company.guard.stop()).isEmpty();
    }

    @Test
    void an_event_reported_twice_counts_once() {
        PlacementId first = distributed(TEAM);
        bounce(first, 5);
        bounce(first, 5);

        assertThat(company.guard.standing().tally()).isEqualTo(new Tally(TEAM, 5, 0));
    }

    @Test
    void ops_is_told_the_reason_for_a_stop_once() {
        PlacementId first = distributed(TEAM);
        bounce(first, 12);
        company.work(100);

        assertThat(company.toldOps())
                .filteredOn(mail -> mail.contains("of 250 emails in 7 days bounced"))
                .hasSize(1);
    }

    @Test
    void nothing_goes_out_during_a_stop_and_afterward_all_but_bounced_addresses_get_the_email() {
        bounce(distributed(TEAM), 10);
        PlacementId second = accepted(Samples.numbered(2));
        company.work(100);
        assertThat(company.pings(second))
                .hasSize(TEAM)
                .allMatch(ping -> ping.state() == DeliveryState.PLANNED);

        assertThat(company.guard.resume("the list was cleaned", Company.PR)).isTrue();
        company.work();

        assertThat(company.pings(second))
                .filteredOn(ping -> ping.state() == DeliveryState.ACCEPTED)
                .hasSize(TEAM - 10);
    }

    @Test
    void bounces_before_sending_was_resumed_no_longer_count() {
        PlacementId first = distributed(TEAM);
        bounce(first, 10);
        company.advance(Duration.ofMinutes(5));

        company.guard.resume("the list was cleaned", Company.PR);

        Standing standing = company.guard.standing();
        assertThat(standing.stop()).isEmpty();
        assertThat(standing.tally()).isEqualTo(new Tally(0, 0, 0));
        assertThat(company.guard.resume("once more", Company.PR)).isFalse();
    }

    @Test
    void r1_10_a_deadline_missed_during_a_stop_is_held_and_stays_held() {
        bounce(distributed(TEAM), 10);
        PlacementId second = accepted(Samples.numbered(2));
        company.work(100);
        company.advance(Duration.ofHours(26));
        company.tick();
        assertThat(verdict(second)).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(second).cause()).isEqualTo(Cause.HELD);

        company.guard.resume("the list was cleaned", Company.PR);
        company.work();
        company.deliverAll(second);

        Reached reached = company.reached(second);
        assertThat(reached.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(reached.cause()).isEqualTo(Cause.HELD);
    }

    @Test
    void nothing_goes_out_during_a_stop_by_hand_and_everything_once_after_it() {
        company.reps(3);
        company.guard.stop("we’re switching email providers", Company.PR);
        PlacementId first = accepted(Samples.numbered(1));
        company.work(100);
        assertThat(company.pings(first))
                .hasSize(3)
                .allMatch(ping -> ping.state() == DeliveryState.PLANNED);

        assertThat(company.guard.resume("the switch is done", Company.PR)).isTrue();
        company.work();

        assertThat(company.pings(first)).allMatch(ping -> ping.state() == DeliveryState.ACCEPTED);
        assertThat(company.mailbox.mails).hasSize(3);
    }

    @Test
    void stopping_by_hand_twice_keeps_the_first_stop() {
        Stop first = company.guard.stop("we’re switching email providers", Company.PR);
        company.advance(Duration.ofMinutes(5));

        assertThat(company.guard.stop("again", Company.PR)).isEqualTo(first);
        assertThat(company.guard.standing().stops()).containsExactly(first);
        assertThat(company.guard.resume("the switch is done", Company.PR)).isTrue();
        assertThat(company.guard.stop("once more", Company.PR).number()).isEqualTo(2);
    }

    @Test
    void resuming_twice_sends_each_email_once() {
        company.reps(3);
        company.guard.stop("we’re switching email providers", Company.PR);
        accepted(Samples.numbered(1));
        company.work(100);

        assertThat(company.guard.resume("the switch is done", Company.PR)).isTrue();
        company.work();
        List<Stop> stops = company.guard.standing().stops();
        assertThat(company.guard.resume("the switch is done", Company.PR)).isFalse();
        company.work();

        assertThat(company.mailbox.mails).hasSize(3);
        assertThat(company.guard.standing().stops()).isEqualTo(stops);
    }

    @Test
    void bounces_before_a_stop_by_hand_still_count_after_it() {
        PlacementId first = distributed(TEAM);
        bounce(first, 9);
        company.advance(Duration.ofMinutes(5));
        company.guard.stop("we’re switching email providers", Company.PR);
        company.guard.resume("the switch is done", Company.PR);

        bounce(first, 10);

        assertThat(company.guard.stop().map(Stop::isByHand)).contains(false);
    }

    @Test
    void ops_is_not_told_about_bounces_after_a_stop_by_hand() {
        PlacementId first = distributed(TEAM);
        company.guard.stop("we’re switching email providers", Company.PR);
        bounce(first, 12);
        company.work(100);

        assertThat(company.toldOps())
                .filteredOn(mail -> mail.contains("emails in 7 days bounced"))
                .isEmpty();
    }

    private Verdict verdict(PlacementId id) {
        return company.reached(id).verdict();
    }

    private PlacementId distributed(int team) {
        company.reps(team);
        Placement placement = company.distribute(Samples.submission(Samples.numbered(1)));
        return placement.id();
    }

    private PlacementId accepted(app.prtosales.placement.Story story) {
        company.submit(Samples.submission(story));
        return PlacementId.of(story.key());
    }

    /// This many of the team's emails bounce.
    private void bounce(PlacementId id, int mails) {
        for (int rep = 1; rep <= mails; rep++) {
            company.bounce(Company.ping(id, "rep-%03d".formatted(rep)), now);
        }
    }
}
