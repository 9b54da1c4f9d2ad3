package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.audit.AnswerQuestions;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R1.13, R5.6: a story that is published tomorrow, and its copy that went out an hour ago and was
/// merged into it. Two reps got the copy's email; a third one joined since.
class CopyOutFirstTest {

    private static final Instant TOMORROW = P.plus(Duration.ofDays(1));
    private static final String COPY = "https://www.syndicated.example/story";
    private static final String FIRST = "rep-001@sample-medtech.example";
    private static final String SECOND = "rep-002@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;
    private PlacementId id = new PlacementId("not-yet");
    private PlacementId copied = id;

    @BeforeEach
    void merge() {
        company.reps(2);
        SubmissionBuilder story = new SubmissionBuilder(ChangeScenario.mapped("amber"));
        id = accepted(story.publishedAt("2026-06-25T09:00").build());
        SubmissionBuilder copy = new SubmissionBuilder(ChangeScenario.mapped("amber"));
        copied = company.distribute(copy.url(COPY).outlet("Syndicated").build()).id();
        company.deliverAll(copied);
        company.advance(Duration.ofHours(1));
        changed(change.attachCopy(id, COPY, "Syndicated", "the same story", Company.PR));
        company.work();
        assertThat(company.find(id).publication().at()).isEqualTo(TOMORROW);
    }

    @Test
    void r1_13_a_correction_tells_nobody_a_second_before_publication() {
        correct();

        company.runUntil(TOMORROW.minusSeconds(1));

        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();
    }

    @Test
    void r1_13_a_change_of_color_tells_nobody_a_second_before_publication() {
        turnGreen();

        company.runUntil(TOMORROW.minusSeconds(1));

        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();
    }

    @Test
    void r1_13_a_held_correction_does_not_keep_the_tick_busy() {
        correct();
        long version = company.find(id).version();

        company.runUntil(TOMORROW.minusSeconds(1));

        assertThat(company.find(id).version()).isEqualTo(version);
    }

    @Test
    void
            r5_6_readers_of_the_copy_whom_the_storys_own_email_did_not_reach_are_told_after_publication() {
        correct();
        turnGreen();
        company.runUntil(TOMORROW.minusSeconds(1));
        company.mailbox.refused.add(SECOND);

        company.runUntil(TOMORROW.plus(Duration.ofMinutes(1)));
        company.mailbox.refused.clear();
        company.runUntil(TOMORROW.plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(SECOND);
        assertThat(scenario.mailed(MailKind.TURN)).containsExactly(SECOND);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_6_a_reader_of_the_copy_whose_own_email_still_waits_is_not_told_as_well() {
        correct();
        company.goTo(TOMORROW);
        company.plan(id);
        company.advance(Duration.ofMinutes(5));

        company.followUp(id);
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).isEmpty();
        assertThat(company.find(id).changes().pending()).hasSize(1);

        company.work();
        company.runUntil(TOMORROW.plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r1_13_a_held_correction_waits_for_a_publication_that_moves() {
        correct();
        changed(
                change.move(
                        id,
                        "2026-06-26T09:00",
                        "America/New_York",
                        "the outlet moved it",
                        Company.PR));

        company.runUntil(TOMORROW.plus(Duration.ofHours(12)));
        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();

        company.mailbox.refused.add(SECOND);
        company.runUntil(TOMORROW.plus(Duration.ofDays(1)).plusSeconds(30));
        company.mailbox.refused.clear();
        company.runUntil(TOMORROW.plus(Duration.ofDays(1)).plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(SECOND);
    }

    @Test
    void r1_13_a_held_change_is_not_announced_to_other_systems() {
        company.announced.clear();

        correct();
        turnGreen();

        assertThat(company.announced).isEmpty();
    }

    @Test
    void r3_5_a_story_that_is_not_out_has_no_timers_for_owners_and_the_kit() {
        turnGreen();

        assertThat(company.find(id).timers())
                .doesNotContainKeys(Timer.SEQUENCES, Timer.KIT_REMINDER);
    }

    @Test
    void r5_6_an_unsent_original_can_be_retracted_and_the_copys_readers_are_told() {
        company.reps(3);

        company.announced.clear();

        changed(change.retract(id, "the study was withdrawn", Company.PR));
        company.runUntil(company.now().plus(Duration.ofMinutes(1)));

        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(FIRST, SECOND);
        assertThat(company.announced).isEmpty();
    }

    @Test
    void r5_6_a_retracted_original_never_goes_out_and_gets_no_verdict() {
        changed(change.retract(id, "the study was withdrawn", Company.PR));

        company.runUntil(TOMORROW.plus(Duration.ofDays(3)));

        Placement after = company.find(id);
        assertThat(after.status()).isEqualTo(Status.RETRACTED);
        assertThat(after.isOut()).isFalse();
        assertThat(after.judgment()).isNull();
        assertThat(company.pings(id)).isEmpty();
        assertThat(
                        AnswerQuestions.audit(
                                        after, company.reached(id), List.of(), company.directory)
                                .reachedIn24h()
                                .answer())
                .isEqualTo(Answer.EXEMPT);
    }

    @Test
    void r5_6_an_unsent_original_whose_copy_went_out_cannot_be_withdrawn() {
        assertThat(company.showPlacement.show(id).orElseThrow().copyIsOut()).isTrue();
        assertThat(conflict(change.withdraw(id, "not ours", Company.PR)))
                .isEqualTo(
                        "Emails about a copy of it have already gone out, so it can’t be withdrawn. Retract it instead.");
        assertThat(company.find(id).status()).isEqualTo(Status.SCHEDULED);
    }

    @Test
    void r1_13_with_a_copy_that_never_went_out_it_is_withdrawn_rather_than_retracted() {
        PlacementId story = embargoed("https://www.first.example/other");
        String url = "https://www.syndicated.example/other";
        embargoed(url);
        changed(change.attachCopy(story, url, "Syndicated", "the same story", Company.PR));

        assertThat(company.showPlacement.show(story).orElseThrow().copyIsOut()).isFalse();
        assertThat(conflict(change.retract(story, "not ours", Company.PR)))
                .isEqualTo("Nobody has been told about it yet. Withdraw it instead.");
        changed(change.withdraw(story, "not ours", Company.PR));
    }

    @Test
    void
            r5_6_another_event_about_the_copy_changes_nothing_for_who_has_the_storys_own_newer_email() {
        correct();
        company.runUntil(TOMORROW.plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();
        long version = company.find(id).version();

        company.deliver(Company.ping(copied, "rep-001"), company.now());

        assertThat(company.find(id).version()).isEqualTo(version);
    }

    private PlacementId embargoed(String url) {
        return accepted(
                new SubmissionBuilder(Samples.submission())
                        .url(url)
                        .publishedAt("2026-06-25T09:00")
                        .build());
    }

    private PlacementId accepted(Submission submission) {
        PlacementId accepted =
                ((SubmitOutcome.Accepted) company.submit(submission)).placement().id();
        company.work();
        return accepted;
    }

    private void correct() {
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "The right one"), null, null, "a wrong name"),
                        Company.PR));
        company.work();
    }

    private void turnGreen() {
        changed(change.turn(id, "green", null, "legal cleared it", Company.PR));
        company.work();
    }
}
