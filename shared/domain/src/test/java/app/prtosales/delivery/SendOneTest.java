package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.delivery.SendOne.Result;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.InMemoryLedger;
import app.prtosales.inmemory.Ports;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// I2: one email is sent once, even if others work on its row.
class SendOneTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final DeliveryId ID =
            new DeliveryId("sample-placement", "rep-01", MailKind.PING);
    private static final Delivery UNKNOWN =
            Delivery.planned(ID, NOON)
                    .claimed(NOON, Duration.ofMinutes(1))
                    .orElseThrow()
                    .unknown(NOON);

    private final Ports ports = new Ports();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Company.Mailbox mailbox = new Company.Mailbox();
    private Instant now = NOON;
    private final SendOne sendOne =
            new SendOne(
                    ports.edge(Ledger.class, ledger),
                    ports.edge(Postman.class, mailbox),
                    Refusals.LEFT_TO_THE_CALLER,
                    () -> now);

    @Test
    void i2_an_email_with_a_lost_answer_is_sent_again_after_the_grace_period() {
        ledger.add(UNKNOWN);
        assertThat(sendOne.planAndSend(ID, SendOneTest::mail)).isEqualTo(Result.UNKNOWN);

        now = NOON.plus(Delivery.GRACE);

        assertThat(sendOne.planAndSend(ID, SendOneTest::mail)).isEqualTo(Result.SENT);
        assertThat(mailbox.mails).hasSize(1);
        assertThat(ledger.find(ID).orElseThrow().possibleDuplicate()).isTrue();
    }

    @Test
    void i2_nothing_is_sent_if_someone_else_settled_the_row_in_the_meantime() {
        ledger.add(UNKNOWN);
        now = NOON.plus(Delivery.GRACE);
        ledger.settle(UNKNOWN, now);

        assertThat(sendOne.send(UNKNOWN, 0, SendOneTest::mail)).isEqualTo(Result.NOT_OURS);

        assertThat(mailbox.mails).isEmpty();
    }

    @Test
    void i2_nothing_is_sent_if_someone_else_claims_the_row_first() {
        ports.answer("Ledger.replace", false);

        assertThat(sendOne.planAndSend(ID, SendOneTest::mail)).isEqualTo(Result.UNKNOWN);

        assertThat(mailbox.mails).isEmpty();
    }

    @Test
    void i2_sending_fails_if_the_result_cannot_be_recorded_in_five_tries() {
        ports.after("Postman.send", sent -> ports.answer("Ledger.replace", false));

        assertThatThrownBy(() -> sendOne.planAndSend(ID, SendOneTest::mail))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Ledger.replace")).as("the claim and five tries").isEqualTo(6);
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(ID, "rep@sample-medtech.example", "", "", "", null, null);
    }
}
