package app.prtosales.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The main port: loopback only, over IPv4 and, where available, IPv6.
final class FrontServer implements AutoCloseable {

    private final Server server;
    private final int port;

    private FrontServer(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /// Binds the port before anything else is started.
    ///
    /// @param port 0 for any free one
    static FrontServer bind(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setName("front");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector first = connector(server, "127.0.0.1", port);
        try {
            first.open();
        } catch (IOException taken) {
            throw unusable(String.valueOf(port), taken);
        }
        server.addConnector(first);
        ServerConnector second = connector(server, "::1", first.getLocalPort());
        try {
            second.open();
            server.addConnector(second);
        } catch (IOException noIpv6) {
            second.close();
        }
        return new FrontServer(server, first.getLocalPort());
    }

    static Usage unusable(String port, IOException why) {
        return new Usage(
                why instanceof BindException || why.getCause() instanceof BindException
                        ? "port %s is taken; choose another with --port or PORT".formatted(port)
                        : "port %s cannot be used: %s".formatted(port, why.getMessage()));
    }

    private static ServerConnector connector(Server server, String host, int port) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        // API Gateway passes every path through, so odd paths are left for the functions to reject.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    int port() {
        return port;
    }

    /// Starts answering requests.
    void open(Function<HttpCall, HttpAnswer> site) {
        server.setHandler(new Translator(site));
        server.setErrorHandler(new Refusals());
        LifeCycle.start(server);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class Translator extends Handler.Abstract {

        private final Function<HttpCall, HttpAnswer> site;

        Translator(Function<HttpCall, HttpAnswer> site) {
            this.site = site;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws IOException {
            write(site.apply(call(request)), request, response, callback);
            return true;
        }

        private static void write(
                HttpAnswer answer, Request request, Response response, Callback callback) {
            response.setStatus(answer.status());
            answer.headers()
                    .forEach((name, values) ->
                            values.forEach(value -> response.getHeaders().add(name, value)));
            if (request.getMethod().equals("HEAD")) {
                writeHead(answer, response, callback);
                return;
            }
            response.getHeaders().put("content-length", answer.body().length);
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        }

        /// A HEAD response has the length that GET's would have, or none (RFC 9110, 8.6). Functions
        /// leave the body out, so its length is then unknown.
        private static void writeHead(HttpAnswer answer, Response response, Callback callback) {
            if (answer.body().length > 0) {
                response.getHeaders().put("content-length", answer.body().length);
            }
            response.write(false, ByteBuffer.allocate(0), callback);
        }

        private static HttpCall call(Request request) throws IOException {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.computeIfAbsent(
                                field.getName().toLowerCase(Locale.ROOT),
                                first -> new ArrayList<>())
                        .add(String.valueOf(field.getValue()));
            }
            ByteBuffer content = Content.Source.asByteBuffer(request);
            byte[] body = new byte[content.remaining()];
            content.get(body);
            String query = request.getHttpURI().getQuery();
            return new HttpCall(
                    request.getMethod(),
                    String.valueOf(request.getHttpURI().getPath()),
                    query == null ? "" : query,
                    headers,
                    body,
                    request.getConnectionMetaData().getRemoteSocketAddress()
                                    instanceof InetSocketAddress remote
                            ? remote.getAddress().getHostAddress()
                            : "",
                    request.getConnectionMetaData().getProtocol());
        }
    }

    /// Answers a request that Jetty refuses, or that failed, with the status that Jetty gives it.
    private static final class Refusals extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Translator.write(answer(response.getStatus()), request, response, callback);
            return true;
        }

        private static HttpAnswer answer(int status) {
            return switch (status) {
                case HttpStatus.BAD_REQUEST_400 ->
                        HttpAnswer.problem(status, "Bad request", "This address can’t be read.");
                case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                        HttpAnswer.problem(
                                status, "Headers too long", "The request’s headers are too long.");
                default ->
                        HttpAnswer.problem(
                                status,
                                String.valueOf(HttpStatus.getMessage(status)),
                                "The request failed.");
            };
        }
    }
}
