package app.prtosales.local;

import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The functions of the toy template: each records its calls, and fails when told to.
final class ToyFunctions implements HandlerSource {

    /// A call: the function, the time by the product's clock, and the event.
    record Call(String function, Instant at, Map<String, Object> event) {}

    private final InstantSource clock;
    private final List<Call> calls;

    ToyFunctions(InstantSource clock, List<Call> calls) {
        this.clock = clock;
        this.calls = calls;
    }

    static List<Call> noCalls() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    @Override
    public RequestHandler<?, ?> handlerOf(FunctionDefinition function) {
        return new Toy(function.id());
    }

    private final class Toy implements RequestHandler<Map<String, Object>, Object> {

        private final String function;

        Toy(String function) {
            this.function = function;
        }

        @Override
        public Object handleRequest(Map<String, Object> event, Context context) {
            return handle(function, event);
        }
    }

    private Object handle(String function, Map<String, Object> event) {
        calls.add(new Call(function, clock.instant(), event));
        if (event.toString().contains("please fail")) {
            throw new IllegalStateException("failing as requested");
        }
        return switch (function) {
            case "Front" ->
                    Map.of(
                            "statusCode",
                            201,
                            "headers",
                            Map.of("X-Toy", "yes"),
                            "cookies",
                            List.of("a=1", "b=2"),
                            "body",
                            Json.text(event));
            case "Worker" -> Map.of("batchItemFailures", failures(event));
            default -> Map.of();
        };
    }

    private static List<Object> failures(Map<String, Object> event) {
        List<Object> failures = new ArrayList<>();
        for (Object each : Json.list(event.get("Records"))) {
            Map<String, Object> record = Json.map(each);
            if (Json.string(record.get("body")).contains("poison")) {
                failures.add(Map.of("itemIdentifier", Json.string(record.get("messageId"))));
            }
        }
        return failures;
    }
}
