package app.prtosales.aws.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.PretendAws;
import app.prtosales.delivery.SendingAccount;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SesAccountTest {

    private final PretendAws aws;
    private Instant now = Instant.parse("2026-06-24T13:00:00Z");
    private final SesAccount account;

    SesAccountTest() throws IOException {
        aws = new PretendAws();
        account = new SesAccount(aws.clients(), () -> now);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void one_request_reads_the_quota() {
        aws.thenJson(
                Map.of(
                        "SendQuota",
                        Map.of(
                                "MaxSendRate",
                                14.0,
                                "Max24HourSend",
                                200.0,
                                "SentLast24Hours",
                                180.0)));

        assertThat(account.ask().get()).contains(new SendingAccount(14, 200, 180));
        assertThat(aws.requests())
                .extracting(PretendAws.Request::path)
                .containsExactly("/v2/email/account");
    }

    @Test
    void the_account_is_queried_once_a_minute_at_most() {
        aws.thenJson(Map.of("SendQuota", Map.of("MaxSendRate", 14.0, "Max24HourSend", 200.0)));
        assertThat(account.ask().get()).contains(new SendingAccount(14, 200, 0));

        now = now.plusSeconds(59);

        assertThat(account.ask().get()).contains(new SendingAccount(14, 200, 0));
        assertThat(aws.requests()).hasSize(1);

        aws.thenJson(Map.of("SendQuota", Map.of("MaxSendRate", 14.0, "Max24HourSend", 900.0)));
        now = now.plusSeconds(1);

        assertThat(account.ask().get()).contains(new SendingAccount(14, 900, 0));
        assertThat(aws.requests()).hasSize(2);
    }

    @Test
    void the_account_is_unknown_if_ses_cannot_be_reached() {
        SesAccount unreachable =
                new SesAccount(PretendAws.clients("http://nowhere.invalid"), () -> now);

        assertThat(unreachable.ask().get()).isEmpty();
    }
}
