package app.prtosales.functions.deadlinecheck;

import app.prtosales.aside.WatchAsides;
import app.prtosales.audit.WatchAudit;
import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.tick.CheckDeadlines;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tick. What the schedule sends along is not looked at: the table says what is due.
public final class DeadlineCheckHandler implements RequestHandler<Object, Map<String, Integer>> {

    private final CheckDeadlines checkDeadlines;
    private final WatchAudit watchAudit;
    private final WatchAsides watchAsides;

    /// Lambda calls this one, once per cold start.
    public DeadlineCheckHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public DeadlineCheckHandler(AwsApplication application) {
        this.checkDeadlines = application.checkDeadlines();
        this.watchAudit = application.watchAudit();
        this.watchAsides = application.watchAsides();
    }

    @Override
    public Map<String, Integer> handleRequest(Object event, Context context) {
        CheckDeadlines.Outcome outcome = checkDeadlines.tick();
        watchAudit.tick();
        WatchAsides.Outcome asides = watchAsides.tick();
        Map<String, Integer> done = new LinkedHashMap<>();
        done.put("started", outcome.started());
        done.put("sendsChecked", outcome.sendsChecked());
        done.put("judged", outcome.judged());
        if (asides.looked()) {
            done.put("aside", asides.aside());
            done.put("takenUp", asides.takenUp());
        }
        Log.of(context).info("tick", done);
        return done;
    }
}
