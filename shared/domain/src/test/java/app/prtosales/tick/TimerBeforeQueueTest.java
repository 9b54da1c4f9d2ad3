package app.prtosales.tick;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The worker reschedules a timer once its work is done. If the tick moved the timer only after
/// queueing, that write could get in ahead of the worker's, and the tick would queue the same work
/// again a minute later, and every minute after that.
class TimerBeforeQueueTest {

    private final PlacementId id = PlacementId.of(Samples.waystar().key());
    private final Set<Timer> asked = EnumSet.noneOf(Timer.class);
    private final Set<Timer> stillDue = EnumSet.noneOf(Timer.class);
    private final Company company =
            new Company(
                    Samples.WEDNESDAY.plus(Duration.ofHours(1)),
                    new Company.Edges() {
                        @Override
                        public <T> T edge(Class<T> port, T twin) {
                            return twin instanceof PingQueue queue
                                    ? port.cast(new Watched(queue))
                                    : twin;
                        }
                    });

    @Test
    void the_tick_moves_a_timer_before_it_queues_the_timers_work() {
        company.reps(2);
        company.busDown(true);
        company.submit(Samples.green());
        for (int day = 0; day < 9; day++) {
            company.tick();
            company.work();
            company.advance(Duration.ofDays(1));
        }

        assertThat(asked)
                .containsExactlyInAnyOrder(Timer.DISPATCH, Timer.SEQUENCES, Timer.KIT_REMINDER);
        assertThat(stillDue).isEmpty();
    }

    private void asks(Timer timer) {
        asked.add(timer);
        Instant at = company.find(id).timers().get(timer);
        if (at != null && !at.isAfter(company.now())) {
            stillDue.add(timer);
        }
    }

    /// Checks the placement while the tick queues something.
    private final class Watched implements PingQueue {

        private final PingQueue queue;

        Watched(PingQueue queue) {
            this.queue = queue;
        }

        @Override
        public void plan(PlacementId placement) {
            asks(Timer.DISPATCH);
            queue.plan(placement);
        }

        @Override
        public void followUp(PlacementId placement) {
            asks(Timer.FOLLOW_UP);
            queue.followUp(placement);
        }

        @Override
        public void send(
                PlacementId placement, Mailing mailing, List<List<RepId>> chunks, Duration delay) {
            queue.send(placement, mailing, chunks, delay);
        }

        @Override
        public void errand(Errand errand, Duration delay) {
            if (errand instanceof Errand.AskOwners) {
                asks(Timer.SEQUENCES);
            }
            if (errand instanceof Errand.RemindOfKit) {
                asks(Timer.KIT_REMINDER);
            }
            queue.errand(errand, delay);
        }
    }
}
