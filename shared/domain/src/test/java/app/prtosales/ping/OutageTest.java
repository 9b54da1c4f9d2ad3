package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryState;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.Pace;
import app.prtosales.placement.Placement;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// The mail system does not respond for hours.
class OutageTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void an_outage_of_thirteen_hours_keeps_one_message_and_then_everyone_gets_one_email() {
        company.reps(3);
        company.onTurn =
                () -> {
                    throw new Pace.NoAnswer(new IllegalStateException("timed out"));
                };
        Placement placement = submitted();

        int most = 0;
        for (int minute = 0; minute < 13 * 60; minute++) {
            company.advance(Duration.ofMinutes(1));
            company.tick();
            company.workOnce();
            most = Math.max(most, company.queue.messages.size());
        }

        assertThat(most).isLessThanOrEqualTo(2);
        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).isEmpty();
        company.onTurn = () -> {};
        company.work();
        assertThat(company.pings(placement.id()))
                .hasSize(3)
                .allMatch(ping -> ping.state() == DeliveryState.ACCEPTED);
        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(1);
    }

    @Test
    void emails_postponed_by_an_outage_are_counted() {
        company.reps(3);
        Placement placement = submitted();
        company.plan(placement.id());
        company.onTurn =
                () -> {
                    throw new Pace.NoAnswer(new IllegalStateException("timed out"));
                };

        SendPings.Outcome outcome =
                company.sendPings.send(
                        placement.id(),
                        Mailing.PINGS,
                        Samples.reps("rep-001", "rep-002", "rep-003"));

        assertThat(outcome).isEqualTo(new SendPings.Outcome(0, 3, 3, null));
    }

    @Test
    void a_chunk_that_was_put_off_begins_with_one_email() {
        Placement placement = planned();
        List<RepId> team = putOff(placement);
        int before = company.mailbox.turnedAway();
        company.onTurn = () -> LockSupport.parkNanos(Duration.ofMillis(50).toNanos());

        company.sendPings.send(placement.id(), Mailing.PINGS, team);

        assertThat(company.mailbox.turnedAway() - before).isEqualTo(1);
        company.mailbox.down(false);
        assertThat(company.sendPings.send(placement.id(), Mailing.PINGS, team).sent())
                .isEqualTo(10);
    }

    @Test
    void once_a_put_off_chunks_first_email_is_accepted_the_others_are_sent_together() {
        Placement placement = planned();
        List<RepId> team = putOff(placement);
        company.mailbox.down(false);
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(3);
        company.onTurn =
                () -> {
                    if (turns.getAndIncrement() > 0) {
                        together.countDown();
                        assertThat(awaited(together)).isTrue();
                    }
                };

        assertThat(company.sendPings.send(placement.id(), Mailing.PINGS, team).sent())
                .isEqualTo(10);
    }

    @Test
    void the_emails_of_a_new_chunk_are_all_sent_together() {
        Placement placement = planned();
        CountDownLatch together = new CountDownLatch(3);
        company.onTurn =
                () -> {
                    together.countDown();
                    assertThat(awaited(together)).isTrue();
                };

        assertThat(company.sendPings.send(placement.id(), Mailing.PINGS, team(placement)).sent())
                .isEqualTo(10);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// A placement whose pings to ten reps are planned.
    private Placement planned() {
        company.reps(10);
        Placement placement = submitted();
        company.plan(placement.id());
        return placement;
    }

    private Placement submitted() {
        return ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement();
    }

    /// The team of a planned placement, after a try while the mail system was down.
    private List<RepId> putOff(Placement placement) {
        List<RepId> team = team(placement);
        company.mailbox.down(true);
        company.sendPings.send(placement.id(), Mailing.PINGS, team);
        return team;
    }

    private List<RepId> team(Placement placement) {
        return company.pings(placement.id()).stream().map(ping -> ping.id().rep()).toList();
    }
}
