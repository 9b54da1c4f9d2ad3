package app.prtosales.local.edges;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// The single port that serves all of AWS: `AWS_ENDPOINT_URL`. Each function calls it under its own
/// path prefix, which identifies the caller; a call without such a prefix comes from no function.
final class Gateway implements AutoCloseable {

    private final Server server;
    private final String url;
    private final AtomicLong writes;
    private final Set<AwsService> down;

    private Gateway(Server server, String url, AtomicLong writes, Set<AwsService> down) {
        this.server = server;
        this.url = url;
        this.writes = writes;
        this.down = down;
    }

    /// Binds the port, so that the URL is known; requests are answered after [Bound#open].
    static Bound bind(InetAddress address, int port) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("edges");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(address.getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(300_000);
        connector.open();
        server.addConnector(connector);
        InetSocketAddress bound =
                new InetSocketAddress(
                        address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address,
                        connector.getLocalPort());
        return new Bound(
                server,
                "http://%s:%d".formatted(bound.getAddress().getHostAddress(), bound.getPort()));
    }

    /// A bound port that does not answer yet.
    record Bound(Server server, String url) {

        /// Starts answering: calls that the guard allows are passed to the services.
        Gateway open(DynamoEdge dynamo, Map<AwsService, EdgeService> services, CallGuard guard) {
            AtomicLong writes = new AtomicLong();
            Set<AwsService> down = ConcurrentHashMap.newKeySet();
            server.setHandler(new Switch(dynamo.http(), services, guard, writes, down));
            LifeCycle.start(server);
            return new Gateway(server, url, writes, down);
        }
    }

    String url() {
        return url;
    }

    /// A counter that changes with each write to the database.
    long writes() {
        return writes.get();
    }

    /// Sets the services that answer functions with an internal error from now on; empty for none.
    /// Callers other than functions are not affected.
    void down(Set<AwsService> services) {
        down.retainAll(services);
        down.addAll(services);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    /// Finds the service that a call is addressed to, and passes the call on if the caller may make
    /// it.
    private static final class Switch extends Handler.Wrapper {

        private static final int BAD_REQUEST = 400;
        private static final Pattern READ =
                Pattern.compile("(Get|BatchGet|TransactGet|Query|Scan|Describe|List).*");
        private static final Pattern OF_FUNCTION =
                Pattern.compile(LocalStack.OF_FUNCTION + "([A-Za-z0-9]+)(/.*)?");

        private final Map<AwsService, EdgeService> services;
        private final CallGuard guard;
        private final AtomicLong writes;
        private final Set<AwsService> down;

        Switch(
                Handler dynamo,
                Map<AwsService, EdgeService> services,
                CallGuard guard,
                AtomicLong writes,
                Set<AwsService> down) {
            super(dynamo);
            this.services = Map.copyOf(services);
            this.guard = guard;
            this.writes = writes;
            this.down = down;
        }

        /// A call and its caller; `function` is null when no function made it.
        private record Call(@Nullable String function, AwsService service, EdgeRequest request) {}

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            String whole = String.valueOf(request.getHttpURI().getDecodedPath());
            Matcher own = OF_FUNCTION.matcher(whole);
            String function = own.matches() ? own.group(1) : null;
            String path = own.matches() ? Objects.requireNonNullElse(own.group(2), "/") : whole;
            String target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
            Optional<AwsService> service = AwsService.of(target, path);
            if (service.isEmpty() || function != null && !guard.knows(function)) {
                send(unknown(function, path, target), request, response, callback);
                return true;
            }
            AwsService known = service.get();
            boolean seen = known != AwsService.DYNAMODB || function != null || guard.recordsAll();
            byte[] bytes = seen ? bytes(request) : new byte[0];
            Call call =
                    new Call(
                            function,
                            known,
                            new EdgeRequest(
                                    request.getMethod(),
                                    path,
                                    known.operation(request.getMethod(), target, path),
                                    new String(bytes, StandardCharsets.UTF_8)));
            Optional<EdgeReply> reply = seen ? answer(call) : Optional.empty();
            if (reply.isPresent()) {
                send(reply.get(), request, response, callback);
                return true;
            }
            return database(
                    call.request().operation(),
                    seen ? new ReadRequest(request, bytes) : request,
                    function == null ? response : new Watched(request, response, call),
                    callback);
        }

        /// A database response that reports a rejected value to the guard.
        private final class Watched extends Response.Wrapper {

            private final Call call;

            Watched(Request request, Response response, Call call) {
                super(request, response);
                this.call = call;
            }

            @Override
            public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
                if (getStatus() == BAD_REQUEST && bytes != null) {
                    String body = StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
                    if (body.contains("#ValidationException")) {
                        guard.reportRefused(
                                call.function(),
                                call.service().action(call.request()),
                                messageIn(body));
                    }
                }
                super.write(last, bytes, callback);
            }
        }

