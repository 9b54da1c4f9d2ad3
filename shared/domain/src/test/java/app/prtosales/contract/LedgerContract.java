package app.prtosales.contract;

import static app.prtosales.samples.Samples.WEDNESDAY;
import static app.prtosales.samples.Samples.ping;
import static app.prtosales.samples.Samples.placement;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Ledger] promises.
public abstract class LedgerContract {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private Ledger ledger;

    protected abstract Ledger emptyLedger();

    @BeforeEach
    void emptyTheLedger() {
        ledger = emptyLedger();
    }

    @Test
    void a_planned_row_is_added_once_and_stays_whatever_is_planned_later() {
        Delivery planned = planned("rep-0001");
        Delivery claimed = planned.claimed(WEDNESDAY, LEASE).orElseThrow();

        assertThat(ledger.add(planned)).isTrue();
        ledger.replace(planned, claimed);
        assertThat(ledger.add(planned)).isFalse();

        assertThat(ledger.find(planned.id())).contains(claimed);
    }

    @Test
    void pings_are_found_from_one_recipient_to_another_and_no_other_kind_is() {
        Delivery first = planned("rep-0002");
        Delivery last = planned("rep-0004");
        Delivery alarm =
                Delivery.planned(
                        new DeliveryId(first.id().subject(), "rep-0003", MailKind.NO_ACTIVE_REP),
                        WEDNESDAY);
        for (Delivery each :
                List.of(planned("rep-0001"), first, last, alarm, planned("rep-0005"))) {
            ledger.add(each);
        }

        assertThat(ledger.between(first.id(), last.id())).containsExactly(first, last);
        DeliveryId second = new DeliveryId(first.id().subject(), "rep-0003", MailKind.PING, 2);
        ledger.add(Delivery.planned(second, WEDNESDAY));
        assertThat(ledger.between(first.id(), last.id())).containsExactly(first, last);
        assertThat(ledger.between(second, second)).extracting(Delivery::id).containsExactly(second);
    }

    @Test
    void every_field_comes_back_set_or_absent() {
        Delivery full = Samples.deliveryWithEverything();
        Delivery bare = planned("rep-0002");

        ledger.add(full);
        ledger.add(bare);

        assertThat(ledger.find(full.id())).contains(full);
        assertThat(ledger.find(bare.id())).contains(bare);
    }

    @Test
    void a_row_that_is_not_there_is_not_found_nor_replaced() {
        Delivery never = planned("rep-0001");

        assertThat(ledger.replace(never, never.claimed(WEDNESDAY, LEASE).orElseThrow())).isFalse();

        assertThat(ledger.find(never.id())).isEmpty();
    }

    @Test
    void of_two_senders_that_claim_one_row_one_has_it() {
        Delivery planned = planned("rep-0001");
        ledger.add(planned);

        boolean first = ledger.replace(planned, planned.claimed(WEDNESDAY, LEASE).orElseThrow());
        boolean second = ledger.replace(planned, planned.claimed(WEDNESDAY, LEASE).orElseThrow());

        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    @Test
    void a_row_may_move_several_versions_at_once() {
        Delivery planned = planned("rep-0001");
        Delivery accepted =
                planned.claimed(WEDNESDAY, LEASE).orElseThrow().accepted("ses-1", WEDNESDAY);
        ledger.add(planned);

        assertThat(ledger.replace(planned, accepted)).isTrue();

        assertThat(ledger.find(planned.id())).contains(accepted);
    }

    @Test
    void about_a_subject_are_all_its_rows_of_every_kind_and_no_others() {
        Delivery one = planned("rep-0001");
        Delivery two = planned("rep-0002");
        Delivery task =
                Delivery.planned(
                        new DeliveryId(
                                placement().id().value(), "rep-0001", MailKind.SEQUENCE_TASK),
                        WEDNESDAY);
        Delivery other =
                Delivery.planned(
                        new DeliveryId("audit-2026-W26", "rep-0001", MailKind.AUDIT), WEDNESDAY);
        List.of(one, two, task, other).forEach(ledger::add);

        assertThat(ledger.about(placement().id().value()))
                .containsExactlyInAnyOrder(one, two, task);
        assertThat(ledger.about("nothing")).isEmpty();
    }

    @Test
    void a_large_team_is_read_whole() {
        List<Delivery> team = new ArrayList<>();
        String reason = "550 5.1.1 ".repeat(400);
        for (int i = 0; i < 400; i++) {
            Delivery rejected =
                    planned(Samples.repId(i))
                            .claimed(WEDNESDAY, LEASE)
                            .orElseThrow()
                            .rejected(reason);
            team.add(rejected);
        }
        team.parallelStream().forEach(ledger::add);

        assertThat(ledger.about(placement().id().value()))
                .containsExactlyInAnyOrderElementsOf(team);
    }

    private static Delivery planned(String rep) {
        return Delivery.planned(ping(placement(), rep), WEDNESDAY);
    }
}
