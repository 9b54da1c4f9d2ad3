package app.prtosales.aws.http;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How the page signs people in: through the company's OIDC provider, with authorization code and
/// PKCE. Contains no secrets.
///
/// @param origins the origins that the page's script may contact for it
public record SignIn(
        String issuer,
        String clientId,
        String rolesClaim,
        RoleGroups roleGroups,
        List<String> origins) {

    private static final String SCOPE = "openid email profile";

    public SignIn {
        origins = List.copyOf(origins);
    }

    /// @param addresses further addresses whose origins may be contacted, such as that of the token
    ///   endpoint
    public static SignIn of(
            String issuer,
            String clientId,
            String rolesClaim,
            RoleGroups roleGroups,
            List<String> addresses) {
        return new SignIn(
                issuer,
                clientId,
                rolesClaim,
                roleGroups,
                Stream.concat(Stream.of(issuer), addresses.stream())
                        .map(SignIn::origin)
                        .distinct()
                        .toList());
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        if (uri.getScheme() == null || uri.getRawAuthority() == null) {
            throw new IllegalArgumentException(
                    "an address of the OIDC provider must begin with https://");
        }
        return "%s://%s".formatted(uri.getScheme(), uri.getRawAuthority());
    }

    /// The settings in the form that the page reads.
    ///
    /// @param now the server's time, because a browser's clock may be wrong
    public Map<String, Object> json(Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", issuer);
        json.put("clientId", clientId);
        json.put("scope", SCOPE);
        json.put("rolesClaim", rolesClaim);
        json.put("roleGroups", roleGroups.json());
        json.put("now", now);
        return json;
    }
}
