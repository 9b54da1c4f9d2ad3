package app.prtosales.notice;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Ledger;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.PortProxy;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Failures that waited for each other wake at the same moment.
class NoticesTogetherTest {

    private final ClaimsTogether claims = new ClaimsTogether();
    private final Company company =
            new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), claims);

    @Test
    void two_failures_that_wake_together_are_reported_in_one_email() throws Exception {
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
        company.bounce(Company.ping(id, "rep-002"), company.now());
        company.bounce(Company.ping(id, "rep-003"), company.now());
        company.queue.errands.clear();
        company.advance(Duration.ofMinutes(2));

        claims.together = new CountDownLatch(2);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> second = senders.submit(() -> follow(id, "rep-002"));
            follow(id, "rep-003");
            second.get();
        }
        company.work();

        assertThat(company.toldOps()).hasSize(2);
        assertThat(company.toldOps().getLast()).contains("rep-002", "rep-003");
    }

    private void follow(PlacementId id, String rep) {
        company.run(new Errand.Undelivered(Company.ping(id, rep)));
    }

    /// The first claims wait for each other, after each sender has decided what to claim.
    private static final class ClaimsTogether implements Company.Edges {

        private volatile CountDownLatch together = new CountDownLatch(0);

        @Override
        public <T> T edge(Class<T> port, T twin) {
            return port == Ledger.class
                    ? PortProxy.of(port, (method, arguments) -> call(twin, method, arguments))
                    : twin;
        }

        private @Nullable Object call(Object twin, Method method, Object[] arguments)
                throws Throwable {
            if (method.getName().equals("replace")
                    && arguments[1] instanceof Delivery claim
                    && claim.state() == DeliveryState.SENDING) {
                together.countDown();
                assertThat(together.await(10, SECONDS)).isTrue();
            }
            return PortProxy.call(twin, method, arguments);
        }
    }
}
