package app.prtosales.tick;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
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
    void new_rules_are_checked_once_a_day_and_the_roster_every_hour() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            watch.tick();
            company.advance(Duration.ofMinutes(1));
        }

        assertThat(company.queue.errands.stream().filter(Errand.RosterChanged.class::isInstance))
                .hasSize(24);
        assertThat(company.queue.errands.stream().filter(Errand.RulesChanged.class::isInstance))
                .hasSize(1);
    }
}
