package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.util.List;
import java.util.Map;

/// What came of one call of a function.
sealed interface Invocation {

    /// What the caller gets, as Lambda writes it down.
    String payload();

    /// The function answered.
    record Answered(String payload) implements Invocation {}

    /// The function threw, or took too long.
    record Failed(String type, String message) implements Invocation {

        @Override
        public String payload() {
            return Json.text(
                    Map.of("errorMessage", message, "errorType", type, "stackTrace", List.of()));
        }
    }
}
