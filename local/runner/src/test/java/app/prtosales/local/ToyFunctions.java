package app.prtosales.local;

import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The functions of the toy template: each remembers what it was called with, and fails when told
/// to.
final class ToyFunctions implements HandlerSource {

    /// A call: of which function, when by the product's clock, and with what.
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
    public RequestStreamHandler handlerOf(FunctionDefinition function) {
        return (input, output, context) -> handle(function.id(), input, output);
    }

    private void handle(String function, InputStream input, OutputStream output)
            throws IOException {
        Map<String, Object> event;
        try {
            event = Json.object(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (Json.MalformedJson broken) {
            throw new IOException(broken);
        }
        calls.add(new Call(function, clock.instant(), event));
        if (event.toString().contains("please fail")) {
            throw new IllegalStateException("as you like");
        }
        Object answer =
                switch (function) {
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
        output.write(Json.text(answer).getBytes(StandardCharsets.UTF_8));
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
