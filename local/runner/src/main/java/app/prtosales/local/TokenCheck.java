package app.prtosales.local;

import app.prtosales.local.edges.AuthorizerDefinition;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The HTTP API's JWT authorizer: checks issuer, audience, signature and, by the real clock,
/// expiry.
final class TokenCheck {

    private static final int ISSUER_TIMEOUT_MILLIS = 10_000;

    private static final String BEARER = "bearer ";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenCheck(AuthorizerDefinition authorizer) {
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.<SecurityContext>create(
                                url(authorizer.issuer() + "/jwks"),
                                new DefaultResourceRetriever(
                                        ISSUER_TIMEOUT_MILLIS, ISSUER_TIMEOUT_MILLIS))
                        .retrying(true)
                        .build();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        new HashSet<>(authorizer.audience()),
                        new JWTClaimsSet.Builder().issuer(authorizer.issuer()).build(),
                        Set.of("exp"),
                        Set.of()));
    }

    /// The claims of the token in an `Authorization` header, in the form that the HTTP API passes
    /// on; empty when the token is not valid.
    Optional<Map<String, String>> claims(@Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            return Optional.empty();
        }
        String token =
                authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? authorization.substring(BEARER.length()).strip()
                        : authorization.strip();
        try {
            return Optional.of(flat(processor.process(token, null)));
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return Optional.empty();
        }
    }

    private static Map<String, String> flat(JWTClaimsSet claims) {
        Map<String, String> flat = new LinkedHashMap<>();
        claims.toJSONObject()
                .forEach((name, value) -> {
                    if (value instanceof List<?> list) {
                        flat.put(
                                name,
                                list.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" ", "[", "]")));
                    } else if (value != null) {
                        flat.put(name, String.valueOf(value));
                    }
                });
        return flat;
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException notOne) {
            throw new Usage("the issuer is not a URL: " + text);
        }
    }
}
