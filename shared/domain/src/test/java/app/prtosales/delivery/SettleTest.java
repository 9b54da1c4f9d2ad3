package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Changes to a row that are due to time alone are stored when the row is settled.
class SettleTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Delivery CLAIMED =
            Delivery.planned(new DeliveryId("sample-placement", "rep-01", MailKind.PING), NOON)
                    .claimed(NOON, Duration.ofMinutes(1))
                    .orElseThrow();

    private final Ledger ledger = new InMemoryLedger();

    @Test
    void an_expired_claim_is_stored_as_unknown() {
        ledger.add(CLAIMED);

        Delivery settled = ledger.settle(CLAIMED, NOON.plusSeconds(60));

        assertThat(settled.state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(ledger.find(CLAIMED.id())).contains(settled);
    }

    @Test
    void a_claim_that_has_not_expired_stays_as_it_is() {
        ledger.add(CLAIMED);

        assertThat(ledger.settle(CLAIMED, NOON.plusSeconds(59))).isEqualTo(CLAIMED);

        assertThat(ledger.find(CLAIMED.id())).contains(CLAIMED);
    }

    @Test
    void if_someone_else_wrote_first_the_row_is_returned_as_read() {
        ledger.add(CLAIMED);
        Delivery accepted = CLAIMED.accepted("ses-1", NOON.plusSeconds(1));
        ledger.replace(CLAIMED, accepted);

        assertThat(ledger.settle(CLAIMED, NOON.plusSeconds(60))).isEqualTo(CLAIMED);

        assertThat(ledger.find(CLAIMED.id())).contains(accepted);
    }
}
