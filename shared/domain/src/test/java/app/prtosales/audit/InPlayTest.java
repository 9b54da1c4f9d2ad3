package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a week's report says about older placements too: in play, ending, untouched, ready for
/// champions.
class InPlayTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void a_retracted_placement_is_not_in_play() {
        green(1);
        PlacementId second = green(2);
        assertThat(inPlay().placements()).isEqualTo(2);

        company.changePlacement.retract(second, "a false figure", Company.PR);

        assertThat(inPlay().placements()).isEqualTo(1);
    }

    @Test
    void r5_3_an_ended_placement_is_not_in_play_and_one_ending_within_two_weeks_is_listed() {
        PlacementId id = green(1);
        company.goTo(company.find(id).expiresAt().minus(Duration.ofDays(14)).minusSeconds(1));
        assertThat(inPlay().endingSoon()).isZero();
        assertThat(inPlay().placements()).isEqualTo(1);

        company.advance(Duration.ofSeconds(1));
        assertThat(inPlay().endingSoon()).isEqualTo(1);
        assertThat(inPlay().ending())
                .containsExactly(new InPlay.Ending(id, "Story 1", company.find(id).expiresAt()));

        company.goTo(company.find(id).expiresAt());
        assertThat(inPlay().placements()).isZero();
        assertThat(inPlay().endingSoon()).isZero();
    }

    @Test
    void a_placement_not_acknowledged_or_used_in_seven_days_is_untouched() {
        PlacementId id = green(1);
        company.goTo(sentAt(id).plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(inPlay().untouchedInAll()).isZero();

        company.advance(Duration.ofSeconds(1));

        assertThat(inPlay().untouchedInAll()).isEqualTo(1);
        assertThat(inPlay().untouched())
                .containsExactly(
                        new InPlay.Untouched(id, "Story 1", company.find(id).publication()));
    }

    @Test
    void r1_7_a_placement_submitted_late_is_untouched_seven_days_after_it_was_sent() {
        company.goTo(Samples.WEDNESDAY.plus(Duration.ofDays(5)));
        PlacementId id = green(1);
        company.goTo(sentAt(id).plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(inPlay().untouchedInAll()).isZero();

        company.advance(Duration.ofSeconds(1));

        assertThat(inPlay().untouchedInAll()).isEqualTo(1);
    }

    @Test
    void r1_10_a_placement_without_an_active_rep_is_not_untouched() {
        company.put(ListName.REPS, Company.rep("rep-001").with("active", "false"));
        company.distribute(Samples.green());
        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofDays(8)));

        assertThat(inPlay().placements()).isEqualTo(1);
        assertThat(inPlay().untouchedInAll()).isZero();
    }

    @Test
    void an_acknowledged_used_or_exempt_placement_is_not_untouched() {
        PlacementId acknowledged = green(1);
        PlacementId used = green(2);
        PlacementId exempt = green(3);
        company.submit(
                new SubmissionBuilder(Samples.submission(Samples.numbered(4)))
                        .backfill(true)
                        .build());
        company.recordResponse.record(
                company.token(Purpose.ACKNOWLEDGE, acknowledged, "rep-001"),
                Map.of("choice", "read"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, used, "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        company.changePlacement.exempt(
                exempt, "referencedInDeal", "not about a product", "Sample Owner", Company.PR);

        company.goTo(Samples.WEDNESDAY.plus(Duration.ofDays(8)));

        assertThat(inPlay().placements()).isEqualTo(4);
        assertThat(inPlay().untouched()).isEmpty();
    }

    @Test
    void r3_4_ready_kits_and_armed_champions_are_counted_separately() {
        company.openDeal();
        PlacementId ready = green(1);
        company.distribute(Samples.submission(Samples.numbered(2)));
        assertThat(inPlay().kitsReady()).isEqualTo(1);
        assertThat(inPlay().championsArmed()).isZero();

        company.recordResponse.record(
                company.token(Purpose.KIT, ready, "rep-001"),
                Map.of("account", "account-1", "champion", "Sample Champion"));

        assertThat(inPlay().kitsReady()).isEqualTo(1);
        assertThat(inPlay().championsArmed()).isEqualTo(1);
    }

    @Test
    void r5_5_a_stage_counts_only_stories_that_are_not_in_review() {
        PlacementId id = green(1);
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"), Map.of("stage", "awareness"));
        assertThat(inPlay().stages()).containsExactly(new InPlay.InStage("awareness", "CFO", 1));

        company.changePlacement.turn(id, "amber", null, "in review again", Company.PR);

        assertThat(inPlay().stages()).isEmpty();
    }

    @Test
    void only_deals_of_the_week_are_listed_latest_first() {
        PlacementId id = green(1);
        used(id, "account-1");
        company.advance(Duration.ofHours(1));
        used(id, "account-2");
        company.goTo(WEEK_26.endsAt(Samples.NEW_YORK));
        used(id, "account-1");

        assertThat(inPlay().deals()).isEqualTo(2);
        assertThat(inPlay().dealsAtTargets()).isEqualTo(1);
        assertThat(inPlay().named())
                .extracting(InPlay.Deal::accountName)
                .containsExactly("Sample Hospital 2", "Sample Hospital 1");
    }

    private void used(PlacementId id, String account) {
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", account, "how", "in-a-proposal"));
    }

    private InPlay inPlay() {
        return company.reportWeek.report(WEEK_26).now().inPlay();
    }

    private Instant sentAt(PlacementId id) {
        return Objects.requireNonNull(company.find(id).dispatchedAt());
    }

    private PlacementId green(int number) {
        company.reps(1);
        return company.distribute(
                        new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                                .forwardability("green")
                                .build())
                .id();
    }
}
