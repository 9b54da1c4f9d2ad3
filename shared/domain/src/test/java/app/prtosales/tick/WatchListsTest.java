package app.prtosales.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Even if the queue misses the message that a list changed, nobody is forgotten.
class WatchListsTest {

    private static final Instant TEN_PAST = Samples.WEDNESDAY.plus(Duration.ofMinutes(10));

    /// When the rules are checked.
    private static final Instant AT_NIGHT = Instant.parse("2026-06-25T05:30:00Z");

    private final Company company = new Company(TEN_PAST);
    private final WatchLists watch = new WatchLists(company.queue, company::now);

    @Test
    void r1_11_a_new_rep_is_emailed_within_the_hour_even_if_the_queue_got_no_message() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        List<Row> more = new ArrayList<>(company.replaceList.read(ListName.REPS));
        more.add(Company.rep("rep-003"));
        company.advance(Duration.ofMinutes(1));
        company.replaceList.replace(
                ListName.REPS, more, Company.PR, new ReplaceList.Options(false, true));
        company.work();
        assertThat(company.mailbox.mails).hasSize(2);

        for (int minute = 0; minute < 60; minute++) {
            company.advance(Duration.ofMinutes(1));
            watch.tick();
            company.work();
        }

        assertThat(company.mailbox.mails)
                .extracting(OutgoingMail::id)
                .hasSize(3)
                .contains(Company.ping(id, "rep-003"));
    }

    @Test
    void a_process_that_has_just_started_checks_the_roster_in_case_its_predecessor_did_not() {
        watch.tick();
        watch.tick();

        assertThat(company.queue.errands).containsExactly(new Errand.CatchUp());
    }

    @Test
    void a_process_started_within_the_hour_of_the_rules_check_runs_it() {
        company.goTo(AT_NIGHT.plus(Duration.ofMinutes(20)));

        watch.tick();
        watch.tick();

        assertThat(company.queue.errands)
                .containsExactly(
                        new Errand.CatchUp(),
                        new Errand.RosterChanged(),
                        new Errand.RulesChanged());
    }

    @Test
    void new_rules_are_checked_once_a_day_and_the_roster_every_hour() {
        watch.tick();
        company.queue.errands.clear();
        for (int minute = 0; minute < 24 * 60; minute++) {
            watch.tick();
            company.advance(Duration.ofMinutes(1));
        }

        assertThat(company.queue.errands.stream().filter(Errand.CatchUp.class::isInstance))
                .hasSize(24);
        assertThat(company.queue.errands.stream().filter(Errand.RosterChanged.class::isInstance))
                .hasSize(1);
        assertThat(company.queue.errands.stream().filter(Errand.RulesChanged.class::isInstance))
                .hasSize(1);
    }

    @Test
    void r1_11_a_late_or_skipped_tick_does_not_skip_the_hourly_check() {
        watch.tick();
        company.queue.errands.clear();
        company.goTo(Samples.WEDNESDAY.plus(Duration.ofMinutes(29)));
        watch.tick();
        assertThat(company.queue.errands).isEmpty();

        company.goTo(Samples.WEDNESDAY.plus(Duration.ofMinutes(33)));
        watch.tick();

        assertThat(company.queue.errands).containsExactly(new Errand.CatchUp());
    }

    @Test
    void r2_2_a_missed_daily_check_of_the_rules_happens_hours_later() {
        watch.tick();
        company.queue.errands.clear();
        company.goTo(AT_NIGHT.plus(Duration.ofHours(2)));

        watch.tick();
        watch.tick();

        assertThat(company.queue.errands)
                .containsExactly(
                        new Errand.CatchUp(),
                        new Errand.RosterChanged(),
                        new Errand.RulesChanged());
    }

    @Test
    void a_check_that_the_queue_did_not_take_is_queued_by_the_next_tick() {
        Ports ports = new Ports();
        WatchLists failing =
                new WatchLists(ports.edge(PingQueue.class, company.queue), company::now);
        ports.before(
                "PingQueue.errand",
                errand -> {
                    throw new IllegalStateException("the queue is down");
                });
        assertThatThrownBy(failing::tick).hasMessage("the queue is down");
        assertThat(company.queue.errands).isEmpty();

        failing.tick();

        assertThat(company.queue.errands).contains(new Errand.CatchUp());
    }
}
