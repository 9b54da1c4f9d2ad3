package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.placement.Placement;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The check at submission whether quota and rate allow reaching the team by the deadline.
class CanReachTeamTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));
    private static final Placement PLACEMENT = Samples.placement(Samples.waystar(), P);

    @Test
    void a_quota_for_exactly_the_team_is_enough_and_one_less_is_not() {
        SendingAccount account = new SendingAccount(100, 200, 150);

        assertThat(CanReachTeam.problem(PLACEMENT, 50, account, P)).isEmpty();
        assertThat(CanReachTeam.problem(PLACEMENT, 51, account, P))
                .hasValueSatisfying(why ->
                        assertThat(why)
                                .contains("send 50 more emails")
                                .contains("150 used")
                                .contains("51 reps"));
    }

    @Test
    void todays_emails_do_not_count_against_a_story_published_later() {
        SendingAccount used = new SendingAccount(100, 200, 200);

        assertThat(CanReachTeam.problem(PLACEMENT, 50, used, P.minusSeconds(1))).isEmpty();
        assertThat(CanReachTeam.problem(PLACEMENT, 50, used, P)).isPresent();
    }

    @Test
    void a_story_published_later_has_its_full_24_hours_and_no_more() {
        SendingAccount slow = new SendingAccount(1, 1_000_000, 0);
        Instant dayBefore = P.minus(Duration.ofDays(1));

        assertThat(CanReachTeam.problem(PLACEMENT, 86_400, slow, dayBefore)).isEmpty();
        assertThat(CanReachTeam.problem(PLACEMENT, 86_401, slow, dayBefore)).isPresent();
    }

    @Test
    void a_rate_that_is_just_fast_enough_is_enough() {
        SendingAccount slow = new SendingAccount(1, 1_000_000, 0);
        Instant twoMinutesLeft = D.minusSeconds(120);

        assertThat(CanReachTeam.problem(PLACEMENT, 120, slow, twoMinutesLeft)).isEmpty();
        assertThat(CanReachTeam.problem(PLACEMENT, 121, slow, twoMinutesLeft))
                .contains(
                        "Amazon SES lets you send 1.0 emails a second, so 121 reps take 2 min, and the deadline is 2 min away");
    }

    @Test
    void less_than_a_minute_is_described_in_words_and_a_minute_as_one() {
        SendingAccount slow = new SendingAccount(1, 1_000_000, 0);

        assertThat(CanReachTeam.problem(PLACEMENT, 60, slow, D.minusSeconds(59)))
                .hasValueSatisfying(why ->
                        assertThat(why)
                                .endsWith(
                                        "60 reps take 1 min, and the deadline is under a minute away"));
    }
}
