package app.prtosales.change;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Ledger;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.PortProxy;
import app.prtosales.placement.Placements;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Simulates what someone else does while a change is being made; wraps the in-memory placements
/// and ledger.
final class Meanwhile implements Company.Edges {

    private boolean full;
    private int quicker;
    private Runnable beforeWriting = () -> {};
    private Runnable beforePlanning = () -> {};
    private volatile CountDownLatch together = new CountDownLatch(0);

    /// The first writes of a placement by this many people wait for each other, after all of them
    /// have decided what to write.
    void together(int people) {
        together = new CountDownLatch(people);
    }

    /// From now on, no placement has room for more.
    void full() {
        full = true;
    }

    /// Someone else wins this many of the next writes of a placement.
    void quicker(int times) {
        quicker = times;
    }

    /// Runs once, right before the next write of a placement.
    void beforeWriting(Runnable what) {
        beforeWriting = what;
    }

    /// Runs once, right before the next email is planned.
    void beforePlanning(Runnable what) {
        beforePlanning = what;
    }

    @Override
    public <T> T edge(Class<T> port, T twin) {
        boolean watched = port == Placements.class || port == Ledger.class;
        return watched
                ? PortProxy.of(port, (method, arguments) -> call(twin, method, arguments))
                : twin;
    }

    private @Nullable Object call(Object twin, Method method, Object[] arguments) throws Throwable {
        boolean placements = twin instanceof Placements;
        if (placements && method.getName().equals("hasRoom")) {
            return !full;
        }
        if (placements && method.getName().startsWith("replace")) {
            together.countDown();
            assertThat(together.await(10, SECONDS)).isTrue();
            Runnable before = beforeWriting;
            beforeWriting = () -> {};
            before.run();
            if (quicker > 0) {
                quicker--;
                return false;
            }
        }
        if (!placements && method.getName().equals("add")) {
            Runnable before = beforePlanning;
            beforePlanning = () -> {};
            before.run();
        }
        return PortProxy.call(twin, method, arguments);
    }
}
