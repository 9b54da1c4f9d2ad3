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

/// The contract of [Ledger].
public abstract class LedgerContract {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private Ledger ledger;

    protected abstract Ledger emptyLedger();

    @BeforeEach
    void emptyTheLedger() {
        ledger = emptyLedger();
    }

    @Test
    void a_planned_row_is_added_once_and_a_second_add_changes_nothing() {
        Delivery planned = planned("rep-0001");
        Delivery claimed = planned.claimed(WEDNESDAY, LEASE).orElseThrow();

        assertThat(ledger.add(planned)).isTrue();
        ledger.replace(planned, claimed);
        assertThat(ledger.add(planned)).isFalse();

        assertThat(ledger.find(planned.id())).contains(claimed);
    }

    @Test
    void only_pings_between_the_two_recipients_are_found() {
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
    void every_field_reads_back_whether_set_or_absent() {
        Delivery full = Samples.deliveryWithEverything();
        Delivery bare = planned("rep-0002");

        ledger.add(full);
        ledger.add(bare);

        assertThat(ledger.find(full.id())).contains(full);
        assertThat(ledger.find(bare.id())).contains(bare);
    }

    @Test
    void a_missing_row_is_neither_found_nor_replaced() {
        Delivery never = planned("rep-0001");

        assertThat(ledger.replace(never, never.claimed(WEDNESDAY, LEASE).orElseThrow())).isFalse();

        assertThat(ledger.find(never.id())).isEmpty();
    }

    @Test
    void only_one_of_two_senders_can_claim_a_row() {
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
    void a_subjects_rows_of_every_kind_are_found_and_no_others() {
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
    void all_rows_of_a_large_team_are_read() {
        List<Delivery> team = new ArrayList<>();
        String reason = "550 5.1.1 ".repeat(400);
        for (int i = 0; i < 400; i++) {
            Delivery rejected =
                    planned(Samples.repId(i))
                            .claimed(WEDNESDAY, LEASE)
                            .orElseThrow()
                            .rejected(reason, WEDNESDAY);
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
