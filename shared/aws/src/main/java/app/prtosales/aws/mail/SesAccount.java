package app.prtosales.aws.mail;

import app.prtosales.aws.AwsClients;
import app.prtosales.aws.json.Json;
import app.prtosales.delivery.SendingAccount;
import app.prtosales.delivery.SendingAccounts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// What SES lets the account send, for who has no mail to send: one signed request, without SES's
/// part of the SDK, which would make a cold start of intake slower.
public final class SesAccount implements SendingAccounts {

    /// What SES allows every account, even in its sandbox.
    private static final double LOWEST_RATE = 1;

    /// Longer than SES ever takes when it is well, shorter than a person notices.
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final AwsClients clients;

    public SesAccount(AwsClients clients) {
        this.clients = clients;
    }

    /// Where SES cannot be asked, or is slow, nothing is said; a submission does not fail for that.
    @Override
    public Optional<SendingAccount> now() {
        FutureTask<Optional<SendingAccount>> asking = new FutureTask<>(this::ask);
        Thread.ofVirtual().start(asking);
        try {
            return asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException cannotBeAsked) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<SendingAccount> ask() {
        Map<String, @Nullable Object> quota =
                Json.read(clients.get("ses", "email", "/v2/email/account"))
                        .at("SendQuota")
                        .fields();
        return quota.containsKey("Max24HourSend")
                ? Optional.of(
                        of(
                                number(quota, "MaxSendRate"),
                                number(quota, "Max24HourSend"),
                                number(quota, "SentLast24Hours")))
                : Optional.empty();
    }

    private static @Nullable Double number(Map<String, @Nullable Object> from, String name) {
        return from.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    /// A quota of -1 is none at all.
    static SendingAccount of(
            @Nullable Double perSecond, @Nullable Double per24h, @Nullable Double sent24h) {
        return new SendingAccount(
                perSecond == null || perSecond <= 0 ? LOWEST_RATE : perSecond,
                per24h == null || per24h < 0 ? Long.MAX_VALUE : per24h,
                sent24h == null ? 0 : sent24h);
    }
}
