package app.prtosales.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.delivery.BounceReason;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesEvent;
import app.prtosales.directory.HeldAddress;
import app.prtosales.directory.ListName;
import app.prtosales.directory.MarkAsWorking;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.ping.RecordFeedback;
import app.prtosales.placement.Cause;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R1.12: a bounced rep is never dropped silently.
class BouncesTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));
    private static final String FIRST = "rep-001@sample-medtech.example";
    private static final String SECOND = "rep-001@home.example";

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void r1_12_a_permanent_bounce_tells_ops_the_rep_the_reason_and_the_placement_at_once() {
        company.reps(2);
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();

        assertThat(company.mailbox.to(Company.OPS))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.id().subject()).isEqualTo(id.value());
                    assertThat(mail.text())
                            .contains("rep-001")
                            .contains("bounced: 550 5.1.1 user unknown")
                            .contains("no second address");
                });
    }

    @Test
    void r1_12_ops_is_not_asked_to_fix_an_address_that_is_fine() {
        company.reps(3);
        PlacementId id = distributed();
        company.recordFeedback.record(
                Company.ping(id, "rep-001"),
                new SesEvent.Bounced(
                        "ses-" + Company.ping(id, "rep-001"),
                        company.now(),
                        false,
                        "mailbox is full",
                        null));
        company.recordFeedback.record(
                Company.ping(id, "rep-002"),
                new SesEvent.Rejected(
                        "ses-" + Company.ping(id, "rep-002"),
                        company.now(),
                        "SES: rejected: Bad content"));
        company.work();

        assertThat(company.toldOps())
                .hasSize(2)
                .noneSatisfy(told -> assertThat(told).contains("Fix the address"))
                .anySatisfy(told ->
                        assertThat(told)
                                .contains("not delivered: mailbox is full")
                                .contains("Ask them to make room"))
                .anySatisfy(told ->
                        assertThat(told)
                                .contains("refused by the email service: it found harmful content")
                                .contains("Correct the story"));
    }

    @Test
    void i3_a_bounce_reported_five_times_causes_one_email_to_ops_and_one_second_try() {
        withSecondAddress();
        PlacementId id = distributed();
        for (int i = 0; i < 5; i++) {
            company.bounce(Company.ping(id, "rep-001"), company.now());
            company.work();
            company.advance(Duration.ofHours(1));
        }

        assertThat(company.mailbox.to(Company.OPS)).hasSize(1);
        assertThat(company.mailbox.to(SECOND)).hasSize(1);
    }

    @Test
    void r1_12_the_second_address_gets_one_ping_and_the_rep_counts_once() {
        PlacementId id = bouncedAtTheFirstAddress();
        assertThat(company.reached(id).missing())
                .containsExactly(
                        new Missing(
                                new RepId("rep-001"),
                                new MailFate(
                                        MailFate.Kind.BOUNCED,
                                        "550 5.1.1 user unknown",
                                        new MailFate(MailFate.Kind.WITH_THEIR_SERVER))))
                .extracting(missing -> missing.reason().words())
                .containsExactly(
                        "bounced: 550 5.1.1 user unknown; second address: sent; waiting for their mail server");

        company.deliver(Company.secondPing(id, "rep-001"), company.now());
        company.runUntil(D);

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).count()).isEqualTo(2);
        assertThat(company.reached(id).missing()).isEmpty();
        assertThat(company.pings(id)).as("two pings and one to the second address").hasSize(3);
    }

    @Test
    void r5_6_a_rep_reached_at_the_second_address_gets_later_emails_there() {
        PlacementId id = bouncedAtTheFirstAddress();
        company.deliver(Company.secondPing(id, "rep-001"), company.now());

        company.changePlacement.turn(id, "green", null, "cleared", Company.PR);
        company.work();
        company.changePlacement.retract(id, "a false figure", Company.PR);
        company.work();

        assertThat(company.mailbox.to(SECOND))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.PING_SECOND, MailKind.TURN, MailKind.RETRACTION);
    }

    @Test
    void r1_12_a_rep_reached_at_the_second_address_is_not_pinged_again() {
        withSecondAddress();
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.bounce(Company.ping(id, "rep-002"), company.now());
        company.work();
        company.deliver(Company.secondPing(id, "rep-001"), company.now());

        company.changePlacement.resend(id, "the address is fixed", Company.PR);
        company.work();

        assertThat(company.mailbox.to(SECOND)).hasSize(1);
        assertThat(company.pings(id))
                .filteredOn(row -> row.id().number() == 2)
                .extracting(row -> row.id().recipient())
                .containsExactly("rep-002");
    }

    @Test
    void r1_12_if_both_addresses_bounce_ops_is_told_about_both_and_the_rep_is_missing() {
        PlacementId id = bouncedAtTheFirstAddress();
        company.bounce(Company.secondPing(id, "rep-001"), company.now());
        company.work();

        assertThat(company.toldOps())
                .hasSize(2)
                .last()
                .asString()
                .contains("It arrived at neither address");
        company.runUntil(D);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
        assertThat(company.reached(id).missing())
                .extracting(Missing::rep)
                .containsExactly(new RepId("rep-001"));
    }

    @Test
    void r1_12_a_bounce_after_the_delivery_is_handled_too() {
        withSecondAddress();
        PlacementId id = distributed();
        company.deliverAll(id);
        company.bounce(Company.ping(id, "rep-001"), company.now().plusSeconds(30));
        company.work();

        assertThat(company.reached(id).count()).isEqualTo(1);
        assertThat(company.mailbox.to(SECOND)).hasSize(1);
    }

    @Test
    void r1_11_a_transient_bounce_undoes_nothing_and_notifies_nobody() {
        withSecondAddress();
        PlacementId id = distributed();
        company.deliverAll(id);
        DeliveryId ping = Company.ping(id, "rep-001");
        company.recordFeedback.record(
                ping,
                new SesEvent.Bounced(
                        "ses-" + ping, company.now().plusSeconds(9), false, "out of office", null));
        company.work();

        assertThat(company.reached(id).count()).isEqualTo(2);
        assertThat(company.mailbox.to(Company.OPS)).isEmpty();
        assertThat(company.mailbox.to(SECOND)).isEmpty();
    }

    @Test
    void r1_12_a_bouncing_address_is_not_emailed_again_and_the_second_one_is_used_from_then_on() {
        withSecondAddress();
        PlacementId first = distributed();
        company.bounce(Company.ping(first, "rep-001"), company.now());
        company.work();
        company.advance(Duration.ofHours(1));

        PlacementId next = company.distribute(Samples.submission(Samples.numbered(1))).id();

        assertThat(company.mailbox.to(FIRST)).as("only the first placement").hasSize(1);
        assertThat(company.mailbox.to(SECOND)).hasSize(2);
        company.deliver(Company.ping(next, "rep-002"), company.now());
        company.deliver(Company.secondPing(next, "rep-001"), company.now());
        assertThat(company.reached(next).count()).isEqualTo(2);
        assertThat(company.toldOps())
                .as(
                        "one email about the bounce, one about the held addresses of the next placement")
                .hasSize(2);
    }

    @Test
    void ops_is_not_told_again_about_a_bouncing_address_that_bounces_once_more() {
        company.reps(2);
        PlacementId first = distributed();
        company.bounce(Company.ping(first, "rep-001"), company.now());
        company.work();
        company.advance(Duration.ofHours(1));
        company.distribute(Samples.submission(Samples.numbered(1)));
        company.advance(Duration.ofMinutes(1));

        company.bounce(Company.ping(first, "rep-001"), company.now());
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(company.toldOps())
                .as("one email about the bounce, one about the held address of the next placement")
                .hasSize(2);
    }

    @Test
    void a_bounce_before_the_email_about_held_addresses_is_reported_only_once() {
        company.reps(2);
        PlacementId first = distributed();
        company.bounce(Company.ping(first, "rep-001"), company.now());
        company.work();
        company.advance(Duration.ofHours(1));
        company.submit(Samples.submission(Samples.numbered(1)));
        PlacementId next = company.announced.getLast().id();
        company.workOnce();
        Errand held = new Errand.HeldAddresses(next);
        company.queue.errands.remove(held);
        company.work();

        company.bounce(Company.ping(next, "rep-002"), company.now());
        company.run(held);
        company.work();

        assertThat(company.toldOps().stream().filter(mail -> mail.contains("Sample rep-002")))
                .hasSize(1);
    }

    @Test
    void r1_12_two_reps_who_share_a_mailbox_get_two_pings_and_a_bounce_holds_it_for_both() {
        Row one = Company.rep("rep-001").with("email", "desk@sample-medtech.example");
        Row other = Company.rep("rep-002").with("email", "Desk@sample-medtech.example");
        company.put(ListName.REPS, one, other);
        PlacementId first = distributed();
        assertThat(company.pings(first)).hasSize(2);
        assertThat(company.mailbox.mails).hasSize(2);

        company.bounce(Company.ping(first, "rep-001"), company.now());
        company.work();
        company.advance(Duration.ofMinutes(5));
        PlacementId next = company.distribute(Samples.submission(Samples.numbered(1))).id();

        assertThat(company.pings(next))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.REJECTED);
        assertThat(company.reached(next).missing())
                .extracting(missing -> missing.reason().words())
                .allMatch(reason -> reason.startsWith("not sent: the address is bouncing ("));
    }

    @Test
    void r1_12_the_directory_shows_the_email_health_until_the_address_is_corrected() {
        company.reps(1);
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        assertThat(health())
                .isEqualTo("email bounced %s: 550 5.1.1 user unknown".formatted(company.now()));
        assertThat(company.replaceList.current(ListName.REPS).held())
                .extracting(
                        HeldAddress::rep, HeldAddress::column, held -> held.mailbox().bouncedAt())
                .containsExactly(tuple(new RepId("rep-001"), "email", company.now()));

        company.put(
                ListName.REPS, Company.rep("rep-001").with("email", "new@sample-medtech.example"));
        assertThat(health()).isEmpty();
        company.advance(Duration.ofHours(1));
        company.distribute(Samples.submission(Samples.numbered(1)));
        assertThat(company.mailbox.to("new@sample-medtech.example")).hasSize(1);
    }

    @Test
    void r1_12_ops_can_release_an_address_and_an_old_bounce_does_not_hold_it_again() {
        company.reps(1);
        PlacementId id = distributed();
        Instant bouncedAt = company.now();
        company.bounce(Company.ping(id, "rep-001"), bouncedAt);
        company.advance(Duration.ofDays(2));
        Row asRead = company.replaceList.read(ListName.REPS).getFirst();
        company.put(ListName.REPS, asRead);
        assertThat(health()).as("uploading the list unchanged changes nothing").isNotEmpty();

        company.put(ListName.REPS, asRead.with("mailHealth", "ok"));
        company.bounce(Company.ping(id, "rep-001"), bouncedAt);

        assertThat(health()).isEmpty();
    }

    @Test
    void r1_12_after_ops_marks_an_address_as_working_the_next_emails_go_to_it() {
        company.reps(1);
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.advance(Duration.ofHours(1));

        assertThat(mark("rep-001")).isEqualTo(MarkAsWorking.Outcome.WORKS_AGAIN);
        assertThat(mark("rep-001")).isEqualTo(MarkAsWorking.Outcome.WORKED_BEFORE);
        assertThat(mark("nobody")).isEqualTo(MarkAsWorking.Outcome.NOBODY);

        assertThat(health()).isEmpty();
        assertThat(company.reached(id).missing()).as("the recorded bounce stays").hasSize(1);
        assertThat(company.history.of("rep-health-rep-001"))
                .containsExactly(
                        new HistoryEntry(
                                "rep-health-rep-001",
                                company.now(),
                                Company.PR.id(),
                                "email marked as working again",
                                "the mail server is back"));
        PlacementId next = company.distribute(Samples.submission(Samples.numbered(1))).id();
        assertThat(company.pings(next))
                .extracting(Delivery::state)
                .doesNotContain(DeliveryState.REJECTED);
    }

    private MarkAsWorking.Outcome mark(String rep) {
        return new MarkAsWorking(
                        company.directory,
                        new HoldMailbox(company.mailboxes),
                        company.history,
                        company.people,
                        company::now)
                .mark(new RepId(rep), "the mail server is back", Company.PR);
    }

    @Test
    void r5_10_neither_ledger_nor_history_nor_mailboxes_contain_an_address() {
        withSecondAddress();
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();

        assertThat(company.ledger.about(id.value()).toString()).doesNotContain("@");
        assertThat(company.mailboxes.all().toString()).doesNotContain("@");
        assertThat(company.history.of(id.value()).toString()).doesNotContain("@");
    }

    @Test
    void a_complaint_is_reported_to_ops_but_undoes_nothing_and_tries_no_second_address() {
        withSecondAddress();
        PlacementId id = distributed();
        company.deliverAll(id);
        DeliveryId ping = Company.ping(id, "rep-001");
        company.recordFeedback.record(
                ping, new SesEvent.Complained("ses-" + ping, company.now(), null));
        company.work();

        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .contains("The email arrived.")
                .contains("marked as spam");
        assertThat(company.mailbox.to(SECOND)).isEmpty();
        assertThat(company.reached(id).count()).isEqualTo(2);
    }

    @Test
    void a_complaint_holds_the_mailbox_and_the_second_address_is_not_tried_either() {
        withSecondAddress();
        PlacementId id = distributed();
        company.deliverAll(id);
        DeliveryId ping = Company.ping(id, "rep-001");
        company.recordFeedback.record(
                ping,
                new SesEvent.Complained(
                        "ses-" + ping, company.now(), company.mailbox.sentTo(ping)));
        company.work();
        company.advance(Duration.ofHours(1));

        PlacementId next = company.distribute(Samples.submission(Samples.numbered(1))).id();

        assertThat(company.mailbox.to(FIRST)).hasSize(1);
        assertThat(company.mailbox.to(SECOND)).isEmpty();
        assertThat(health()).startsWith("email marked as spam");
        assertThat(company.reached(next).missing())
                .filteredOn(missing -> missing.rep().equals(new RepId("rep-001")))
                .extracting(missing -> missing.reason().words())
                .containsExactly("not sent: an email to it was marked as spam");
    }

    @Test
    void if_ses_suppresses_an_email_the_second_address_is_tried() {
        withSecondAddress();
        PlacementId id = distributed();
        DeliveryId ping = Company.ping(id, "rep-001");
        company.recordFeedback.record(
                ping,
                new SesEvent.Suppressed(
                        "ses-" + ping,
                        company.now(),
                        BounceReason.SUPPRESSED,
                        company.mailbox.sentTo(ping)));
        company.work();

        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .contains("not sent: the address bounced before, so Amazon SES blocks it");
        assertThat(company.mailbox.to(SECOND)).hasSize(1);
        assertThat(company.guard.standing().tally())
                .extracting(tally -> tally.bounced() + tally.complained())
                .isEqualTo(0L);
        assertThat(health()).contains("the address bounced before, so Amazon SES blocks it");
    }

    @Test
    void
            after_ses_gives_up_ops_is_told_at_once_and_the_second_address_is_tried_after_two_minutes() {
        PlacementId id = gaveUp();
        company.runNextErrandOf(Errand.Undelivered.class);

        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .contains("not delivered: the mail server didn’t accept it in time")
                .contains("try their second address in two minutes");
        assertThat(company.mailbox.to(SECOND)).isEmpty();
        assertThat(company.reached(id).missing())
                .extracting(missing -> missing.reason().words())
                .contains("not delivered: the mail server didn’t accept it in time");

        company.work();
        assertThat(company.mailbox.to(SECOND)).hasSize(1);
        assertThat(health()).as("the address may work again tomorrow").isEmpty();
    }

    @Test
    void after_a_delivery_within_two_minutes_the_second_address_is_not_tried() {
        PlacementId id = gaveUp();
        company.runNextErrandOf(Errand.Undelivered.class);
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.work();

        assertThat(company.mailbox.to(SECOND)).isEmpty();
        assertThat(company.reached(id).missing())
                .extracting(Missing::rep)
                .containsExactly(new RepId("rep-002"));
    }

    /// SES has stopped trying the first address of one of two reps.
    private PlacementId gaveUp() {
        withSecondAddress();
        PlacementId id = distributed();
        DeliveryId ping = Company.ping(id, "rep-001");
        company.recordFeedback.record(
                ping,
                new SesEvent.Bounced(
                        "ses-" + ping,
                        company.now(),
                        false,
                        BounceReason.words("Transient", "General", "4.4.7"),
                        company.mailbox.sentTo(ping)));
        return id;
    }

    @Test
    void a_bounce_stamped_by_a_slow_clock_still_undoes_the_delivery() {
        withSecondAddress();
        PlacementId id = distributed();
        company.deliverAll(id);
        company.bounce(Company.ping(id, "rep-001"), company.now().minus(Duration.ofMinutes(3)));
        company.work();

        assertThat(company.reached(id).count()).isEqualTo(1);
        assertThat(company.toldOps()).hasSize(1);
    }

    @Test
    void a_ping_refused_by_ses_is_reported_to_ops_and_the_second_address_is_tried() {
        withSecondAddress();
        company.mailbox.refused.add(FIRST);
        PlacementId id = distributed();

        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .contains("refused by the email service");
        assertThat(company.mailbox.to(SECOND)).hasSize(1);
        assertThat(company.pings(id)).hasSize(3);
    }

    @Test
    void a_bounced_task_email_is_reported_to_ops_too() {
        company.reps(1);
        PlacementId id = distributed();
        DeliveryId task = new DeliveryId(id.value(), "cfo", MailKind.SEQUENCE_TASK);
        company.ledger.add(Delivery.planned(task, company.now()));
        company.bounce(task, company.now());
        company.work();

        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .contains("The sequence email: the owner of “CFO sequence”");
    }

    @Test
    void a_bounced_email_to_ops_does_not_cause_another_email_to_ops() {
        company.reps(1);
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
        DeliveryId notice = new DeliveryId(id.value(), "rep-001", MailKind.FAILED_PING);
        SesEvent bounce =
                new SesEvent.Bounced("ses-" + notice, company.now(), true, "no such user", null);

        assertThat(company.recordFeedback.record(notice, bounce))
                .isEqualTo(RecordFeedback.Outcome.OPS_NOT_REACHED);
        company.work();

        assertThat(company.mailbox.to(Company.OPS)).hasSize(1);
    }

    @Test
    void i5_the_tick_replaces_a_lost_message_about_a_bounce() {
        withSecondAddress();
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.queue.errands.clear();

        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(company.mailbox.to(Company.OPS)).hasSize(1);
        assertThat(company.mailbox.to(SECOND)).hasSize(1);
    }

    @Test
    void i1_the_second_try_waits_while_the_mail_system_is_down_and_is_made_once() {
        withSecondAddress();
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.mailbox.down(true);
        for (int i = 0; i < 5; i++) {
            company.runNextErrand();
            company.advance(Duration.ofMinutes(1));
        }
        assertThat(company.mailbox.to(SECOND)).isEmpty();
        assertThat(company.mailbox.turnedAway()).isPositive();

        company.mailbox.down(false);
        company.work();

        assertThat(company.mailbox.to(SECOND)).hasSize(1);
        assertThat(company.mailbox.to(Company.OPS)).hasSize(1);
    }

    @Test
    void failures_with_one_cause_are_reported_at_once_and_then_together_after_two_minutes() {
        company.reps(36);
        PlacementId id = distributed();
        Instant bounced = company.now();
        company.bounce(Company.ping(id, "rep-001"), bounced);
        company.work();
        for (int i = 2; i <= 36; i++) {
            company.bounce(Company.ping(id, "rep-%03d".formatted(i)), bounced);
        }
        company.work();

        assertThat(company.toldOps()).hasSize(2);
        assertThat(company.toldOps().getFirst().lines()).hasSize(1);
        assertThat(company.toldOps().getLast().lines()).hasSize(35);
        assertThat(company.now()).isEqualTo(bounced.plus(Duration.ofMinutes(2)));
    }

    @Test
    void failures_with_two_causes_are_reported_in_two_emails_at_once() {
        company.reps(2);
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        DeliveryId other = Company.ping(id, "rep-002");
        company.recordFeedback.record(
                other,
                new SesEvent.Bounced("ses-" + other, company.now(), true, "mailbox is full", null));
        Instant bounced = company.now();
        company.work();

        assertThat(company.toldOps()).hasSize(2);
        assertThat(company.now()).isEqualTo(bounced);
    }

    @Test
    void a_corrected_address_gets_the_ping_automatically_within_the_24_hours() {
        company.reps(2);
        PlacementId id = distributed();
        company.deliver(Company.ping(id, "rep-002"), company.now());
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .contains("we’ll send it automatically");

        company.putReps(
                List.of(
                        Company.rep("rep-001").with("email", "new@sample-medtech.example"),
                        Company.rep("rep-002")));
        company.work();
        company.putReps(
                List.of(
                        Company.rep("rep-001").with("email", "new@sample-medtech.example"),
                        Company.rep("rep-002")));
        company.work();

        assertThat(company.mailbox.to("new@sample-medtech.example")).hasSize(1);
        company.deliver(
                company.mailbox.to("new@sample-medtech.example").getFirst().id(), company.now());
        company.runUntil(D);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void the_tick_sends_the_remaining_pings_to_a_corrected_address() {
        company.reps(1);
        PlacementId id = distributed();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
        company.putReps(
                List.of(Company.rep("rep-001").with("email", "new@sample-medtech.example")));
        company.runNextErrandOf(Errand.RosterChanged.class);
        company.queue.messages.clear();

        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(company.mailbox.to("new@sample-medtech.example")).hasSize(1);
    }

    @Test
    void after_the_24_hours_ops_is_told_to_resend_by_hand() {
        company.reps(1);
        PlacementId id = distributed();
        company.advance(Duration.ofHours(30));
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();

        assertThat(company.toldOps())
                .last()
                .asString()
                .contains("Send again")
                .doesNotContain("we’ll send it automatically");
        company.putReps(
                List.of(Company.rep("rep-001").with("email", "new@sample-medtech.example")));
        company.work();
        assertThat(company.mailbox.to("new@sample-medtech.example")).isEmpty();
    }

    private PlacementId distributed() {
        return company.distribute(Samples.submission()).id();
    }

    private String health() {
        return company.replaceList.read(ListName.REPS).getFirst().text("mailHealth");
    }

    /// One of two reps has two addresses, and the first one bounced; the other rep is reached.
    private PlacementId bouncedAtTheFirstAddress() {
        withSecondAddress();
        PlacementId id = distributed();
        company.deliver(Company.ping(id, "rep-002"), company.now());
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
        return id;
    }

    private void withSecondAddress() {
        company.putReps(
                List.of(
                        Company.rep("rep-001").with("secondEmail", SECOND),
                        Company.rep("rep-002")));
    }
}
