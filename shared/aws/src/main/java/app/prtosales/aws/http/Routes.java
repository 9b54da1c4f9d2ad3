package app.prtosales.aws.http;

import app.prtosales.aws.Log;
import com.amazonaws.services.lambda.runtime.Context;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The routes of a function behind the HTTP API. Each is declared once: method and path as in
/// `template.yaml`, the roles that may call it, and its handler.
///
/// @param <H> the function's handler
public final class Routes<H> {

    private final Map<String, Route<H>> routes;

    private Routes(Map<String, Route<H>> routes) {
        this.routes = routes;
    }

    /// @throws IllegalArgumentException when a route is declared twice
    @SafeVarargs
    public static <H> Routes<H> of(Route<H>... routes) {
        Map<String, Route<H>> byKey = new LinkedHashMap<>();
        for (Route<H> each : routes) {
            if (byKey.put(each.key(), each) != null) {
                throw new IllegalArgumentException("%s is declared twice".formatted(each.key()));
            }
        }
        return new Routes<>(byKey);
    }

    /// A route of a function.
    ///
    /// @param key such as `GET /placements/{id}`
    /// @param signedIn whether it requires a token
    public record Route<H>(String key, boolean signedIn, Answer<H> answer) {

        /// A public route, without a token.
        public static <H> Route<H> open(
                String key, BiFunction<H, HttpRequest, HttpResponse> answer) {
            return new Route<>(
                    key,
                    false,
                    (handler, access, request, context) -> answer.apply(handler, request));
        }

        /// A route for everyone who has a role.
        public static <H> Route<H> anyRole(String key, BiFunction<H, Call, HttpResponse> answer) {
            return roles(key, request -> EnumSet.allOf(Role.class), answer);
        }

        /// A route for everyone who has one of these roles.
        public static <H> Route<H> oneOf(
                Set<Role> roles, String key, BiFunction<H, Call, HttpResponse> answer) {
            return roles(key, request -> roles, answer);
        }

        /// A route whose allowed roles depend on the request.
        public static <H> Route<H> roles(
                String key,
                Function<HttpRequest, Set<Role>> roles,
                BiFunction<H, Call, HttpResponse> answer) {
            return new Route<>(
                    key,
                    true,
                    (handler, access, request, context) ->
                            access.oneOf(
                                    roles.apply(request),
                                    request,
                                    caller ->
                                            answer.apply(
                                                    handler, new Call(request, caller, context))));
        }
    }

    /// A route's handler.
    @FunctionalInterface
    public interface Answer<H> {

        HttpResponse to(H handler, Access access, HttpRequest request, Context context);
    }

    /// Whether each route requires a token, by its key.
    public Map<String, Boolean> signedIn() {
        Map<String, Boolean> signedIn = new LinkedHashMap<>();
        routes.values().forEach(each -> signedIn.put(each.key(), each.signedIn()));
        return signedIn;
    }

    /// Answers through the route that API Gateway matched, and logs the decision.
    public HttpResponse answer(H handler, Access access, HttpRequest request, Context context) {
        Route<H> route = routes.get(request.route());
        if (route == null) {
            return ProblemJson.notFound("Page not found.").response();
        }
        HttpResponse response = route.answer().to(handler, access, request, context);
        Decision.of(request, () -> access.callerId(request), response)
                .ifPresent(decision -> decision.tell(Log.of(context)));
        return response;
    }
}
