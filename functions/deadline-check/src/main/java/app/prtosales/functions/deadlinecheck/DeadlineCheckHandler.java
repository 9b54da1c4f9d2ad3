package app.prtosales.functions.deadlinecheck;

import app.prtosales.audit.WatchAudit;
import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.tick.CheckDeadlines;
import app.prtosales.tick.WatchAsides;
import app.prtosales.tick.WatchDeadlines;
import app.prtosales.tick.WatchLists;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The tick. The schedule's payload is ignored; the table says what is due.
public final class DeadlineCheckHandler implements RequestHandler<Object, Map<String, Integer>> {

    private final CheckDeadlines checkDeadlines;
    private final WatchAudit watchAudit;
    private final WatchAsides watchAsides;
    private final WatchDeadlines watchDeadlines;
    private final WatchLists watchLists;
    private final String namespace;
    private final InstantSource clock;

    /// Called by Lambda, once per cold start.
    public DeadlineCheckHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public DeadlineCheckHandler(AwsApplication application) {
        this.checkDeadlines = application.checkDeadlines();
        this.watchAudit = application.watchAudit();
        this.watchAsides = application.watchAsides();
        this.watchDeadlines = application.watchDeadlines();
        this.watchLists = application.watchLists();
        this.namespace = application.metricsNamespace();
        this.clock = application.clock();
    }

    @Override
    public Map<String, Integer> handleRequest(Object event, Context context) {
        CheckDeadlines.Outcome outcome = checkDeadlines.tick();
        watchAudit.tick();
        watchLists.tick();
        Optional<WatchAsides.Outcome> asides = watchAsides.tick();
        Optional<WatchDeadlines.AtRisk> risk = watchDeadlines.tick();
        Map<String, Integer> done = new LinkedHashMap<>();
        done.put("started", outcome.started());
        done.put("sendsChecked", outcome.sendsChecked());
        done.put("judged", outcome.judged());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("Ticks", 1);
        Map<String, Object> details = new LinkedHashMap<>(done);
        asides.ifPresent(found -> {
            counts.put("ItemsAside", found.aside());
            details.put("pickedUp", found.pickedUp());
        });
        risk.ifPresent(found -> {
            counts.put("RepsAtRisk", found.reps());
            details.put("placementsAtRisk", found.placements());
        });
        // Logged last, so that only complete ticks are counted.
        Log.of(context).metrics(namespace, clock.instant(), "tick", counts, details);
        return done;
    }
}
