package app.prtosales.aws;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// What a function does once before SnapStart takes its picture, so that the first real request
/// finds everything loaded. A step that fails stops the deployment, where somebody sees it.
public final class Priming implements Resource {

    /// CRaC itself holds its resources weakly, and a collected one would prime nothing.
    private static final Set<Priming> HELD = ConcurrentHashMap.newKeySet();

    private final List<Runnable> steps;

    private Priming(List<Runnable> steps) {
        this.steps = steps;
    }

    /// @param steps each has no effect that outlives it
    public static Priming register(Runnable... steps) {
        Priming priming = new Priming(List.of(steps));
        HELD.add(priming);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        steps.forEach(Runnable::run);
        // What the steps left behind is not for the first user to clear away.
        System.gc();
        HELD.remove(this);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Clients reconnect by themselves, and nothing here depends on the time.
    }
}
