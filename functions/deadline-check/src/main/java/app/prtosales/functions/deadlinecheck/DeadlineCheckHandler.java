package app.prtosales.functions.deadlinecheck;

import app.prtosales.audit.WatchAudit;
import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.json.Json;
import app.prtosales.tick.CheckDeadlines;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tick. What the schedule sends along is not looked at: the table says what is due.
public final class DeadlineCheckHandler implements RequestStreamHandler {

    private final CheckDeadlines checkDeadlines;
    private final WatchAudit watchAudit;

    /// Lambda calls this one, once per cold start.
    public DeadlineCheckHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public DeadlineCheckHandler(AwsApplication application) {
        this.checkDeadlines = application.checkDeadlines();
        this.watchAudit = application.watchAudit();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        CheckDeadlines.Outcome outcome = checkDeadlines.tick();
        watchAudit.tick();
        Map<String, Integer> done = new LinkedHashMap<>();
        done.put("started", outcome.started());
        done.put("sendsChecked", outcome.sendsChecked());
        done.put("judged", outcome.judged());
        Log.of(context).info("tick", done);
        Json.write(done, answer);
    }
}
