package app.prtosales.local.edges;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function as the template declares it.
///
/// @param id its logical id
/// @param handler class and method, as Lambda reads it
/// @param environment its variables, resolved
/// @param retries how often an asynchronous call is tried again
/// @param failureQueue the logical id of the queue for asynchronous calls that failed for good
public record FunctionDefinition(
        String id,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        int memoryMegabytes,
        int retries,
        @Nullable String failureQueue) {

    public FunctionDefinition {
        environment = Map.copyOf(environment);
    }

    /// The class that Lambda would load.
    public String handlerClass() {
        int method = handler.indexOf("::");
        return method < 0 ? handler : handler.substring(0, method);
    }

    /// The ARN under which Lambda would call it.
    public String arn() {
        return LocalStack.arn("lambda", "function:" + id);
    }
}
