package app.prtosales.local.edges;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function as the template declares it.
///
/// @param id its logical id
/// @param handler the class and method, in Lambda's notation
/// @param environment its environment variables, resolved
/// @param retries how many times a failed asynchronous call is retried
/// @param failureQueue the name of the queue for asynchronous calls whose retries all failed
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

    /// The class that Lambda loads.
    public String handlerClass() {
        int method = handler.indexOf("::");
        return method < 0 ? handler : handler.substring(0, method);
    }

    /// The ARN that callers use.
    public String arn() {
        return LocalStack.arn("lambda", "function:" + id);
    }
}
