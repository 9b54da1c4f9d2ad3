package app.prtosales.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Reports at submission how much the mail system allows, and what happens while it accepts
/// nothing.
class QuotaTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void a_daily_quota_smaller_than_the_team_is_reported_at_submission_and_emailed_to_ops_once() {
        company.mailbox.quota(14, 20);
        company.reps(48);
        SubmitOutcome.Accepted accepted = submitted();
        assertThat(accepted.warnings())
                .filteredOn(warning -> warning.field().equals("deadline"))
                .extracting(FieldError::message)
                .singleElement()
                .asString()
                .contains("Amazon SES lets you send 20 more emails right now")
                .contains("48 reps")
                .endsWith("unless ops gets a larger quota from AWS");

        company.queue.messages.removeIf(message -> !message.reps().isEmpty());
        company.plan(accepted.placement().id());
        Errand check =
                company.queue.errands.stream()
                        .filter(Errand.CheckQuota.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        company.run(check);
        company.plan(accepted.placement().id());
        company.run(check);

        assertThat(company.toldOps()).singleElement().asString().contains("20 more emails");
    }

    @Test
    void a_rate_too_slow_to_reach_the_team_in_time_is_reported_too() {
        company.mailbox.quota(0.001, 50_000);
        company.reps(120);

        assertThat(submitted().warnings())
                .extracting(FieldError::message)
                .anyMatch(message -> message.contains("120 reps take 2000 min"));
    }

    @Test
    void a_sufficient_quota_is_not_mentioned() {
        company.mailbox.quota(14, 50_000);
        company.reps(48);

        assertThat(submitted().warnings()).noneMatch(warning -> warning.field().equals("deadline"));
        company.work();
        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void over_the_quota_nothing_is_lost_and_nothing_is_sent_twice() {
        company.mailbox.quota(14, 20);
        company.reps(48);
        PlacementId id = submitted().placement().id();
        company.plan(id);
        for (int i = 0; i < 30; i++) {
            company.workOnce();
            company.advance(Duration.ofMinutes(1));
            company.tick();
        }
        company.mailbox.quota(14, 50_000);
        company.work();
        company.runUntil(D);

        assertThat(company.pings(id)).hasSize(48);
        for (int i = 1; i <= 48; i++) {
            assertThat(company.mailbox.to("rep-%03d@sample-medtech.example".formatted(i)))
                    .hasSize(1);
        }
    }

    @Test
    void two_hours_of_ses_down_do_not_let_the_queue_grow_with_every_tick() {
        company.mailbox.down(true);
        company.reps(100);
        PlacementId id = submitted().placement().id();
        company.workOnce();
        int most = 0;
        for (int minute = 0; minute < 120; minute++) {
            company.advance(Duration.ofMinutes(1));
            company.tick();
            company.workOnce();
            most = Math.max(most, company.queue.messages.size());
        }
        assertThat(most)
                .as("a few chunks, and no more messages with each tick")
                .isLessThanOrEqualTo(8);
        assertThat(company.find(id).timers()).containsKey(Timer.SENDS);

        company.mailbox.down(false);
        company.work();
        assertThat(company.pings(id)).hasSize(100);
        assertThat(mailsToReps()).hasSize(100).doesNotHaveDuplicates();
    }

    private List<String> mailsToReps() {
        return company.mailbox.mails.stream()
                .map(mail -> mail.to())
                .filter(to -> to.startsWith("rep-"))
                .toList();
    }

    private SubmitOutcome.Accepted submitted() {
        return (SubmitOutcome.Accepted) company.submit(Samples.submission());
    }
}
