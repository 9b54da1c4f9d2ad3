package app.prtosales.local;

import app.prtosales.local.edges.Edges;
import app.prtosales.local.edges.FunctionCalls;
import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Wiring;
import app.prtosales.local.edges.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lambda's internal queue for asynchronous calls: a failed call is retried, and after the last
/// retry it goes to the function's failure queue.
///
/// Unfinished calls survive a restart.
final class AsyncCalls implements FunctionCalls, Due {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    /// Lambda would run many more at once; here they share the cores with synchronous calls.
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Supplier<Functions> functions;
    private final Supplier<Edges> edges;
    private final Work work;
    private final InstantSource clock;
    private final @Nullable Path folder;
    private volatile boolean resting;
    private final Map<String, Call> waiting = new ConcurrentHashMap<>();

    /// @param folder the folder for unfinished calls, or null to store none
    AsyncCalls(
            Supplier<Functions> functions,
            Supplier<Edges> edges,
            Work work,
            InstantSource clock,
            @Nullable Path folder) {
        this.functions = functions;
        this.edges = edges;
        this.work = work;
        this.clock = clock;
        this.folder = folder;
    }

    private record Call(
            String id, String function, String event, int failures, Instant notBefore) {}

    /// Stops accepting asynchronous calls.
    void rest() {
        resting = true;
    }

    @Override
    public Outcome now(String function, String payload) {
        Functions all = functions.get();
        if (all.find(function).isEmpty()) {
            return new Outcome.Nobody();
        }
        return switch (all.call(function, payload)) {
            case Invocation.Answered(var answer) -> new Outcome.Answer(answer);
            case Invocation.Failed failed -> new Outcome.Failure(failed.payload());
        };
    }

    @Override
    public void later(String function, Map<String, Object> event) {
        if (resting) {
            return;
        }
        Call call =
                new Call(
                        UUID.randomUUID().toString(),
                        function,
                        Json.text(event),
                        0,
                        clock.instant());
        save(call);
        work.start(() -> run(call));
    }

    /// Loads the calls that an earlier process left unfinished.
    void resume() {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Map<String, Object> saved = Json.object(Files.readString(file));
                Call call =
                        new Call(
                                Json.string(saved.get("id")),
                                Json.string(saved.get("function")),
                                Json.string(saved.get("event")),
                                Json.number(saved.get("failures"), 0),
                                Instant.parse(Json.string(saved.get("notBefore"))));
                waiting.put(call.id(), call);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Json.MalformedJson broken) {
            throw new UncheckedIOException(
                    new IOException("a stored call cannot be parsed", broken));
        }
    }

    @Override
    public Optional<Instant> next(boolean jumping) {
        return waiting.values().stream().map(Call::notBefore).min(Instant::compareTo);
    }

    @Override
    public void fire(Instant now) {
        for (Call call : List.copyOf(waiting.values())) {
            if (!call.notBefore().isAfter(now) && waiting.remove(call.id()) != null) {
                work.start(() -> run(call));
            }
        }
    }

    private void run(Call call) {
        places.acquireUninterruptibly();
        try {
            switch (functions.get().call(call.function(), call.event())) {
                case Invocation.Answered answered -> forget(call);
                case Invocation.Failed failed -> again(call, failed);
            }
        } finally {
            places.release();
        }
    }

    private void again(Call call, Invocation.Failed failed) {
        int failures = call.failures() + 1;
        Optional<FunctionDefinition> function = functions.get().find(call.function());
        int retries = function.map(FunctionDefinition::retries).orElse(0);
        if (failures > retries) {
            function.filter(each -> mayHandOver(each.id()))
                    .map(FunctionDefinition::failureQueue)
                    .flatMap(edges.get()::queue)
                    .ifPresent(queue ->
                            queue.send(Json.text(record(call, failures, failed)), Map.of()));
            forget(call);
            return;
        }
        Call next =
                new Call(
                        call.id(),
                        call.function(),
                        call.event(),
                        failures,
                        clock.instant().plus(PAUSES.get(Math.min(failures, PAUSES.size()) - 1)));
        save(next);
        waiting.put(next.id(), next);
    }

    /// Whether the function's role allows Lambda to send failed calls to the failure queue.
    private boolean mayHandOver(String function) {
        return Wiring.missing(edges.get().template()).stream()
                .noneMatch(each ->
                        each.work() == Wiring.Work.HAND_OVER_FAILURES
                                && each.function().equals(function));
    }

    /// The message that Lambda sends to an on-failure destination.
    private Map<String, Object> record(Call call, int failures, Invocation.Failed failed) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("requestId", call.id());
        context.put(
                "functionArn",
                functions.get().find(call.function()).map(FunctionDefinition::arn).orElse("")
                        + ":$LATEST");
        context.put("condition", "RetriesExhausted");
        context.put("approximateInvokeCount", failures);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("version", "1.0");
        record.put("timestamp", clock.instant().toString());
        record.put("requestContext", context);
        record.put("requestPayload", readable(call.event()));
        record.put(
                "responseContext",
                Map.of(
                        "statusCode",
                        200,
                        "executedVersion",
                        "$LATEST",
                        "functionError",
                        "Unhandled"));
        record.put("responsePayload", readable(failed.payload()));
        return record;
    }

    private static Object readable(String json) {
        try {
            return Json.object(json);
        } catch (Json.MalformedJson notAnObject) {
            return json;
        }
    }

    private void save(Call call) {
        if (folder == null) {
            return;
        }
        Map<String, Object> saved = new LinkedHashMap<>();
        saved.put("id", call.id());
        saved.put("function", call.function());
        saved.put("event", call.event());
        saved.put("failures", call.failures());
        saved.put("notBefore", call.notBefore().toString());
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(call.id() + ".draft");
            Files.writeString(draft, Json.text(saved));
            Files.move(
                    draft,
                    folder.resolve(call.id() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void forget(Call call) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(call.id() + ".json"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