        private static EdgeReply unknown(@Nullable String function, String path, String target) {
            return EdgeReply.error(
                    400,
                    "UnknownOperationException",
                    "no service here answers %s %s%s"
                            .formatted(path, target, function == null ? "" : " for " + function));
        }

        /// The reply, or empty when the database should answer.
        private Optional<EdgeReply> answer(Call call) {
            if (call.function() != null && down.contains(call.service())) {
                return Optional.of(
                        EdgeReply.error(500, "InternalServerError", "Internal server error"));
            }
            try {
                Optional<EdgeReply> refused =
                        guard.refuse(call.function(), call.service(), call.request());
                if (refused.isPresent() || call.service() == AwsService.DYNAMODB) {
                    return refused;
                }
                EdgeService service = services.get(call.service());
                EdgeReply reply =
                        service == null
                                ? unknown(call.function(), call.request().path(), "")
                                : service.answer(call.request());
                reportRefused(call, reply);
                return Optional.of(reply);
            } catch (Json.MalformedJson malformed) {
                return Optional.of(
                        EdgeReply.error(
                                400,
                                "SerializationException",
                                String.valueOf(malformed.getMessage())));
            }
        }

        private void reportRefused(Call call, EdgeReply reply) {
            if (reply
                            instanceof
                            EdgeReply.Answer(
                                    int status,
                                    _,
                                    Map<String, String> headers,
                                    String body)
                    && status == BAD_REQUEST
                    && call.service()
                            .meansInvalidRequest(headers.getOrDefault("x-amzn-ErrorType", ""))) {
                guard.reportRefused(
                        call.function(), call.service().action(call.request()), messageIn(body));
            }
        }

        private static String messageIn(String body) {
            try {
                Map<String, Object> error = Json.object(body);
                return Json.string(error.getOrDefault("message", error.get("Message")));
            } catch (Json.MalformedJson none) {
                return body;
            }
        }

        private static byte[] bytes(Request request) throws IOException {
            ByteBuffer buffer = Content.Source.asByteBuffer(request);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        }

        /// Counts a write before and after the call, so that a reader in between knows to read
        /// again.
        private boolean database(
                String operation, Request request, Response response, Callback callback)
                throws Exception {
            if (READ.matcher(operation).matches()) {
                return super.handle(request, response, callback);
            }
            writes.incrementAndGet();
            try {
                return super.handle(request, response, callback);
            } finally {
                writes.incrementAndGet();
            }
        }

        private static void send(
                EdgeReply reply, Request request, Response response, Callback callback) {
            switch (reply) {
                case EdgeReply.Answer answer -> {
                    response.setStatus(answer.status());
                    response.getHeaders().put("Content-Type", answer.contentType());
                    response.getHeaders()
                            .put("x-amzn-RequestId", java.util.UUID.randomUUID().toString());
                    answer.headers().forEach(response.getHeaders()::put);
                    Content.Sink.write(response, true, answer.body(), callback);
                }
                case EdgeReply.Lost() -> {
                    request.getConnectionMetaData().getConnection().getEndPoint().close();
                    callback.failed(new IOException("this answer is dropped on purpose"));
                }
            }
        }
    }

    /// A request whose body was already consumed, replayed for the next reader.
    private static final class ReadRequest extends Request.Wrapper {

        private final Content.Source body;
        private final int length;

        ReadRequest(Request request, byte[] bytes) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(bytes));
            this.length = bytes.length;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public Content.@Nullable Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable whenThereIsMore) {
            body.demand(whenThereIsMore);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
