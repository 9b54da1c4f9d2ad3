package app.prtosales.aws.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.PretendAws;
import app.prtosales.delivery.SendingAccount;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SesAccountTest {

    private final PretendAws aws;
    private final SesAccount account;

    SesAccountTest() throws IOException {
        aws = new PretendAws();
        account = new SesAccount(aws.clients());
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void one_signed_request_tells_the_quota() {
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

        assertThat(account.now()).contains(new SendingAccount(14, 200, 180));
        assertThat(aws.asked())
                .extracting(PretendAws.Asked::path)
                .containsExactly("/v2/email/account");
    }

    @Test
    void where_ses_cannot_be_reached_nothing_is_said() {
        assertThat(new SesAccount(PretendAws.clients("http://nowhere.invalid")).now()).isEmpty();
    }
}
