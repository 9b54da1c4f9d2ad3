package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.http.Identity.Known;
import app.prtosales.aws.http.Identity.Nobody;
import app.prtosales.aws.http.Identity.Unverified;
import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the caller from a token's claims. API Gateway has verified the token, but passes its
/// claims on as text: a list becomes `[pr ops]`, which does not show where a group with spaces in
/// its name ends. The groups are therefore read from the token in the request header, provided that
/// they give the same text in that format.
final class TokenReader {

    private static final Pattern TOKEN =
            Pattern.compile("(?i:bearer +)?[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+");

    private final String rolesClaim;
    private final RoleGroups groups;
    private final boolean verifiedOnly;

    /// @param rolesClaim the claim with the groups
    /// @param verifiedOnly whether the token must state that its address is verified; a token that
    ///   states the opposite is never accepted
    TokenReader(String rolesClaim, RoleGroups groups, boolean verifiedOnly) {
        this.rolesClaim = rolesClaim;
        this.groups = groups;
        this.verifiedOnly = verifiedOnly;
    }

    Identity read(HttpRequest request) {
        Map<String, String> claims = request.claims();
        Optional<String> email =
                Optional.ofNullable(claims.get("email"))
                        .map(address -> address.strip().toLowerCase(Locale.ROOT))
                        .filter(address -> address.indexOf('@') > 0);
        if (email.isEmpty()) {
            return new Nobody();
        }
        String verified = said(claims, "email_verified");
        if ("false".equals(verified) || (verifiedOnly && !"true".equals(verified))) {
            return new Unverified();
        }
        return new Known(new Caller(email.get(), roles(request, said(claims, rolesClaim))));
    }

    /// A claim's text; empty if the token lacks the claim, or has it without a value.
    private static String said(Map<String, String> claims, String claim) {
        return Optional.ofNullable(claims.get(claim)).orElse("");
    }

    private Set<Role> roles(HttpRequest request, String claim) {
        String text = claim.strip();
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return groups.of(List.of(text));
        }
        return listed(text)
                .or(() -> inToken(request).filter(list -> written(list).equals(text)))
                .map(groups::of)
                .orElseGet(() -> groups.ofWritten(text.substring(1, text.length() - 1)));
    }

    /// The elements of a text that is a JSON list.
    private static Optional<List<String>> listed(String text) {
        return text.startsWith("[\"") ? json(text).map(TokenReader::texts) : Optional.empty();
    }

    /// The groups as listed in the token.
    private Optional<List<String>> inToken(HttpRequest request) {
        Matcher token = TOKEN.matcher(request.header("authorization").orElse("").strip());
        if (!token.matches()) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(String.valueOf(token.group(1)));
            return json(new String(payload, UTF_8)).map(claims -> texts(claims.path(rolesClaim)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Json.read(text));
        } catch (JsonSyntaxException notJson) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.isArray()
                ? list.valueStream().filter(JsonNode::isTextual).map(JsonNode::asText).toList()
                : List.of();
    }

    /// A list in HTTP API's text format.
    private static String written(List<String> list) {
        return "[" + String.join(" ", list) + "]";
    }
}
