package app.prtosales.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A server on loopback that answers as AWS does, correctly or with errors, and records its
/// requests, so that the real SDK is tested rather than an assumption about it.
public final class PretendAws implements AutoCloseable {

    /// @param target the operation, for services that name it in a header
    /// @param port the caller's port, the same for requests on one connection
    public record Request(String method, String path, String target, JsonNode body, int port) {}

    /// The reply to a request.
    public sealed interface Reply {

        record Answer(int status, Map<String, String> headers, String body) implements Reply {}

        /// The connection ends without a reply.
        record Drop() implements Reply {}

        /// No reply comes until the server is closed.
        record Hang() implements Reply {}
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Function<Request, Reply>> replies = new ConcurrentLinkedQueue<>();

    public PretendAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        // Set explicitly as a function's environment would; the SDK's default chain reads the real
        // environment.
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
    }

    public String url() {
        return "http://%s:%d"
                .formatted(
                        server.getAddress().getAddress().getHostAddress(),
                        server.getAddress().getPort());
    }

    public AwsClients clients() {
        return clients(url());
    }

    public static AwsClients clients(String endpoint) {
        return new AwsClients(
                Config.from(Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL", endpoint)));
    }

    /// The reply to the next request for which none is planned yet.
    public PretendAws then(Function<Request, Reply> reply) {
        replies.add(reply);
        return this;
    }

    public PretendAws then(Reply reply) {
        return then(request -> reply);
    }

    public PretendAws thenJson(Object body) {
        return then(ok(body));
    }

    public static Reply ok(Object body) {
        return new Reply.Answer(200, Map.of(), Json.write(body));
    }

    /// An error as AWS writes it, in the header and the body, with an address in its message.
    public static Reply error(int status, String code) {
        return new Reply.Answer(
                status,
                Map.of("x-amzn-ErrorType", code),
                Json.write(Map.of("__type", code, "message", "about ann@example.com")));
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            Request request =
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            target == null ? "" : target,
                            body.isEmpty() ? MissingNode.getInstance() : Json.read(body),
                            exchange.getRemoteAddress().getPort());
            requests.add(request);
            Function<Request, Reply> reply = replies.poll();
            switch (reply == null ? error(418, "NoReplyPlanned") : reply.apply(request)) {
                case Reply.Answer answer -> write(exchange, answer);
                case Reply.Drop drop -> exchange.close();
                case Reply.Hang hang -> closed.await();
            }
        } catch (IOException callerIsGone) {
            throw new UncheckedIOException(callerIsGone);
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, Reply.Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
