package app.prtosales.bench;

import app.prtosales.aws.json.Json;
import java.util.HashMap;
import java.util.Map;

/// The event that API Gateway passes to a function for a signed-in caller.
final class GatewayEvent {

    private GatewayEvent() {}

    /// @param role the role in the token, such as `pr`
    /// @param route the route, with path parameters in braces
    /// @param more further members of the event, such as `body` or `rawQueryString`
    static String of(
            String role,
            String method,
            String route,
            String contentType,
            Map<String, Object> more) {
        Map<String, Object> claims =
                Map.of(
                        "email",
                        role + "@sample-medtech.example",
                        "email_verified",
                        "true",
                        "cognito:groups",
                        "[%s]".formatted(role));
        Map<String, Object> event =
                new HashMap<>(
                        Map.of(
                                "version",
                                "2.0",
                                "routeKey",
                                method + " " + route,
                                "rawPath",
                                route,
                                "rawQueryString",
                                "",
                                "headers",
                                Map.of("host", "localhost", "content-type", contentType),
                                "requestContext",
                                Map.of(
                                        "http",
                                        Map.of("method", method, "path", route),
                                        "stage",
                                        "$default",
                                        "authorizer",
                                        Map.of("jwt", Map.of("claims", claims))),
                                "isBase64Encoded",
                                false));
        event.putAll(more);
        return Json.write(event);
    }
}
