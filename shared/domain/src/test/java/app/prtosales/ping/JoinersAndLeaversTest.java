package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R1.11: reps who join or leave within the 24 hours.
class JoinersAndLeaversTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void r1_11_a_new_rep_within_the_24_hours_gets_a_catch_up_ping_and_is_listed_not_counted() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.advance(Duration.ofHours(3));
        join();
        assertThat(company.mailbox.to("rep-009@sample-medtech.example")).hasSize(1);

        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.deliver(Company.ping(id, "rep-002"), company.now());
        company.runUntil(D);

        Reached reached = company.reached(id);
        assertThat(reached.verdict()).isEqualTo(Verdict.MET);
        assertThat(reached.of()).isEqualTo(2);
        assertThat(reached.joined())
                .containsExactly(
                        new Missing(new RepId("rep-009"), new MailFate(MailFate.Kind.NO_ANSWER)));
    }

    @Test
    void r1_11_a_new_rep_gets_one_ping_however_often_the_list_is_uploaded() {
        company.reps(2);
        company.distribute(Samples.submission());
        for (int i = 0; i < 3; i++) {
            company.advance(Duration.ofHours(1));
            join();
        }
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-009@sample-medtech.example")).hasSize(1);
    }

    @Test
    void r1_11_a_rep_who_joins_after_the_deadline_gets_no_ping() {
        company.reps(2);
        company.distribute(Samples.submission());
        company.runUntil(D);
        company.advance(Duration.ofSeconds(1));
        join();

        assertThat(company.mailbox.to("rep-009@sample-medtech.example")).isEmpty();
    }

    @Test
    void r1_11_a_new_rep_whose_message_was_lost_gets_the_ping_at_the_next_warning_step() {
        company.reps(2);
        company.distribute(Samples.submission());
        company.advance(Duration.ofHours(3));
        uploadList();
        company.queue.errands.clear();
        company.runUntil(D.minus(Duration.ofHours(11)));

        assertThat(company.mailbox.to("rep-009@sample-medtech.example")).hasSize(1);
    }

    @Test
    void r1_11_a_rep_who_left_before_the_ping_was_sent_gets_it_once_back_and_counts() {
        company.reps(2);
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();
        company.queue.messages.clear();
        company.plan(id);
        company.advance(Duration.ofSeconds(1));
        company.putReps(
                List.of(Company.rep("rep-001"), Company.rep("rep-002").with("active", "false")));
        company.work();
        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).isEmpty();

        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-002")));
        company.work();
        company.deliverAll(id);
        company.runUntil(D);

        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(1);
        assertThat(company.reached(id).of()).isEqualTo(2);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
    }

    /// Uploads a list with a third rep, and processes the messages that this queues.
    private void join() {
        uploadList();
        company.work();
    }

    private void uploadList() {
        company.putReps(
                List.of(Company.rep("rep-001"), Company.rep("rep-002"), Company.rep("rep-009")));
    }
}
