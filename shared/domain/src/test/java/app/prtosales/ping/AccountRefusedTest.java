package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Refusals because of the account or our sender are not blamed on the emails.
class AccountRefusedTest {

    private static final List<RepId> TEAM =
            IntStream.rangeClosed(1, 12).mapToObj("rep-%03d"::formatted).map(RepId::new).toList();

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void while_the_account_is_barred_all_pings_stay_planned_and_an_alarm_gives_the_reason() {
        PlacementId id = planned();
        company.mailbox.bar("our account is paused");

        SendPings.Outcome outcome = company.sendPings.send(id, Mailing.PINGS, TEAM);

        assertThat(outcome).isEqualTo(new SendPings.Outcome(0, 12, 12, "our account is paused"));
        assertThat(company.pings(id))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.PLANNED);
        assertThat(company.reached(id).missing())
                .extracting(missing -> missing.reason().words())
                .contains("waiting to be sent again: our account is paused");

        company.mailbox.bar(null);
        company.work();
        assertThat(company.mailbox.mails).hasSize(12);
    }

    @Test
    void an_alarm_gives_no_reason_that_no_longer_holds() {
        PlacementId id = planned();
        company.mailbox.bar("our account is paused");
        company.sendPings.send(id, Mailing.PINGS, TEAM);
        company.mailbox.bar(null);
        company.mailbox.down(true);

        assertThat(company.sendPings.send(id, Mailing.PINGS, TEAM).alarm()).isNull();
        assertThat(company.reached(id).missing())
                .extracting(missing -> missing.reason().words())
                .contains("waiting to be sent again");
    }

    @Test
    void r1_10_after_the_verdict_a_missed_rep_has_the_current_reason() {
        PlacementId id = planned();
        company.mailbox.bar("our account is paused");
        company.sendPings.send(id, Mailing.PINGS, TEAM);
        company.queue.messages.clear();
        company.goTo(company.find(id).publication().deadline().plusSeconds(60));
        company.tick();
        company.queue.messages.clear();
        Reached missed = company.reached(id);
        assertThat(missed.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(missed.missing())
                .extracting(missing -> missing.reason().words())
                .contains("waiting to be sent again: our account is paused");

        company.mailbox.bar(null);
        company.sendPings.send(id, Mailing.PINGS, TEAM);

        assertThat(company.reached(id).missing())
                .hasSize(12)
                .extracting(missing -> missing.reason().words())
                .containsOnly("sent; waiting for their mail server");
        assertThat(company.reached(id).cause()).isEqualTo(missed.cause());
        assertThat(company.find(id).judgment()).isNotNull();
    }

    @Test
    void refusals_for_one_reason_stop_the_chunk_and_all_its_emails_are_tried_again() {
        PlacementId id = planned();
        company.mailbox.refuseAll(true);

        SendPings.Outcome outcome = company.sendPings.send(id, Mailing.PINGS, TEAM);

        assertThat(outcome).isEqualTo(new SendPings.Outcome(0, 12, 12, "the address is not valid"));
        assertThat(company.pings(id))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.PLANNED);
        assertThat(company.pings(id)).extracting(Delivery::attempt).contains(0);

        company.mailbox.refuseAll(false);
        company.work();
        assertThat(company.mailbox.mails).hasSize(12);
        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void a_few_bad_addresses_at_the_front_do_not_keep_the_others_from_being_sent() {
        List.of("rep-001", "rep-002", "rep-003", "rep-004")
                .forEach(rep -> company.mailbox.refused.add(rep + "@sample-medtech.example"));
        PlacementId id = planned();

        company.work();

        assertThat(company.pings(id))
                .filteredOn(row -> row.state() == DeliveryState.REJECTED)
                .hasSize(4);
        assertThat(company.pings(id))
                .filteredOn(row -> row.state() == DeliveryState.ACCEPTED)
                .hasSize(8);
    }

    @Test
    void an_alarm_reports_that_a_placements_only_emails_were_refused() {
        company.reps(2);
        PlacementId id = submitted();
        company.mailbox.refuseAll(true);

        assertThat(company.sendPings.send(id, Mailing.PINGS, TEAM.subList(0, 2)).alarm())
                .isEqualTo("the address is not valid");
        assertThat(company.pings(id))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.REJECTED);
    }

    private PlacementId planned() {
        company.reps(TEAM.size());
        return submitted();
    }

    private PlacementId submitted() {
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement().id();
        company.work(company.queue.messages.removeFirst());
        return id;
    }
}
