package app.prtosales.aws.http;

import app.prtosales.history.Person;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who may do what. The gateway has verified the token; that one was there, and which role it
/// gives, is checked here, and nothing switches that off.
public final class Access {

    private final TokenReader tokens;

    /// @param rolesClaim the claim of a token that holds the caller's groups
    /// @param groups which of them has which role
    /// @param verifiedOnly whether a token must say that its mail address is verified
    public Access(String rolesClaim, RoleGroups groups, boolean verifiedOnly) {
        this.tokens = new TokenReader(rolesClaim, groups, verifiedOnly);
    }

    /// For a function whose routes are open to anybody: it lets nobody into any other.
    public static Access nobody() {
        return new Access("", RoleGroups.none(), true);
    }

    /// Answers a caller who has one of these roles; everybody else gets 401 or 403. A query that
    /// the route does not know gets 400 ([QueryRules]).
    public HttpResponse oneOf(
            Set<Role> roles, HttpRequest request, Function<Caller, HttpResponse> answer) {
        return switch (tokens.read(request)) {
            case Identity.Nobody nobody -> unauthorized();
            case Identity.Unverified unverified -> notVerified();
            case Identity.Known(var caller) -> answer(roles, request, caller, answer);
        };
    }

    /// The id of whoever calls, whatever role they have; empty where no token says.
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

    /// Word for word what the gateway itself answers.
    public static HttpResponse unauthorized() {
        return HttpResponse.of(401, "application/json", "{\"message\":\"Unauthorized\"}")
                .with("WWW-Authenticate", "Bearer");
    }

    private static HttpResponse notVerified() {
        return ProblemJson.of(
                        403,
                        "Forbidden",
                        "Your mail address is not verified (email_verified in the token). Verify it"
                                + " where you sign in, then sign in again.")
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
