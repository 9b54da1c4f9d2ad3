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

/// What a function does once before SnapStart takes its picture, so that the first real request
/// finds everything loaded.
///
/// A new role reaches the rest of AWS some seconds after it was made, so a step that fails is tried
/// again for a minute; Lambda gives a start 130 seconds. Then the picture is taken without it, and
/// a line in the log says so: the first request is slow, which is no reason to roll a deployment
/// back.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html">Lambda:
///   runtime hooks</a>
public final class Priming implements Resource {

    /// How long a step is tried again.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /// CRaC itself holds its resources weakly, and a collected one would prime nothing.
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

    /// @param steps each has no effect that outlives it
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
        // What the steps left behind is not for the first user to clear away.
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
            throw new IllegalStateException("interrupted before a picture was taken", stopped);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Clients reconnect by themselves, and nothing here depends on the time.
    }
}
