package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Ends a command on Ctrl-C, even while it is still starting.
final class Stopping implements AutoCloseable {

    private final PrintStream out;
    private final Thread hook = new Thread(this::stop);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Runnable end;

    private Stopping(PrintStream out) {
        this.out = out;
    }

    /// @param out where to say that the command stopped
    static Stopping onInterrupt(PrintStream out) {
        Stopping stopping = new Stopping(out);
        Runtime.getRuntime().addShutdownHook(stopping.hook);
        return stopping;
    }

    /// The command has started; from now on, this ends it.
    synchronized void with(Runnable ending) {
        end = ending;
    }

    void await() throws InterruptedException {
        stopped.await();
    }

    private synchronized void stop() {
        if (end == null) {
            // What is half started would report errors while it is shut down.
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        } else {
            end.run();
        }
        out.println("stopped");
        stopped.countDown();
    }

    /// The command ended by itself.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            // The hook is running.
        }
    }
}
