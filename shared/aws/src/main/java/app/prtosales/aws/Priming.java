package app.prtosales.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Runs steps once before SnapStart takes its snapshot, so that the first real request finds
/// everything loaded.
///
/// A new role takes a few seconds to reach the rest of AWS, so a failing step is retried for a
/// minute; Lambda limits initialization to 130 seconds. If it still fails, the snapshot is taken
/// without it and a log line says so: the first request is then slow, which does not justify
/// rolling a deployment back.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html">Lambda:
///   runtime hooks</a>
public final class Priming implements Resource {

    /// How long after the first try a retry may start.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /// CRaC holds its resources only weakly; one that was garbage collected would prime nothing.
    private static final Set<Priming> HELD = ConcurrentHashMap.newKeySet();

    private final List<Runnable> steps;
    private final InstantSource clock;
    private final Consumer<Duration> pause;
    private final Log log;

    private Priming(List<Runnable> steps, InstantSource clock, Consumer<Duration> pause, Log log) {
        this.steps = steps;
        this.clock = clock;
        this.pause = pause;
        this.log = log;
    }

    /// @param steps the steps; none may have a lasting effect
    public static Priming register(InstantSource clock, Runnable... steps) {
        return register(clock, Priming::sleep, Log.ofStart(), steps);
    }

    static Priming register(
            InstantSource clock, Consumer<Duration> pause, Log log, Runnable... steps) {
        Priming priming = new Priming(List.of(steps), clock, pause, log);
        HELD.add(priming);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        steps.forEach(this::prime);
        // Collects the steps' garbage before the first user would have to wait for it.
        System.gc();
        HELD.remove(this);
    }

    private void prime(Runnable step) {
        Instant until = clock.instant().plus(PATIENCE);
        Duration wait = FIRST_PAUSE;
        while (true) {
            try {
                step.run();
                return;
            } catch (RuntimeException failed) {
                if (clock.instant().plus(wait).isAfter(until)) {
                    log.warn(
                            "not primed; the first request will be slow",
                            Map.of("why", String.valueOf(failed)));
                    return;
                }
            }
            pause.accept(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the snapshot was taken", stopped);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Clients reconnect by themselves, and nothing here depends on the time.
    }
}
