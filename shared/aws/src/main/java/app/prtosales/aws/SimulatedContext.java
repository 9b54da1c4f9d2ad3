package app.prtosales.aws;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A Lambda context for calls that do not come from Lambda: in priming, before SnapStart's
/// snapshot, and in tests. Log lines are discarded, except with [#loggingTo].
public final class SimulatedContext implements Context {

    private static final class Silence implements LambdaLogger {

        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {
            log(new String(message, StandardCharsets.UTF_8));
        }
    }

    private final LambdaLogger logger;

    private SimulatedContext(LambdaLogger logger) {
        this.logger = logger;
    }

    public static Context context() {
        return new SimulatedContext(new Silence());
    }

    /// A context that logs to this logger.
    static Context loggingTo(LambdaLogger logger) {
        return new SimulatedContext(logger);
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
    @SuppressWarnings(
            "NullAway") // Lambda returns null here, although the interface's types do not allow it
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
