package app.prtosales.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.response.RecordResponse;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Regression tests for problems found by simulating three weeks at a company.
class SimulatedWeeksTest {

    private static final String OWNER = "cfo-owner@sample-medtech.example";

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void r5_6_an_owner_who_never_answered_is_told_about_a_retraction() {
        company.reps(1);
        PlacementId id = company.distribute(green(1)).id();
        assertThat(company.mailbox.to(OWNER)).hasSize(1);

        company.changePlacement.retract(id, "The study was withdrawn.", Company.PR);
        company.work();
        company.runUntil(company.now().plus(Duration.ofDays(9)));

        assertThat(company.mailbox.to(OWNER))
                .extracting(mail -> mail.id().kind())
                .as("notified once and not reminded")
                .containsExactly(MailKind.SEQUENCE_TASK, MailKind.SEQUENCE_REMOVAL);
    }

    @Test
    void r5_3_a_move_that_ends_the_shelf_life_asks_the_owner_to_take_the_story_out() {
        company.reps(1);
        PlacementId id = company.distribute(green(1)).id();
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"), Map.of("stage", "awareness"));
        company.runUntil(company.now().plus(Duration.ofDays(2)));

        company.changePlacement.move(
                id, "2024-06-24T09:00", "America/New_York", "the wrong year", Company.PR);
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(company.mailbox.to(OWNER).getLast().id().kind())
                .isEqualTo(MailKind.SEQUENCE_REMOVAL);
    }

    @Test
    void r5_4_the_owner_who_confirmed_a_placement_that_becomes_a_copy_is_asked_to_take_it_out() {
        company.reps(1);
        PlacementId first = company.distribute(green(1)).id();
        Placement copy = company.distribute(green(2));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, copy.id(), "cfo"), Map.of("stage", "awareness"));
        company.changePlacement.attachCopy(
                first,
                String.valueOf(copy.story().url()),
                "Another outlet",
                "It is the same story.",
                Company.PR);
        company.work();

        DeliveryId request = company.mailbox.to(OWNER).getLast().id();
        assertThat(request.kind()).isEqualTo(MailKind.SEQUENCE_REMOVAL);
        assertThat(request.subject()).isEqualTo(copy.id().value());
        assertThat(
                        company.recordResponse.record(
                                company.token(Purpose.REMOVAL, copy.id(), "cfo"),
                                Map.of("choice", "removed")))
                .isInstanceOf(RecordResponse.Outcome.Recorded.class);
        company.runUntil(company.now().plus(Duration.ofDays(9)));
        assertThat(company.mailbox.to(OWNER))
                .filteredOn(mail -> mail.id().subject().equals(copy.id().value()))
                .extracting(OutgoingMail::id)
                .as("asked once, and not reminded after the removal")
                .endsWith(request);
    }

    @Test
    void r1_13_a_withdrawn_story_can_be_submitted_again() {
        company.reps(1);
        Submission submission =
                new SubmissionBuilder(green(1)).publishedAt("2026-07-01T09:00").build();
        PlacementId first = accepted(submission).id();
        company.changePlacement.withdraw(first, "It comes later.", Company.PR);

        Placement again = accepted(submission);

        assertThat(again.id()).isNotEqualTo(first);
        assertThat(company.find(first).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(company.submit(submission)).isEqualTo(new SubmitOutcome.Again(again));
        company.changePlacement.withdraw(again.id(), "Once more.", Company.PR);
        assertThat(accepted(submission).id()).isNotIn(first, again.id());
    }

    @Test
    void r1_13_a_request_repeated_after_a_withdrawal_is_not_another_submission() {
        company.reps(1);
        Submission submission =
                new SubmissionBuilder(green(1)).publishedAt("2026-07-01T09:00").build();
        company.submit(submission, Company.PR, "a-key");
        PlacementId first =
                company.placements.due(Samples.WEDNESDAY.plus(Duration.ofDays(90)), 1).getFirst();
        company.changePlacement.withdraw(first, "It comes later.", Company.PR);

        assertThat(company.submit(submission, Company.PR, "a-key"))
                .isEqualTo(new SubmitOutcome.Again(company.find(first)));
    }

    @Test
    void r5_10_a_rep_and_a_sequence_with_the_same_id_are_distinguished() {
        company.putReps(List.of(Company.rep("cfo")));
        PlacementId id = company.distribute(green(1)).id();
        company.recordResponse.record(
                company.token(Purpose.ACKNOWLEDGE, id, "cfo"), Map.of("choice", "read"));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"), Map.of("stage", "awareness"));

        List<HistoryEntry> history = company.history.of(id.value());
        assertThat(history)
                .filteredOn(entry -> entry.by().equals("cfo"))
                .extracting(HistoryEntry::what)
                .containsExactly("acknowledged");
        assertThat(history)
                .filteredOn(
                        entry -> entry.by().equals(Person.idOf("cfo-owner@sample-medtech.example")))
                .extracting(HistoryEntry::what)
                .containsExactly("added to CFO sequence, stage awareness");
        assertThat(
                        new HistoryEntry(
                                        "p",
                                        company.now(),
                                        "cfo",
                                        "taken out of CFO sequence",
                                        null)
                                .sequence())
                .contains(new SequenceId("cfo"));
    }

    @Test
    void r2_2_a_new_rule_asks_the_sequence_owner_once_about_a_story_from_60_days_ago() {
        company.reps(1);
        Submission nobodys = new SubmissionBuilder(green(1)).topic("something else").build();
        PlacementId id = company.distribute(nobodys).id();
        company.runUntil(company.now().plus(Duration.ofDays(60)));
        assertThat(company.mailbox.to(OWNER)).isEmpty();

        company.put(
                ListName.RULES, Company.row("id", "all", "sequence", "cfo", "stage", "awareness"));
        for (int i = 0; i < 3; i++) {
            company.queue.errand(new Errand.RulesChanged(), Duration.ZERO);
            company.work();
        }

        assertThat(company.mailbox.to(OWNER))
                .extracting(mail -> mail.id().subject())
                .containsExactly(id.value());
    }

    private Placement accepted(Submission submission) {
        return ((SubmitOutcome.Accepted) company.submit(submission)).placement();
    }

    private static Submission green(int number) {
        return new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                .format("podcast")
                .topic("financial integrity")
                .forwardability("green")
                .build();
    }
}
