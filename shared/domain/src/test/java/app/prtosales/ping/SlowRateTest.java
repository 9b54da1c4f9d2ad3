package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryState;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// With more senders than the mail system accepts emails per second, each waits so long for its
/// turns that a message does not fit into the function's time.
class SlowRateTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void emails_that_do_not_fit_into_the_time_are_queued_again_and_each_rep_gets_one() {
        company.reps(PingQueue.CHUNK);
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.submit(Samples.submission());
        company.work(company.queue.messages.removeFirst());
        Message chunk = company.queue.messages.removeFirst();
        company.onTurn = () -> company.advance(Duration.ofSeconds(3));

        company.work(chunk);

        assertThat(company.mailbox.mails).hasSizeBetween(20, 35);
        assertThat(company.queue.messages)
                .singleElement()
                .satisfies(left ->
                        assertThat(left.reps())
                                .hasSize(PingQueue.CHUNK - company.mailbox.mails.size()));
        company.work();
        assertThat(company.mailbox.mails)
                .extracting(mail -> mail.to())
                .doesNotHaveDuplicates()
                .hasSize(PingQueue.CHUNK);
        assertThat(company.pings(id)).allMatch(row -> row.state() == DeliveryState.ACCEPTED);
    }

    @Test
    void mails_whose_turn_comes_too_late_go_back_to_the_queue_unclaimed() {
        company.reps(2);
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.submit(Samples.submission());
        company.work(company.queue.messages.removeFirst());
        Message chunk = company.queue.messages.removeFirst();
        company.nextTurn = company.now().plus(Duration.ofSeconds(91));

        company.work(chunk);

        assertThat(company.mailbox.mails).isEmpty();
        assertThat(company.find(id).timers().get(Timer.SENDS))
                .as("the chunk waits a minute, so that it does not only go round the queue")
                .isAfter(company.now().plus(Duration.ofMinutes(3)));
        assertThat(company.pings(id)).allMatch(row -> row.attempt() == 0);
        assertThat(company.queue.messages).containsExactly(chunk);
        company.nextTurn = company.now();
        company.work();
        assertThat(company.mailbox.mails).hasSize(2);
    }
}
