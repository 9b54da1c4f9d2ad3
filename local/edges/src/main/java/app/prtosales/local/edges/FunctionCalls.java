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
    default Outcome now(String function, String payload) {
        return new Outcome.Nobody();
    }

    /// The outcome of a synchronous call.
    sealed interface Outcome {

        record Answer(String payload) implements Outcome {}

        /// The function threw an exception or timed out.
        record Failure(String payload) implements Outcome {}

        /// There is no such function.
        record Nobody() implements Outcome {}
    }

    /// A setup without functions: asynchronous calls are dropped, synchronous ones find no
    /// function.
    static FunctionCalls none() {
        return (function, event) -> {};
    }
}
