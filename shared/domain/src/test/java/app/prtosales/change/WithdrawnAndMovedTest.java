package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.D;
import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditWeek;
import app.prtosales.delivery.MailKind;
import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Move;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.placement.Timer;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R1.13: an embargo holds, moving `P` moves everything, and withdrawing cancels everything and
/// leaves a record.
class WithdrawnAndMovedTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r1_13_a_withdrawn_embargo_is_never_sent_and_leaves_a_record() {
        PlacementId id = embargoed();

        Placement withdrawn = changed(change.withdraw(id, "the outlet dropped it", Company.PR));
        company.runUntil(P.plus(Duration.ofDays(3)));

        assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(company.find(id).timers()).isEmpty();
        assertThat(company.mailbox.mails).isEmpty();
        assertThat(scenario.history(id)).containsExactly("accepted", "withdrawn");
        assertThat(scenario.reasons(id)).containsExactly("the outlet dropped it");
    }

    @Test
    void r1_13_withdrawing_twice_withdraws_once() {
        PlacementId id = embargoed();
        changed(change.withdraw(id, "dropped", Company.PR));

        assertUnchanged(change.withdraw(id, "dropped", Company.PR));

        assertThat(scenario.history(id)).hasSize(2);
    }

    @Test
    void r1_13_a_sent_placement_can_be_retracted_but_not_withdrawn() {
        PlacementId id = scenario.delivered();

        assertThat(conflict(change.withdraw(id, "a mistake", Company.PR))).contains("Retract");

        assertThat(company.find(id).status()).isNotEqualTo(Status.WITHDRAWN);
    }

    @Test
    void r1_13_emails_that_wait_are_not_called_sent() {
        company.reps(1);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement().id();
        company.queue.messages.clear();
        company.plan(id);

        assertThat(company.mailbox.mails).isEmpty();
        assertThat(conflict(change.withdraw(id, "a mistake", Company.PR)))
                .isEqualTo(
                        "Its emails have gone out or are waiting to, so it can’t be withdrawn. Retract it instead.");
    }

    @Test
    void a_reason_is_required_on_one_line() {
        PlacementId id = embargoed();

        assertThat(errors(change.withdraw(id, " ", Company.PR)))
                .extracting(FieldError::field)
                .containsExactly("reason");
        assertThat(errors(change.withdraw(id, "two\nlines", Company.PR)))
                .extracting(FieldError::message)
                .containsExactly("Remove the line break from the reason");
    }

    @Test
    void an_unknown_placement_cannot_be_changed() {
        assertThat(change.withdraw(new PlacementId("nobody"), "gone", Company.PR))
                .isEqualTo(new ChangeOutcome.NoSuchPlacement());
    }

    @Test
    void
            r1_13_moving_an_embargo_moves_dispatch_verdict_and_expiration_and_nothing_is_sent_before() {
        PlacementId id = embargoed();
        Instant later = P.plus(Duration.ofDays(5));

        changed(change.move(id, "2026-06-29T09:00", "America/New_York", null, Company.PR));

        Placement moved = company.find(id);
        assertThat(moved.publication().at()).isEqualTo(later);
        assertThat(moved.timers())
                .containsEntry(Timer.DISPATCH, later)
                .containsEntry(Timer.VERDICT, later.plus(Duration.ofHours(24)));
        assertThat(moved.expiresAt()).isEqualTo(later.plus(moved.story().format().shelfLife()));
        company.runUntil(later.minusMillis(1));
        assertThat(company.mailbox.mails).isEmpty();
        company.runUntil(later);
        assertThat(company.mailbox.mails).hasSize(2);
    }

    @Test
    void r1_13_an_embargo_moved_into_the_past_is_sent_at_once() {
        PlacementId id = embargoed();

        changed(change.move(id, "2026-06-23T08:00", "America/New_York", null, Company.PR));
        company.tick();
        company.work();

        assertThat(company.mailbox.mails).hasSize(2);
    }

    @Test
    void r1_13_both_versions_are_kept_and_the_same_move_again_changes_nothing() {
        PlacementId id = scenario.delivered();
        changed(change.move(id, "2026-06-24T08:00", "America/New_York", "typo", Company.PR));

        assertUnchanged(
                change.move(id, "2026-06-24T08:00", "America/New_York", "typo", Company.PR));

        Placement moved = company.find(id);
        assertThat(moved.changes().moves()).hasSize(1);
        assertThat(moved.changes().moves().getFirst().from().at()).isEqualTo(P);
        assertThat(moved.changes().moves().getFirst().to().at())
                .isEqualTo(P.minus(Duration.ofHours(1)));
        assertThat(moved.publication().deadline()).isEqualTo(D.minus(Duration.ofHours(1)));
        assertThat(scenario.history(id))
                .contains("publication moved from 2026-06-24T13:00:00Z to 2026-06-24T12:00:00Z");
    }

    @Test
    void a_move_needs_a_reason_only_after_the_deadline() {
        PlacementId id = scenario.delivered();
        changed(change.move(id, "2026-06-24T08:30", "America/New_York", null, Company.PR));
        company.runUntil(D);

        assertThat(errors(change.move(id, "2026-06-24T08:00", "America/New_York", "", Company.PR)))
                .extracting(FieldError::field)
                .containsExactly("reason");

        changed(change.move(id, "2026-06-24T08:00", "America/New_York", "typo", Company.PR));
    }

    @Test
    void every_bad_field_of_a_move_is_reported_at_once() {
        PlacementId id = embargoed();

        assertThat(errors(change.move(id, "tomorrow", "America/New_York", "a\nb", Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("publishedAt", "reason");
    }

    @Test
    void a_reason_that_is_missing_after_the_deadline_is_reported_with_an_unreadable_day() {
        PlacementId id = scenario.delivered();
        company.runUntil(D.plusSeconds(60));

        assertThat(errors(change.move(id, "tomorrow", "Nowhere", null, Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("publishedAt", "zone", "reason");
    }

    @Test
    void a_change_can_be_checked_without_storing_anything() {
        PlacementId id = embargoed();

        assertThat(change.problems(it -> it.withdraw(id, "", Company.PR)))
                .extracting(FieldError::field)
                .containsExactly("reason");
        assertThat(change.problems(it -> it.withdraw(id, "dropped", Company.PR))).isEmpty();

        assertThat(company.find(id).status()).isEqualTo(Status.SCHEDULED);
        assertThat(scenario.history(id)).containsExactly("accepted");
    }

    @Test
    void a_met_verdict_becomes_missed_if_publication_moves_two_days_back() {
        PlacementId id = scenario.delivered();
        company.runUntil(D);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);

        changed(
                change.move(
                        id, "2026-06-22T09:00", "America/New_York", "it was Monday", Company.PR));

        Placement moved = company.find(id);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).cause()).isEqualTo(Cause.LATE_INTAKE);
        assertThat(moved.judgment()).isNotNull();
        assertThat(moved.judgment().first()).isEqualTo(Verdict.MET);
        assertThat(moved.judgment().restatedAt()).isEqualTo(company.now());
        Move kept = moved.changes().moves().getFirst();
        assertThat(kept.verdict()).isNotNull();
        assertThat(kept.verdict().reached().verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void r1_10_a_story_that_waited_for_a_publication_that_had_been_is_late_intake() {
        PlacementId id = movedAnHourBeforePublication("2026-06-23T07:00");

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).cause()).isEqualTo(Cause.LATE_INTAKE);
        assertThat(company.reached(id).count()).isEqualTo(2);
        assertThat(company.exportWeek.export(new AuditWeek(2026, 26), null).rows())
                .extracting(row -> row.get("movedFromFutureAt"))
                .contains(P.minus(Duration.ofHours(1)).toString());
    }

    @Test
    void r1_10_a_publication_moved_to_the_past_in_time_is_not_late_intake() {
        PlacementId id = movedAnHourBeforePublication("2026-06-23T09:00");

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
    }

    private PlacementId movedAnHourBeforePublication(String publishedAt) {
        PlacementId id = embargoed();
        company.runUntil(P.minus(Duration.ofHours(1)));
        changed(change.move(id, publishedAt, "America/New_York", "it was out", Company.PR));
        company.tick();
        company.work();
        company.deliverAll(id);
        company.runUntil(P.plus(Duration.ofHours(1)));
        return id;
    }

    @Test
    void a_verdict_is_open_again_if_the_deadline_moves_into_the_future() {
        PlacementId id = scenario.delivered();
        company.runUntil(D);

        changed(change.move(id, "2026-06-25T08:00", "America/New_York", "a day later", Company.PR));

        Instant deadline = D.plus(Duration.ofHours(23));
        assertThat(company.find(id).judgment()).isNull();
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.PENDING);
        company.runUntil(deadline);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.mailbox.mails).hasSize(3);
    }

    @Test
    void publication_cannot_move_into_the_future_once_the_pings_are_out() {
        PlacementId id = scenario.delivered();

        assertThat(
                        conflict(
                                change.move(
                                        id,
                                        "2026-06-30T09:00",
                                        "America/New_York",
                                        null,
                                        Company.PR)))
                .contains("future");
    }

    @Test
    void only_one_of_a_simultaneous_withdrawal_and_dispatch_happens() {
        PlacementId id = embargoed();
        company.goTo(P.plusSeconds(1));
        company.tick();
        changed(change.withdraw(id, "too late?", Company.PR));
        company.work();

        assertThat(company.mailbox.mails).isEmpty();
        assertThat(scenario.mailed(MailKind.PING)).isEmpty();
        assertThat(company.find(id).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void a_retracted_placement_accepts_no_other_change() {
        PlacementId id = scenario.delivered();
        changed(change.retract(id, "a false figure", Company.PR));

        assertThat(
                        List.of(
                                change.withdraw(id, "x", Company.PR),
                                change.move(
                                        id,
                                        "2026-06-24T08:00",
                                        "America/New_York",
                                        "x",
                                        Company.PR),
                                change.turn(id, "green", null, "x", Company.PR),
                                change.renew(id, "2027-06-30", "x", Company.PR),
                                change.resend(id, "x", Company.PR)))
                .allSatisfy(outcome -> assertThat(conflict(outcome)).contains("retracted"));
        assertThat(scenario.history(id)).hasSize(3).contains("retracted");
    }

    @Test
    void a_withdrawn_placement_cannot_be_retracted() {
        PlacementId id = embargoed();
        changed(change.withdraw(id, "dropped", Company.PR));

        assertThat(conflict(change.retract(id, "x", Company.PR))).contains("withdrawn");
    }

    @Test
    void r5_10_a_person_who_makes_a_change_is_remembered_with_their_address() {
        PlacementId id = embargoed();
        Person newcomer = Person.withEmail("newcomer@sample-medtech.example");

        changed(change.withdraw(id, "dropped", newcomer));

        assertThat(company.people.find(newcomer.id())).contains(newcomer);
    }

    @Test
    void a_change_says_whether_its_event_was_accepted_if_anyone_has_to_be_notified() {
        PlacementId id = scenario.delivered();

        assertThat(announced(change.turn(id, "green", null, "cleared", Company.PR))).isTrue();
        company.work();
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        company.busDown(true);
        assertThat(announced(change.exempt(id, "referencedInDeal", "x", null, Company.PR)))
                .as("nobody has to be notified")
                .isTrue();
        assertThat(announced(change.turn(id, "amber", null, "review", Company.PR))).isFalse();
    }

    @Test
    void an_event_is_only_about_what_just_changed() {
        PlacementId id = scenario.delivered();
        company.announced.clear();
        changed(change.turn(id, "green", null, "cleared", Company.PR));

        changed(change.exempt(id, "referencedInDeal", "x", null, Company.PR));

        assertThat(company.find(id).dueChanges()).as("still to be emailed").hasSize(1);
        assertThat(company.announced).hasSize(1);
    }

    private static boolean announced(ChangeOutcome outcome) {
        return ((ChangeOutcome.Changed) outcome).announced();
    }

    private PlacementId embargoed() {
        company.goTo(P.minus(Duration.ofDays(1)));
        company.reps(2);
        SubmitOutcome outcome = company.submit(Samples.submission());
        return ((SubmitOutcome.Accepted) outcome).placement().id();
    }
}
