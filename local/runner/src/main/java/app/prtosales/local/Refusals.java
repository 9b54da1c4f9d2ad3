package app.prtosales.local;

import app.prtosales.local.edges.Refusal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// The calls that AWS would have refused; each distinct refusal is printed once, on one line.
final class Refusals implements Consumer<Refusal> {

    private final PrintStream to;
    private final Set<String> told = new LinkedHashSet<>();
    private final List<Refusal> all = new ArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private boolean telling = true;

    Refusals(PrintStream to) {
        this.to = to;
    }

    @Override
    public synchronized void accept(Refusal refusal) {
        all.add(refusal);
        if (telling && told.add(refusal.line())) {
            to.println(refusal.line());
        }
        first.countDown();
    }

    /// Waits for the first refusal.
    void awaitFirst() throws InterruptedException {
        first.await();
    }

    /// Stops printing.
    synchronized void tellNoMore() {
        telling = false;
    }

    /// All refusals, in order.
    synchronized List<Refusal> all() {
        return List.copyOf(all);
    }
}
