package app.prtosales.local.edges;

import java.util.Map;

/// Calls a function: asynchronously, as EventBridge and Scheduler do, or synchronously, as another
/// function does.
public interface FunctionCalls {

    /// Calls the function asynchronously.
    ///
    /// @param event the event for the function
    void later(String function, Map<String, Object> event);

    /// Calls the function and waits for its answer.
    ///
    /// @param payload the event for the function, in JSON
    default Came now(String function, String payload) {
        return new Came.Nobody();
    }

    /// The outcome of a synchronous call.
    sealed interface Came {

        record Answer(String payload) implements Came {}

        /// The function threw an exception or timed out.
        record Failure(String payload) implements Came {}

        /// There is no such function.
        record Nobody() implements Came {}
    }

    /// A setup without functions: asynchronous calls are dropped, synchronous ones find no
    /// function.
    static FunctionCalls none() {
        return (function, event) -> {};
    }
}
