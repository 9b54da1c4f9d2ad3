package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// The HTTP API in front of the functions: its routes, its authorizer, its limits, and the few
/// responses it gives itself.
final class HttpApi {

    private static final int MAX_BODY = 10 * 1024 * 1024;
    private static final int MAX_PAYLOAD = 6 * 1024 * 1024;

    private final RouteTable routes;
    private final Optional<TokenCheck> tokens;
    private final Functions functions;
    private final InstantSource clock;

    HttpApi(
            RouteTable routes,
            Optional<TokenCheck> tokens,
            Functions functions,
            InstantSource clock) {
        this.routes = routes;
        this.tokens = tokens;
        this.functions = functions;
        this.clock = clock;
    }

    HttpAnswer answer(HttpCall call) {
        Optional<RouteTable.Match> match = routes.find(call.method(), call.path());
        if (match.isEmpty()) {
            return HttpAnswer.gateway(404, "Not Found");
        }
        Map<String, String> claims = Map.of();
        if (match.get().route().authorized()) {
            Optional<Map<String, String>> found =
                    tokens.flatMap(
                            check -> check.claims(call.header("authorization").orElse(null)));
            if (found.isEmpty()) {
                return HttpAnswer.gateway(401, "Unauthorized").with("www-authenticate", "Bearer");
            }
            claims = found.get();
        }
        if (call.body().length > MAX_BODY) {
            return HttpAnswer.gateway(413, "Request Entity Too Large");
        }
        String event = Json.text(HttpEvents.event(call, match.get(), claims, clock.instant()));
        if (event.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD) {
            return HttpAnswer.gateway(413, "Request Entity Too Large");
        }
        return switch (functions.call(match.get().route().function(), event)) {
            case Invocation.Answered(var payload) ->
                    payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD
                            ? HttpAnswer.gateway(500, "Internal Server Error")
                            : HttpEvents.answer(payload);
            case Invocation.Failed failed ->
                    failed.type().equals("Sandbox.Timedout")
                            ? HttpAnswer.gateway(503, "Service Unavailable")
                            : HttpAnswer.gateway(500, "Internal Server Error");
        };
    }
}
