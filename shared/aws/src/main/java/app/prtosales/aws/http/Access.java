package app.prtosales.aws.http;

import app.prtosales.history.Person;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Decides whether a caller may use a route. API Gateway has verified the token; this class checks
/// that there is one and which roles it grants. No setting turns the check off.
public final class Access {

    private final TokenReader tokens;

    /// @param rolesClaim the token claim with the caller's groups
    /// @param groups which group has which role
    /// @param verifiedOnly whether a token must state that its address is verified
    public Access(String rolesClaim, RoleGroups groups, boolean verifiedOnly) {
        this.tokens = new TokenReader(rolesClaim, groups, verifiedOnly);
    }

    /// For a function with public routes only: refuses every caller on any other route.
    public static Access nobody() {
        return new Access("", RoleGroups.none(), true);
    }

    /// Answers callers who have one of these roles; everyone else gets a 401 or 403. A query
    /// parameter that the route does not know gets a 400 ([QueryRules]).
    public HttpResponse oneOf(
            Set<Role> roles, HttpRequest request, Function<Caller, HttpResponse> answer) {
        return switch (tokens.read(request)) {
            case Identity.Nobody nobody -> unauthorized().noting("why", missing(request));
            case Identity.Unverified unverified -> notVerified();
            case Identity.Known(var caller) -> answer(roles, request, caller, answer);
        };
    }

    /// The caller's id, whatever their role; empty without a usable token.
    Optional<String> callerId(HttpRequest request) {
        return switch (tokens.read(request)) {
            case Identity.Known(var caller) -> Optional.of(Person.idOf(caller.email()));
            case Identity.Nobody nobody -> Optional.empty();
            case Identity.Unverified unverified -> Optional.empty();
        };
    }

    private static HttpResponse answer(
            Set<Role> roles,
            HttpRequest request,
            Caller caller,
            Function<Caller, HttpResponse> answer) {
        return caller.isOneOf(roles)
                ? QueryRules.refusal(request.route(), request.query())
                        .orElseGet(() -> answer.apply(caller))
                : forbidden(roles);
    }

    /// The same 401 response that API Gateway gives, byte for byte.
    public static HttpResponse unauthorized() {
        return HttpResponse.of(401, "application/json", "{\"message\":\"Unauthorized\"}")
                .with("WWW-Authenticate", "Bearer");
    }

    private static String missing(HttpRequest request) {
        return request.claims().isEmpty() ? "no token" : "the token has no email";
    }

    private static HttpResponse notVerified() {
        return ProblemJson.of(
                        403,
                        "Forbidden",
                        "Your email address isn’t verified. Verify it with your sign-in provider, then sign in again.")
                .response();
    }

    private static HttpResponse forbidden(Set<Role> roles) {
        String needed = roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
        String detail =
                roles.size() == 1
                        ? "This needs the role %s.".formatted(needed)
                        : "This needs one of the roles %s.".formatted(needed);
        return ProblemJson.of(403, "Forbidden", detail).response();
    }
}
