package app.prtosales.local.edges;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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

/// The one port behind which all of AWS is: `AWS_ENDPOINT_URL`.
final class Gateway implements AutoCloseable {

    private static final String DYNAMO = "DynamoDB_";
    static final String SES_PATH = "/v2/email/";

    private final Server server;
    private final String url;
    private final AtomicLong writes;

    private Gateway(Server server, String url, AtomicLong writes) {
        this.server = server;
        this.url = url;
        this.writes = writes;
    }

    /// Binds the port, so that the URL is known, and answers once [Bound#open] is called.
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

    /// A port that is taken and answers nothing yet.
    record Bound(Server server, String url) {

        /// Answers with the services, each under the first part of its `X-Amz-Target`; SES has
        /// paths instead.
        Gateway open(DynamoEdge dynamo, Map<String, EdgeService> services) {
            AtomicLong writes = new AtomicLong();
            server.setHandler(new Switch(dynamo.http(), services, writes));
            LifeCycle.start(server);
            return new Gateway(server, url, writes);
        }
    }

    String url() {
        return url;
    }

    /// A number that changes with each write to the database.
    long writes() {
        return writes.get();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    /// Finds the service that a call is for.
    private static final class Switch extends Handler.Wrapper {

        private static final Pattern READ =
                Pattern.compile("\\.(Get|BatchGet|TransactGet|Query|Scan|Describe|List)");

        private final Map<String, EdgeService> services;
        private final AtomicLong writes;

        Switch(Handler dynamo, Map<String, EdgeService> services, AtomicLong writes) {
            super(dynamo);
            this.writes = writes;
            this.services = Map.copyOf(services);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            String target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
            if (target.startsWith(DYNAMO)) {
                return database(target, request, response, callback);
            }
            String path = String.valueOf(request.getHttpURI().getDecodedPath());
            String name =
                    path.startsWith(SES_PATH)
                            ? SES_PATH
                            : target.substring(0, Math.max(target.indexOf('.'), 0));
            EdgeService service = services.get(name);
            EdgeReply reply =
                    service == null
                            ? EdgeReply.error(
                                    400,
                                    "UnknownOperationException",
                                    "nothing here answers to " + path + " " + target)
                            : answer(service, request, path, target);
            send(reply, request, response, callback);
            return true;
        }

        /// Counts a write before and after, so that who reads in between reads again.
        private boolean database(
                String target, Request request, Response response, Callback callback)
                throws Exception {
            if (READ.matcher(target).find()) {
                return super.handle(request, response, callback);
            }
            writes.incrementAndGet();
            try {
                return super.handle(request, response, callback);
            } finally {
                writes.incrementAndGet();
            }
        }

        private static EdgeReply answer(
                EdgeService service, Request request, String path, String target)
                throws IOException {
            String body = Content.Source.asString(request, StandardCharsets.UTF_8);
            try {
                return service.answer(
                        new EdgeRequest(
                                request.getMethod(),
                                path,
                                target.substring(target.indexOf('.') + 1),
                                body));
            } catch (Json.MalformedJson malformed) {
                return EdgeReply.error(
                        400, "SerializationException", String.valueOf(malformed.getMessage()));
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
                    callback.failed(new IOException("the answer is lost on purpose"));
                }
            }
        }
    }
}
