package app.prtosales.functions.weeklyaudit;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.RunWeeklyAudit;
import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;

/// The weekly email. The schedule runs hourly; the agreement sets the weekday and hour on which the
/// email goes out.
public final class WeeklyAuditHandler implements RequestHandler<Object, Map<String, Object>> {

    private final RunWeeklyAudit runWeeklyAudit;

    /// Called by Lambda, once per cold start.
    public WeeklyAuditHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public WeeklyAuditHandler(AwsApplication application) {
        this.runWeeklyAudit = application.runWeeklyAudit();
    }

    @Override
    public Map<String, Object> handleRequest(Object event, Context context) {
        RunWeeklyAudit.Outcome outcome = runWeeklyAudit.run();
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("weeks", outcome.weeks().stream().map(AuditWeek::toString).toList());
        done.put("sent", outcome.sent());
        done.put("waiting", outcome.waiting());
        Log.of(context).info("audit", done);
        if (outcome.overdue()) {
            Log.of(context).warn("audit overdue", done);
        }
        return done;
    }
}
