package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R4.1: the three answers with their evidence and time, for placements in every state.
class AnswerQuestionsTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void r4_8_a_backfill_is_exempt_from_question_1() {
        assertThat(answers(past(1)).reachedIn24h())
                .isEqualTo(
                        new Finding(Answer.EXEMPT, "imported from the past, never emailed", null));
    }

    @Test
    void r1_13_a_placement_withdrawn_before_sending_is_exempt() {
        company.goTo(Samples.WEDNESDAY.minus(Duration.ofDays(1)));
        company.reps(1);
        PlacementId id = submitted(published("2026-06-24T09:00", 1));
        assertThat(answers(id).reachedIn24h().answer()).isEqualTo(Answer.PENDING);

        company.changePlacement.withdraw(id, "not ours", Company.PR);

        assertThat(answers(id).reachedIn24h())
                .isEqualTo(new Finding(Answer.EXEMPT, "withdrawn", null));
    }

    @Test
    void before_the_deadline_the_answer_counts_reps_but_in_a_list_is_only_pending() {
        company.reps(2);
        PlacementId id = company.distribute(published("2026-06-24T09:00", 1)).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());

        assertThat(answers(id).reachedIn24h())
                .isEqualTo(
                        new Finding(
                                Answer.PENDING,
                                "1 of 2 reps reached; the deadline is 2026-06-25T13:00:00Z",
                                company.now()));
        assertThat(
                        new AnswerInBulk(company.stored, company.directory)
                                .answer(List.of(company.find(id)))
                                .get(id))
                .extracting(PlacementAnswers::reachedIn24h)
                .isEqualTo(new Finding(Answer.PENDING, "still within its 24 hours", null));
    }

    @Test
    void a_team_of_one_is_counted_in_the_singular() {
        company.reps(1);
        PlacementId id = company.distribute(published("2026-06-24T09:00", 1)).id();

        assertThat(answers(id).reachedIn24h().evidence())
                .startsWith("0 of 1 rep reached; the deadline");

        company.goTo(company.find(id).publication().deadline());
        company.tick();

        assertThat(answers(id).reachedIn24h().evidence())
                .startsWith("0 of 1 rep reached within 24 hours; ");
    }

    @Test
    void r1_10_a_void_verdict_is_a_no() {
        PlacementId id = company.distribute(published("2026-06-24T09:00", 1)).id();

        assertThat(answers(id).reachedIn24h())
                .isEqualTo(new Finding(Answer.NO, "there were no active reps to reach", null));
    }

    @Test
    void r5_7_negative_coverage_is_exempt_from_questions_2_and_3() {
        company.reps(1);
        PlacementId id =
                company.distribute(
                                new SubmissionBuilder(published("2026-06-24T09:00", 1))
                                        .tone("negative")
                                        .holdingLine("We know of the report.")
                                        .build())
                        .id();
        Finding exempt = new Finding(Answer.EXEMPT, "negative coverage", null);

        assertThat(answers(id).inActiveSequence()).isEqualTo(exempt);
        assertThat(answers(id).referencedInDeal()).isEqualTo(exempt);
    }

    @Test
    void r5_5_a_placement_marked_red_is_a_no_from_then_on() {
        company.reps(1);
        PlacementId id = company.distribute(published("2026-06-24T09:00", 1)).id();
        company.advance(Duration.ofHours(1));
        company.changePlacement.turn(id, "red", null, "a false figure", Company.PR);
        Finding red = new Finding(Answer.NO, "marked Red: do not use", company.now());

        assertThat(answers(id).inActiveSequence()).isEqualTo(red);
        assertThat(answers(id).referencedInDeal()).isEqualTo(red);
    }

    @Test
    void r2_4_one_active_sequence_makes_a_yes_whatever_the_others_say() {
        PlacementId id = inBothSequences();
        company.sequences("cfo", "active", "health-system", "paused");
        assertThat(answers(id).inActiveSequence().answer()).isEqualTo(Answer.YES);

        company.sequences("cfo", "paused", "health-system", "active");
        assertThat(answers(id).inActiveSequence().answer()).isEqualTo(Answer.YES);
    }

    @Test
    void r2_4_a_paused_sequence_that_is_archived_or_removed_later_was_lost_when_it_was_paused() {
        PlacementId id = inBothSequences();
        company.sequences("cfo", "paused", "health-system", "paused");
        Instant paused = company.now();
        company.advance(Duration.ofDays(14));
        company.sequences("cfo", "archived", "health-system", "archived");

        assertThat(answers(id).inActiveSequence().at()).isEqualTo(paused);
        assertThat(answers(id).inActiveSequence().evidence())
                .contains("is archived; it counted until");

        company.advance(Duration.ofDays(1));
        company.sequences("other", "active");

        assertThat(answers(id).inActiveSequence().at()).isEqualTo(paused);
        assertThat(answers(id).inActiveSequence().evidence()).contains("no longer on the list");
    }

    @Test
    void r2_4_the_sequence_lost_last_is_the_reason() {
        PlacementId id = inBothSequences();
        company.advance(Duration.ofHours(1));
        company.sequences("cfo", "paused", "health-system", "active");
        company.advance(Duration.ofHours(1));
        company.sequences("cfo", "paused", "health-system", "archived");

        assertThat(answers(id).inActiveSequence())
                .isEqualTo(
                        new Finding(
                                Answer.NO,
                                "Name of health-system is archived; it counted until then",
                                company.now()));

        company.sequences("cfo", "active", "health-system", "archived");
        company.advance(Duration.ofHours(1));
        company.sequences("cfo", "paused", "health-system", "archived");

        assertThat(answers(id).inActiveSequence())
                .isEqualTo(
                        new Finding(
                                Answer.NO,
                                "Name of cfo is paused; it counted until then",
                                company.now()));
    }

    @Test
    void r2_4_a_lost_sequence_stays_the_reason_when_another_owner_declines() {
        PlacementId id = in("cfo");
        company.advance(Duration.ofHours(1));
        company.sequences("cfo", "paused", "health-system", "active");
        Finding lost = answers(id).inActiveSequence();
        company.advance(Duration.ofHours(1));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"),
                Map.of("stage", "~not-here", "reason", "not for hospitals"));

        assertThat(answers(id).inActiveSequence()).isEqualTo(lost);
        assertThat(lost.at()).isEqualTo(company.now().minus(Duration.ofHours(1)));
    }

    @Test
    void r2_4_an_owner_who_confirmed_and_then_declines_ends_the_yes_on_that_day() {
        PlacementId id = in("cfo");
        company.advance(Duration.ofHours(1));
        decline(id);
        Instant lost = company.now();
        company.advance(Duration.ofHours(1));
        decline(id);

        assertThat(answers(id).inActiveSequence())
                .isEqualTo(
                        new Finding(
                                Answer.NO,
                                "the owner of CFO sequence said it doesn’t fit: too old; it counted until then",
                                lost));
    }

    @Test
    void r2_4_a_yes_that_a_pause_ended_keeps_its_date_when_the_owner_declines() {
        PlacementId id = in("cfo");
        company.advance(Duration.ofHours(1));
        company.sequences("cfo", "paused", "health-system", "active");
        Instant lost = company.now();
        company.advance(Duration.ofHours(1));
        decline(id);

        assertThat(answers(id).inActiveSequence().at()).isEqualTo(lost);
    }

    @Test
    void r2_4_an_owner_who_only_declined_leaves_no_date() {
        company.reps(1);
        PlacementId id = company.distribute(Samples.green()).id();
        decline(id);

        assertThat(answers(id).inActiveSequence().at()).isNull();
    }

    private void decline(PlacementId id) {
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"),
                Map.of("stage", "~not-here", "reason", "too old"));
    }

    private PlacementId inBothSequences() {
        PlacementId id = in("cfo");
        company.advance(Duration.ofMinutes(1));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"), Map.of("stage", "awareness"));
        return id;
    }

    private PlacementId in(String sequence) {
        company.reps(1);
        PlacementId id = company.distribute(Samples.green()).id();
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, sequence), Map.of("stage", "awareness"));
        return id;
    }

    private PlacementAnswers answers(PlacementId id) {
        return company.showPlacement.show(company.find(id)).audit();
    }

    private PlacementId past(int number) {
        return submitted(
                new SubmissionBuilder(published("2026-06-24T09:30", number))
                        .backfill(true)
                        .build());
    }

    private PlacementId submitted(Submission submission) {
        return ((SubmitOutcome.Accepted) company.submit(submission)).placement().id();
    }

    private static Submission published(String at, int number) {
        return new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                .publishedAt(at)
                .build();
    }
}
