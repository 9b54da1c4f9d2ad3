package app.prtosales.aws.http;

import app.prtosales.aws.Log;
import com.amazonaws.services.lambda.runtime.Context;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The routes of one function of the HTTP API. Each is written once: its method and path as in
/// `template.yaml`, who may ask for it, and what answers.
///
/// @param <H> the function's handler
public final class Routes<H> {

    private final Map<String, Route<H>> routes;

    private Routes(Map<String, Route<H>> routes) {
        this.routes = routes;
    }

    /// @throws IllegalArgumentException when a route is there twice
    @SafeVarargs
    public static <H> Routes<H> of(Route<H>... routes) {
        Map<String, Route<H>> byKey = new LinkedHashMap<>();
        for (Route<H> each : routes) {
            if (byKey.put(each.key(), each) != null) {
                throw new IllegalArgumentException("%s is there twice".formatted(each.key()));
            }
        }
        return new Routes<>(byKey);
    }

    /// A route of a function.
    ///
    /// @param key such as `GET /placements/{id}`
    /// @param signedIn whether it takes a token
    public record Route<H>(String key, boolean signedIn, Answer<H> answer) {

        /// Anybody may ask for it, without a token.
        public static <H> Route<H> open(
                String key, BiFunction<H, HttpRequest, HttpResponse> answer) {
            return new Route<>(
                    key,
                    false,
                    (handler, access, request, context) -> answer.apply(handler, request));
        }

        /// Whoever has any role of ours may ask for it.
        public static <H> Route<H> anyRole(String key, BiFunction<H, Call, HttpResponse> answer) {
            return roles(key, request -> EnumSet.allOf(Role.class), answer);
        }

        /// Whoever has one of these roles may ask for it.
        public static <H> Route<H> oneOf(
                Set<Role> roles, String key, BiFunction<H, Call, HttpResponse> answer) {
            return roles(key, request -> roles, answer);
        }

        /// Who may ask for it lies in the request.
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

    /// What a route does.
    @FunctionalInterface
    public interface Answer<H> {

        HttpResponse to(H handler, Access access, HttpRequest request, Context context);
    }

    /// Whether each route takes a token, by its key.
    public Map<String, Boolean> signedIn() {
        Map<String, Boolean> signedIn = new LinkedHashMap<>();
        routes.values().forEach(each -> signedIn.put(each.key(), each.signedIn()));
        return signedIn;
    }

    /// Answers by the route that the gateway matched, and logs what was decided.
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
