package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.OwnerScenario.AWARENESS;
import static app.prtosales.change.OwnerScenario.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.delivery.MailKind;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.response.Response;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A story that is renewed after it expired: what its sequence owners are asked, and whether their
/// earlier answers still count (R5.3).
class RenewedAtOwnersTest {

    private static final String CFO_OWNER = "cfo-owner@sample-medtech.example";

    private final OwnerScenario owner = new OwnerScenario();
    private final ChangeScenario scenario = owner.scenario;
    private final Company company = owner.company;

    @Test
    void r5_3_a_confirmation_from_before_a_story_expired_does_not_count_once_it_is_renewed() {
        PlacementId id = owner.confirmed();
        Instant end = company.find(id).expiresAt();
        company.runUntil(end.plus(Duration.ofHours(1)));
        assertThat(owner.finding(id).answer()).isEqualTo(Answer.YES);

        owner.renew(id);

        assertThat(owner.finding(id).answer()).isEqualTo(Answer.NO);
        assertThat(owner.finding(id).at()).isEqualTo(end);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        owner.answer(id, AWARENESS);
        assertThat(owner.finding(id).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void r5_3_r5_6_a_corrected_format_that_moves_a_past_end_into_the_future_is_like_a_renewal() {
        PlacementId id = owner.confirmed();
        owner.correct(id, Map.of("format", "news-mention"));
        Instant end = company.find(id).expiresAt();
        company.runUntil(end.plus(Duration.ofHours(1)));

        owner.correct(id, Map.of("format", "byline"));
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(owner.finding(id).at()).isEqualTo(end);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
    }

    @Test
    void r5_3_r1_13_a_moved_publication_that_moves_a_past_end_into_the_future_is_like_a_renewal() {
        PlacementId id = owner.confirmed();
        Instant end = company.find(id).expiresAt();
        company.runUntil(end.plus(Duration.ofHours(1)));

        changed(
                company.changePlacement.move(
                        id, "2026-08-01T09:00", "America/New_York", "a slip", Company.PR));
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(owner.finding(id).at()).isEqualTo(end);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
    }

    @Test
    void r5_3_a_renewal_before_the_end_changes_no_answer() {
        PlacementId id = owner.confirmed();
        company.runUntil(company.find(id).expiresAt().minus(Duration.ofDays(1)));

        owner.renew(id);

        assertThat(owner.finding(id).answer()).isEqualTo(Answer.YES);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
    }

    @Test
    void r4_8_r5_3_only_the_owner_who_confirmed_a_backfill_is_asked_when_it_is_renewed() {
        PlacementId id =
                ((SubmitOutcome.Accepted)
                                company.submit(
                                        new SubmissionBuilder(mapped("green"))
                                                .backfill(true)
                                                .build()))
                        .placement()
                        .id();
        Instant end = company.find(id).expiresAt();
        company.responses.add(
                company.find(id),
                new Response.InSequence(new SequenceId("cfo"), company.now(), "awareness"),
                new HistoryEntry(id.value(), company.now(), "u-1", "imported", null));
        company.runUntil(end.plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(CFO_OWNER);

        owner.renew(id);
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER, CFO_OWNER);
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SEQUENCES);
    }
}
