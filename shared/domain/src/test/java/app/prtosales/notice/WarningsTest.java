package app.prtosales.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R1.9: someone who can act is warned before the deadline is missed, and no longer once the
/// problem is cured.
class WarningsTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));
    private static final String PR_OWNER = "pr-owner@sample-medtech.example";
    private static final String LEADER = "leader@sample-medtech.example";

    private final Company company = new Company(P.plus(Duration.ofMinutes(5)));

    @BeforeEach
    void everybodyIsNamed() {
        company.reps(3);
        agreement("");
    }

    @Test
    void
            r1_9_the_pr_owner_ops_and_the_sales_leader_are_warned_12_4_and_1_hours_before_the_deadline() {
        PlacementId id = oneIsMissing();

        company.runUntil(D.minus(Duration.ofHours(12)).minusSeconds(1));
        assertThat(warnings()).isEmpty();
        company.runUntil(D.minus(Duration.ofHours(12)));
        assertThat(warnings()).containsExactly(PR_OWNER);
        company.runUntil(D.minus(Duration.ofHours(4)));
        assertThat(warnings()).containsExactly(PR_OWNER, Company.OPS);
        company.runUntil(D.plus(Duration.ofDays(1)));
        assertThat(warnings()).containsExactly(PR_OWNER, Company.OPS, LEADER);
        assertThat(company.mailbox.to(LEADER).getFirst().text())
                .isEqualTo("2 of 3 [rep-003: not confirmed by their mail server]");
        assertThat(company.mailbox.to(LEADER).getFirst().id().subject()).isEqualTo(id.value());
    }

    @Test
    void r1_9_if_all_are_delivered_after_the_first_warning_there_is_no_second_one() {
        PlacementId id = oneIsMissing();
        company.runUntil(D.minus(Duration.ofHours(8)));
        company.deliverAll(id);
        company.runUntil(D.plus(Duration.ofDays(1)));

        assertThat(warnings()).containsExactly(PR_OWNER);
    }

    @Test
    void r1_9_if_everyone_is_reached_nobody_is_warned() {
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        company.runUntil(D.plus(Duration.ofDays(1)));

        assertThat(warnings()).isEmpty();
    }

    @Test
    void r1_9_steps_missed_without_ticks_cause_one_warning_and_not_three() {
        oneIsMissing();
        company.goTo(D.minus(Duration.ofMinutes(30)));
        company.tick();
        company.work();
        company.tick();
        company.work();

        assertThat(warnings()).containsExactly(LEADER);
    }

    @Test
    void r1_9_a_step_that_had_passed_before_the_dispatch_causes_no_warning() {
        company.goTo(D.minus(Duration.ofHours(3)));
        oneIsMissing();
        company.runUntil(D.plus(Duration.ofDays(1)));

        assertThat(warnings()).containsExactly(LEADER);
    }

    @Test
    void r1_9_each_step_causes_one_email_however_often_it_is_requested() {
        PlacementId id = oneIsMissing();
        company.goTo(D.minus(Duration.ofHours(12)));
        for (int i = 0; i < 4; i++) {
            company.queue.errands.add(new Errand.Warn(id));
            company.tick();
            company.work();
        }

        assertThat(warnings()).containsExactly(PR_OWNER);
    }

    @Test
    void r1_9_there_is_no_warning_about_a_judged_placement_or_a_backfill() {
        PlacementId id = oneIsMissing();
        company.goTo(D);
        company.tick();
        company.queue.errands.add(new Errand.Warn(id));
        company.work();

        assertThat(warnings()).isEmpty();
    }

    @Test
    void r1_9_pings_never_planned_because_of_lost_messages_cause_a_warning() {
        company.submit(Samples.submission());
        while (company.now().isBefore(D.minus(Duration.ofHours(11)))) {
            company.queue.messages.clear();
            company.advance(Duration.ofMinutes(20));
            company.tick();
        }
        company.queue.messages.clear();
        company.work();

        assertThat(warnings()).containsExactly(PR_OWNER);
    }

    @Test
    void r1_9_while_the_mail_system_is_down_the_warning_waits() {
        oneIsMissing();
        company.mailbox.down(true);
        company.goTo(D.minus(Duration.ofHours(12)));
        company.tick();
        company.runNextErrand();
        assertThat(company.mailbox.turnedAway()).isEqualTo(1);
        company.advance(Duration.ofMinutes(3));
        company.mailbox.down(false);
        company.work();

        assertThat(warnings()).containsExactly(PR_OWNER);
    }

    @Test
    void r1_9_if_the_mail_system_is_down_past_the_deadline_all_who_were_to_be_warned_hear_later() {
        oneIsMissing();
        company.runUntil(D.minus(Duration.ofHours(13)));
        downUntil(D.plus(Duration.ofHours(2)));
        assertThat(warnings()).isEmpty();

        company.work();

        assertThat(warnings()).containsExactlyInAnyOrder(PR_OWNER, Company.OPS, LEADER);
    }

    @Test
    void r1_9_a_warning_that_waited_past_the_deadline_goes_to_a_person_once() {
        company.put(ListName.AGREEMENT, row("12h;4h;1h").with("salesLeader", ""));
        oneIsMissing();
        downUntil(D.plus(Duration.ofHours(2)));

        company.work();

        assertThat(warnings()).containsExactlyInAnyOrder(PR_OWNER, Company.OPS);
    }

    @Test
    void r1_9_if_everyone_got_the_story_after_the_deadline_no_warning_waits_any_longer() {
        PlacementId id = oneIsMissing();
        downUntil(D.plus(Duration.ofHours(1)));
        company.deliverAll(id);

        company.work();

        assertThat(warnings()).isEmpty();
    }

    @Test
    void r1_9_after_the_deadline_nobody_is_warned_if_somebody_was_before_it() {
        PlacementId id = oneIsMissing();
        downUntil(D.minus(Duration.ofHours(2)));
        company.work();
        company.goTo(D.plusSeconds(1));
        company.tick();
        assertThat(warnings()).containsExactly(Company.OPS);

        company.queue.errands.add(new Errand.Warn(id));
        company.work();

        assertThat(warnings()).containsExactly(Company.OPS);
    }

    @Test
    void r1_9_no_warning_that_waited_is_sent_about_a_retracted_story() {
        PlacementId id = oneIsMissing();
        downUntil(D.plus(Duration.ofHours(1)));
        company.changePlacement.retract(id, "a false figure", Company.PR);

        company.work();

        assertThat(warnings()).isEmpty();
    }

    @Test
    void r1_9_the_steps_come_from_the_agreement_and_a_missing_recipient_is_replaced() {
        company.put(ListName.AGREEMENT, row("2h;PT30M").with("prOwner", ""));
        oneIsMissing();
        company.runUntil(D.minus(Duration.ofMinutes(31)));
        assertThat(warnings()).containsExactly(Company.OPS);
        company.runUntil(D);

        assertThat(warnings()).containsExactly(Company.OPS, Company.OPS);
    }

    @Test
    void r1_9_steps_that_change_within_the_24_hours_apply_to_stories_already_out() {
        oneIsMissing();
        company.runUntil(D.minus(Duration.ofHours(11)));
        newSteps("10h;2h;PT15M");

        company.runUntil(D.minus(Duration.ofHours(10)));
        assertThat(warnings()).containsExactly(PR_OWNER, PR_OWNER);
        company.runUntil(D.minus(Duration.ofHours(2)).minusSeconds(1));
        assertThat(warnings()).containsExactly(PR_OWNER, PR_OWNER);
        company.runUntil(D.minus(Duration.ofMinutes(15)));
        assertThat(warnings()).containsExactly(PR_OWNER, PR_OWNER, Company.OPS, LEADER);
    }

    @Test
    void r1_9_a_step_added_after_the_last_one_applies_too() {
        agreement("12h");
        oneIsMissing();
        company.runUntil(D.minus(Duration.ofHours(11)));
        newSteps("12h;2h");

        company.runUntil(D);

        assertThat(warnings()).containsExactly(PR_OWNER, Company.OPS);
    }

    @Test
    void r1_9_a_step_that_is_due_while_others_change_is_not_skipped() {
        oneIsMissing();
        company.goTo(D.minus(Duration.ofHours(12)));
        newSteps("12h;6h");

        company.tick();
        company.work();

        assertThat(warnings()).containsExactly(PR_OWNER);
    }

    @Test
    void r1_9_new_steps_set_no_warning_about_a_retracted_story() {
        PlacementId retracted = oneIsMissing();
        company.changePlacement.retract(retracted, "a false figure", Company.PR);
        Placement before = company.find(retracted);

        newSteps("10h");

        assertThat(company.find(retracted)).isEqualTo(before);
    }

    /// Ticks every ten minutes while nothing can be sent, and tries each queued errand once each
    /// time.
    private void downUntil(Instant time) {
        company.mailbox.down(true);
        while (company.now().isBefore(time)) {
            company.advance(Duration.ofMinutes(10));
            company.tick();
            List<Errand> queued = List.copyOf(company.queue.errands);
            company.queue.errands.clear();
            queued.forEach(company::run);
            company.workOnce();
        }
        company.mailbox.down(false);
    }

    private void newSteps(String warnings) {
        agreement(warnings);
        company.run(new Errand.RulesChanged());
    }

    private PlacementId oneIsMissing() {
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.deliver(Company.ping(id, "rep-002"), company.now());
        return id;
    }

    private List<String> warnings() {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == MailKind.WARNING)
                .map(mail -> mail.to())
                .toList();
    }

    private void agreement(String warnings) {
        company.put(ListName.AGREEMENT, row(warnings));
    }

    private static Row row(String warnings) {
        return Company.row(
                "version",
                "2",
                "date",
                "2026-01-05",
                "zone",
                "America/New_York",
                "warnings",
                warnings,
                "prOwner",
                PR_OWNER,
                "ops",
                Company.OPS,
                "salesLeader",
                LEADER,
                "leadership",
                Company.CEO);
    }
}
