package app.prtosales.aws;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The context of a simulated call, for a handler's rehearsal before SnapStart's snapshot. Its log
/// lines are discarded.
public final class Rehearsal implements Context {

    private static final class Silence implements LambdaLogger {

        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {
            log(new String(message, StandardCharsets.UTF_8));
        }
    }

    private final LambdaLogger logger;

    private Rehearsal(LambdaLogger logger) {
        this.logger = logger;
    }

    public static Context context() {
        return new Rehearsal(new Silence());
    }

    /// A context whose log lines are kept.
    static Context loggingTo(LambdaLogger logger) {
        return new Rehearsal(logger);
    }

    @Override
    public String getAwsRequestId() {
        return "rehearsal";
    }

    @Override
    public String getLogGroupName() {
        return "";
    }

    @Override
    public String getLogStreamName() {
        return "";
    }

    @Override
    public String getFunctionName() {
        return "";
    }

    @Override
    public String getFunctionVersion() {
        return "";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "";
    }

    @Override
    @SuppressWarnings("NullAway") // the interface has no null in its types, and Lambda returns it
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return 10_000;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 0;
    }

    @Override
    public LambdaLogger getLogger() {
        return logger;
    }
}
