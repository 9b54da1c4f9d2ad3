package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Cause;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Status;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullTeamWithin24HoursTest {

    /// `P` of the sample placement, and its deadline `D`.
    private static final Instant P = Samples.WEDNESDAY;

    private static final Instant D = P.plus(Duration.ofHours(24));

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void r1_1_each_active_rep_gets_exactly_one_ping_however_often_a_trigger_is_repeated() {
        company.reps(200);
        PlacementId id = company.distribute(Samples.submission()).id();
        for (int i = 0; i < 3; i++) {
            company.queue.plan(id);
            company.queue.messages.add(
                    new Message(id, List.of(new RepId("rep-001"), new RepId("rep-200"))));
            company.work();
            company.tick();
            company.work();
        }

        assertThat(company.pings(id)).hasSize(200);
        assertThat(company.mailbox.mails).hasSize(200);
        assertThat(company.mailbox.mails).extracting(mail -> mail.to()).doesNotHaveDuplicates();
    }

    @Test
    void r1_3_a_weekend_does_not_pause_the_clock() {
        Instant friday = Instant.parse("2026-06-26T21:00:00Z");
        company.goTo(friday.plus(Duration.ofMinutes(5)));
        company.reps(2);
        PlacementId id = company.distribute(published("2026-06-26T17:00")).id();
        company.deliverAll(id);

        company.runUntil(friday.plus(Duration.ofHours(24)).minusMillis(1));
        assertThat(company.find(id).judgment()).isNull();

        company.runUntil(friday.plus(Duration.ofHours(24)));
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void r1_5_a_rep_of_another_segment_gets_the_ping_too() {
        company.reps(1);
        company.distribute(Samples.submission());

        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(1);
    }

    @Test
    void r1_6_five_stories_in_a_day_cause_five_pings_to_each_rep() {
        company.reps(3);
        for (int i = 0; i < 5; i++) {
            company.distribute(Samples.submission(Samples.numbered(i)));
        }

        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(5);
    }

    @Test
    void r1_7_a_late_submission_is_sent_at_once_and_missed() {
        company.goTo(P.plus(Duration.ofHours(30)));
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        assertThat(company.mailbox.mails).hasSize(2);

        company.deliverAll(id);
        company.tick();

        Reached reached = company.reached(id);
        assertThat(reached.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(reached.cause()).isEqualTo(Cause.LATE_INTAKE);
        assertThat(reached.count()).isEqualTo(2);
        assertThat(reached.inTime()).isZero();
    }

    @Test
    void r1_10_submitted_ten_minutes_before_the_deadline_and_delivered_after_it_is_late_intake() {
        company.goTo(D.minus(Duration.ofMinutes(10)));
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.pings(id).forEach(ping -> company.deliver(ping.id(), D.plusSeconds(5)));
        company.runUntil(D.plus(Duration.ofMinutes(1)));

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).cause()).isEqualTo(Cause.LATE_INTAKE);
    }

    @Test
    void r1_8_the_verdict_is_the_same_however_late_the_check_runs() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), D.minusSeconds(1));
        company.deliver(Company.ping(id, "rep-002"), D.plusSeconds(1));
        company.goTo(D.plus(Duration.ofMinutes(9)));
        company.tick();

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).count()).isEqualTo(2);
        assertThat(company.reached(id).inTime()).isEqualTo(1);
    }

    @Test
    void r1_8_a_delivery_stamped_before_the_deadline_that_arrives_late_restates_the_verdict() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), D.minusSeconds(60));
        company.runUntil(D);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);

        company.advance(Duration.ofDays(8));
        company.deliver(Company.ping(id, "rep-002"), D.minusSeconds(1));

        Placement restated = company.find(id);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(restated.judgment()).isNotNull();
        assertThat(restated.judgment().first()).isEqualTo(Verdict.MISSED);
        assertThat(restated.judgment().restatedAt()).isEqualTo(company.now());
        assertThat(company.history.of(id.value()))
                .extracting(HistoryEntry::what)
                .contains("result corrected: reached the whole team in time, 2 reps");
    }

    @Test
    void r1_8_a_delivery_after_the_deadline_counts_as_reached_and_not_as_in_time() {
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.runUntil(D);
        company.deliver(Company.ping(id, "rep-001"), D.plusSeconds(1));

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).count()).isEqualTo(1);
        assertThat(company.reached(id).inTime()).isZero();
    }

    @Test
    void r1_10_47_of_48_reached_is_missed_because_of_delivery_and_the_missing_rep_is_named() {
        company.reps(48);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        company.bounce(Company.ping(id, "rep-017"), company.now().plusSeconds(9));
        company.runUntil(D);

        Reached reached = company.reached(id);
        assertThat(reached.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(reached.cause()).isEqualTo(Cause.DELIVERY);
        assertThat(reached.count()).isEqualTo(47);
        assertThat(reached.of()).isEqualTo(48);
        assertThat(reached.missing())
                .containsExactly(
                        new Missing(
                                new RepId("rep-017"),
                                new MailFate(MailFate.Kind.BOUNCED, "550 5.1.1 user unknown")));
    }

    @Test
    void r1_10_pings_we_did_not_hand_over_in_time_make_the_cause_system() {
        company.mailbox.down(true);
        company.reps(1);
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.plan(id);
        company.goTo(D);
        company.tick();

        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);
        assertThat(company.reached(id).missing())
                .containsExactly(
                        new Missing(new RepId("rep-001"), new MailFate(MailFate.Kind.WAITING)));
    }

    @Test
    void r1_10_without_an_active_rep_the_verdict_is_void_and_ops_is_told() {
        PlacementId id = company.distribute(Samples.submission()).id();

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.VOID);
        assertThat(company.mailbox.to(Company.OPS)).hasSize(1);
    }

    @Test
    void r1_10_all_delivered_and_none_acknowledged_is_met() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        company.runUntil(D);

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.responses.acknowledgedBy(id)).isEmpty();
    }

    @Test
    void r1_11_a_leaver_gets_nothing_more_and_is_not_counted() {
        company.reps(3);
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.queue.messages.clear();
        company.plan(id);
        company.advance(Duration.ofSeconds(1));
        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-002")));
        company.work();
        company.deliverAll(id);
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-003@sample-medtech.example")).isEmpty();
        Reached reached = company.reached(id);
        assertThat(reached.verdict()).isEqualTo(Verdict.MET);
        assertThat(reached.of()).isEqualTo(2);
        assertThat(reached.left()).containsExactly(new RepId("rep-003"));
    }

    @Test
    void r1_11_a_rep_who_leaves_after_the_deadline_still_counts() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.goTo(D.plusSeconds(30));
        company.putReps(List.of(Company.rep("rep-001")));
        company.goTo(D.plusSeconds(60));
        company.tick();

        assertThat(company.reached(id).of()).isEqualTo(2);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void r1_10_a_rep_set_inactive_and_back_stays_in_the_frozen_recipients_of_a_restated_verdict() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), D.minusSeconds(60));
        company.runUntil(D);
        company.advance(Duration.ofDays(1));
        company.putReps(
                List.of(Company.rep("rep-001"), Company.rep("rep-002").with("active", "false")));
        company.advance(Duration.ofDays(1));
        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-002")));

        company.deliver(Company.ping(id, "rep-002"), D.plusSeconds(1));

        Reached reached = company.reached(id);
        assertThat(reached.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(reached.of()).isEqualTo(2);
        assertThat(reached.count()).isEqualTo(2);
    }

    @Test
    void r1_13_under_embargo_nothing_is_sent_before_publication_and_everything_promptly_after_it() {
        company.goTo(P.minus(Duration.ofDays(2)));
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        assertThat(company.announced).isEmpty();

        company.runUntil(P.minusSeconds(1));
        company.plan(id);
        assertThat(company.pings(id)).isEmpty();
        assertThat(company.mailbox.mails).isEmpty();

        company.runUntil(P);
        assertThat(company.mailbox.mails).hasSize(3);
        assertThat(company.announced).hasSize(1);
    }

    @Test
    void i5_a_lost_event_delays_the_pings_by_one_tick_and_no_more() {
        company.busDown(true);
        company.reps(2);
        SubmitOutcome.Accepted accepted =
                (SubmitOutcome.Accepted) company.submit(Samples.submission());
        assertThat(accepted.announced()).isFalse();

        company.advance(Duration.ofMinutes(1));
        company.tick();
        company.work();

        assertThat(company.mailbox.mails).hasSize(2);
    }

    @Test
    void i5_the_verdict_is_recorded_even_if_every_message_was_lost() {
        company.reps(2);
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.queue.messages.clear();
        company.goTo(D);
        company.tick();

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);

        company.work();
        assertThat(company.mailbox.mails).as("the emails are sent anyway").hasSize(2);
    }

    @Test
    void i1_the_tick_queues_lost_messages_again() {
        company.reps(60);
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.queue.messages.clear();
        company.plan(id);
        company.queue.messages.removeLast();
        company.work();
        assertThat(company.mailbox.mails).hasSizeLessThan(60);

        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(company.mailbox.mails).hasSize(60);
        assertThat(company.find(id).status()).isEqualTo(Status.DISTRIBUTED);
    }

    @Test
    void i2_an_event_from_ses_settles_a_lost_answer_and_nothing_is_sent_twice() {
        company.mailbox.silent(true);
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        assertThat(company.pings(id))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.UNKNOWN);

        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.mailbox.silent(false);
        company.runUntil(D);

        assertThat(company.mailbox.mails).hasSize(1);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void i2_without_an_event_an_email_is_sent_once_more_after_the_grace_period_and_flagged() {
        company.mailbox.silent(true);
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.mailbox.silent(false);
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(2);
        assertThat(company.pings(id)).allMatch(Delivery::possibleDuplicate);
    }

    @Test
    void an_outage_of_the_mail_system_loses_and_duplicates_nothing() {
        company.mailbox.down(true);
        company.reps(30);
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.plan(id);
        company.workOnce();
        assertThat(company.mailbox.turnedAway()).isPositive();
        company.queue.messages.clear();

        company.advance(Duration.ofHours(2));
        company.mailbox.down(false);
        company.runUntil(D);

        assertThat(company.mailbox.mails).hasSize(30);
        assertThat(company.pings(id)).hasSize(30);
    }

    @Test
    void r2_2_a_green_placement_opens_a_task_for_the_owner_of_each_suggested_sequence() {
        company.reps(1);
        company.distribute(Samples.submission(Samples.numbered(1)));
        assertThat(company.mailbox.to("cfo-owner@sample-medtech.example")).isEmpty();

        company.distribute(podcastOnFinancialIntegrity());
        company.queue.messages.clear();

        assertThat(company.mailbox.to("cfo-owner@sample-medtech.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).isEqualTo("consideration"));
    }

    @Test
    void r1_1_distributors_are_not_on_the_team_and_get_no_ping() {
        Row distributor = Company.rep("agent-1").with("employment", "distributor");
        Row former = Company.rep("rep-002").with("active", "false");
        company.put(ListName.REPS, Company.rep("rep-001"), distributor, former);
        PlacementId id = company.distribute(Samples.submission()).id();

        assertThat(company.pings(id))
                .extracting(p -> p.id().recipient())
                .containsExactly("rep-001");
    }

    private static Submission podcastOnFinancialIntegrity() {
        return new SubmissionBuilder(Samples.submission(Samples.leanTaas()))
                .format("podcast")
                .topic("financial integrity")
                .personas(List.of("CFO"))
                .forwardability("green")
                .backfill(false)
                .build();
    }

    private static Submission published(String at) {
        return new SubmissionBuilder(Samples.submission()).publishedAt(at).backfill(false).build();
    }
}
