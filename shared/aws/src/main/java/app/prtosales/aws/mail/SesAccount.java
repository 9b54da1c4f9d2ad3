package app.prtosales.aws.mail;

import app.prtosales.aws.AwsClients;
import app.prtosales.aws.json.Json;
import app.prtosales.delivery.SendingAccount;
import app.prtosales.delivery.SendingAccounts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The account's sending quota, for functions that send no email: a single signed request, without
/// the SDK's SES client, which would slow down intake's cold start.
public final class SesAccount implements SendingAccounts {

    /// The rate that SES allows every account, even in the sandbox.
    private static final double LOWEST_RATE = 1;

    /// Longer than a healthy SES takes, yet short enough for a submission to wait.
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /// SES allows this call once a second, and quotas do not change within a minute. A failure is
    /// cached too: while SES is down, only the first of many submissions waits for it.
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final AwsClients clients;
    private final InstantSource clock;
    private @Nullable Query last;

    public SesAccount(AwsClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    private record Query(FutureTask<Optional<SendingAccount>> answer, Instant at) {}

    /// Empty if SES cannot be reached or is slow; a submission must not fail because of that.
    @Override
    public Supplier<Optional<SendingAccount>> ask() {
        FutureTask<Optional<SendingAccount>> answer = latest().answer();
        return () -> await(answer);
    }

    /// The last query or, if its answer is too old, a new one.
    private synchronized Query latest() {
        Instant now = clock.instant();
        @Nullable Query query = last;
        if (query == null || now.isBefore(query.at()) || !now.isBefore(query.at().plus(KEPT))) {
            query = new Query(new FutureTask<>(this::request), now);
            last = query;
            Thread.ofPlatform().daemon().start(query.answer());
        }
        return query;
    }

    private static Optional<SendingAccount> await(FutureTask<Optional<SendingAccount>> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException cannotBeAsked) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<SendingAccount> request() {
        JsonNode quota =
                Json.read(clients.get("SESV2", "ses", "email", "/v2/email/account"))
                        .path("SendQuota");
        return quota.has("Max24HourSend")
                ? Optional.of(
                        of(
                                number(quota.path("MaxSendRate")),
                                number(quota.path("Max24HourSend")),
                                number(quota.path("SentLast24Hours"))))
                : Optional.empty();
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : null;
    }

    /// A quota of -1 means unlimited.
    static SendingAccount of(
            @Nullable Double perSecond, @Nullable Double per24h, @Nullable Double sent24h) {
        return new SendingAccount(
                perSecond == null || perSecond <= 0 ? LOWEST_RATE : perSecond,
                per24h == null || per24h < 0 ? Long.MAX_VALUE : per24h,
                sent24h == null ? 0 : sent24h);
    }
}
