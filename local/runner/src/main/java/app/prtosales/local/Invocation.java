package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.util.List;
import java.util.Map;

/// The outcome of a function call.
sealed interface Invocation {

    /// The response payload, in Lambda's format.
    String payload();

    /// The function returned an answer.
    record Answered(String payload) implements Invocation {}

    /// The function threw an exception or timed out.
    record Failed(String type, String message) implements Invocation {

        @Override
        public String payload() {
            return Json.text(
                    Map.of("errorMessage", message, "errorType", type, "stackTrace", List.of()));
        }
    }
}
