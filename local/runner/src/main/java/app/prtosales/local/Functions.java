package app.prtosales.local;

import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.LambdaHandler;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Every function of the template, called the way Lambda calls it.
final class Functions implements AutoCloseable {

    private final Map<String, FunctionDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<LambdaHandler>> handlers = new LinkedHashMap<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final LogFile log;

    Functions(List<FunctionDefinition> all, HandlerSource source, LogFile log) {
        this.log = log;
        for (FunctionDefinition each : all) {
            definitions.put(each.id(), each);
            handlers.put(
                    each.id(),
                    CompletableFuture.supplyAsync(
                            () -> log(each).during(() -> LambdaHandler.of(source.handlerOf(each))),
                            threads));
        }
    }

    Optional<FunctionDefinition> find(String id) {
        return Optional.ofNullable(definitions.get(id));
    }

    /// The logical ids of all functions.
    List<String> ids() {
        return List.copyOf(definitions.keySet());
    }

    /// Waits until every handler has been created.
    void await() {
        handlers.values().forEach(CompletableFuture::join);
    }

    /// Calls the function and waits for its answer, up to the function's timeout.
    Invocation call(String id, String event) {
        FunctionDefinition function = definitions.get(id);
        CompletableFuture<LambdaHandler> handler = handlers.get(id);
        if (function == null || handler == null) {
            return new Invocation.Failed("ResourceNotFoundException", "Function not found: " + id);
        }
        Future<String> running = threads.submit(() -> run(function, handler.join(), event));
        try {
            return new Invocation.Answered(
                    running.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            running.cancel(true);
            return failed(
                    function,
                    "Sandbox.Timedout",
                    "Task timed out after %d.00 seconds".formatted(function.timeout().toSeconds()),
                    "");
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            return failed(
                    function,
                    cause.getClass().getName(),
                    String.valueOf(cause.getMessage()),
                    trace.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Invocation.Failed("Interrupted", "the process is stopping");
        }
    }

    private String run(FunctionDefinition function, LambdaHandler handler, String event) {
        FunctionLog logger = log(function);
        String request = UUID.randomUUID().toString();
        return logger.during(
                () -> handler.call(event, new LocalContext(function, request, logger)));
    }

    private FunctionLog log(FunctionDefinition function) {
        return new FunctionLog(function.id(), log);
    }

    private Invocation failed(
            FunctionDefinition function, String type, String message, String trace) {
        log(function).log("failed: %s: %s%n%s".formatted(type, message, trace));
        return new Invocation.Failed(type, message);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
