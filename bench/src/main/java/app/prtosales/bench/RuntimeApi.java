package app.prtosales.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lambda's Runtime API for a single process of one function: passes events to it and receives its
/// answers.
final class RuntimeApi implements AutoCloseable {

    private static final String VERSION = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    /// The function's answer, and when it arrived, by [System#nanoTime()].
    record Answer(String path, String body, long at) {}

    static RuntimeApi start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi(server);
        server.createContext(VERSION, api::serve);
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    /// Host and port, in the format of `AWS_LAMBDA_RUNTIME_API`.
    String address() {
        return "127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    /// Passes the event on as soon as the function asks for one.
    void invoke(String event) {
        events.add(event);
    }

    /// Waits until the function is initialized and asks for its first event.
    void awaitInitialized(Duration atMost) throws InterruptedException, TimeoutException {
        if (!asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("the function never asked for an event");
        }
    }

    Answer awaitAnswer(Duration atMost) throws InterruptedException, TimeoutException {
        Answer answer = answers.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw new TimeoutException("the function never answered");
        }
        return answer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            long now = System.nanoTime();
            String path = exchange.getRequestURI().getPath();
            switch (path.substring(VERSION.length())) {
                case "invocation/next" -> next(exchange);
                case "restore/next" -> send(exchange, 200, "");
                default -> {
                    answers.add(new Answer(path, body, now));
                    send(exchange, 202, "{\"status\":\"OK\"}");
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        asked.countDown();
        String event = events.take();
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "bench-request");
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Deadline-Ms",
                        String.valueOf(System.currentTimeMillis() + 30_000));
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:us-east-1:000000000000:function:bench");
        send(exchange, 200, event);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
