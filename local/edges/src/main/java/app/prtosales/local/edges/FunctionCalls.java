package app.prtosales.local.edges;

import java.util.Map;

/// Calls a function later, as EventBridge and Scheduler do: whoever calls does not wait.
public interface FunctionCalls {

    /// @param event what the function gets
    void later(String function, Map<String, Object> event);

    /// There are no functions here: what is meant for one is left.
    static FunctionCalls none() {
        return (function, event) -> {};
    }
}
