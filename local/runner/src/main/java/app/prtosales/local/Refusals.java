package app.prtosales.local;

import app.prtosales.local.edges.Refusal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// What AWS would have refused: each kind is told once, in one line.
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

    /// Waits for the first one.
    void awaitFirst() throws InterruptedException {
        first.await();
    }

    /// Says nothing of what comes from now on.
    synchronized void tellNoMore() {
        telling = false;
    }

    /// All that were seen, in order.
    synchronized List<Refusal> all() {
        return List.copyOf(all);
    }
}
