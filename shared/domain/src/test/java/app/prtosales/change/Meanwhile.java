package app.prtosales.change;

import app.prtosales.delivery.Ledger;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.PortProxy;
import app.prtosales.placement.Placements;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// Simulates what someone else does while a change is being made; wraps the in-memory placements
/// and ledger.
final class Meanwhile implements Company.Edges {

    private boolean full;
    private int quicker;
    private Runnable beforeWriting = () -> {};
    private Runnable beforePlanning = () -> {};

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
        if (placements && method.getName().equals("replace")) {
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
