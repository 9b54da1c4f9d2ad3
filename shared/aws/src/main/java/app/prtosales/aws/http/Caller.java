package app.prtosales.aws.http;

import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonSyntaxException;
import app.prtosales.aws.json.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who calls, as a token that the gateway verified says.
///
/// @param email in lower case
public record Caller(String email, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /// Whether the caller has one of these roles.
    public boolean isOneOf(Set<Role> any) {
        return roles.stream().anyMatch(any::contains);
    }

    /// Reads the claims of a token.
    ///
    /// @param rolesClaim the name of the claim that holds the roles
    /// @return empty when nobody verified says an email address, or says that it is unconfirmed
    static Optional<Caller> read(JsonValue claims, String rolesClaim) {
        boolean unconfirmed =
                claims.at("email_verified").text().equals(Optional.of("false"))
                        || Boolean.FALSE.equals(claims.at("email_verified").value());
        return claims.at("email")
                .text()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email -> email.indexOf('@') > 0 && !unconfirmed)
                .map(email -> new Caller(email, roles(claims.at(rolesClaim))));
    }

    /// A list; or a text that is one role, `[pr ops]` as HTTP API writes a list, or a JSON list.
    private static Set<Role> roles(JsonValue claim) {
        List<String> words =
                claim.text()
                        .map(Caller::words)
                        .orElseGet(() ->
                                claim.elements().stream()
                                        .flatMap(element -> element.text().stream())
                                        .toList());
        return words.stream()
                .flatMap(word -> Role.read(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static List<String> words(String claim) {
        String text = claim.strip();
        if (text.startsWith("[\"")) {
            return listed(text);
        }
        String inner =
                text.startsWith("[") && text.endsWith("]")
                        ? text.substring(1, text.length() - 1)
                        : text;
        return Arrays.asList(inner.split("[\\s,]+", -1));
    }

    private static List<String> listed(String json) {
        try {
            return Json.read(json).elements().stream()
                    .flatMap(element -> element.text().stream())
                    .toList();
        } catch (JsonSyntaxException noList) {
            return List.of();
        }
    }

    /// Whether somebody, and not who: this may end in a log line (I10).
    @Override
    public String toString() {
        return "a caller with the roles " + roles;
    }
}
