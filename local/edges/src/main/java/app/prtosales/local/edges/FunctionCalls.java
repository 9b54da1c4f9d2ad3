package app.prtosales.local.edges;

import java.util.Map;

/// Calls a function: later, as EventBridge and Scheduler do, or now, as another function does.
public interface FunctionCalls {

    /// Whoever calls does not wait.
    ///
    /// @param event what the function gets
    void later(String function, Map<String, Object> event);

    /// Whoever calls waits for the answer.
    ///
    /// @param payload what the function gets, in JSON
    default Came now(String function, String payload) {
        return new Came.Nobody();
    }

    /// What came of a call that somebody waited for.
    sealed interface Came {

        record Answer(String payload) implements Came {}

        /// The function threw, or took too long.
        record Failure(String payload) implements Came {}

        /// There is no such function.
        record Nobody() implements Came {}
    }

    /// There are no functions here: what is meant for one is left.
    static FunctionCalls none() {
        return (function, event) -> {};
    }
}
