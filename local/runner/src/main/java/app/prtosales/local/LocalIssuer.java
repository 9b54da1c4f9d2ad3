package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;

/// A local OIDC issuer that lets anybody sign in as anybody, for browsers and for scripts.
final class LocalIssuer implements AutoCloseable {

    /// The client id, and therefore the audience, of all local tokens.
    static final String AUDIENCE = "pr-to-sales-local";

    private static final String NAME = "pr-to-sales";
    private static final Duration VALID = Duration.ofDays(7);

    private final String issuer;
    private final CompletableFuture<MockOAuth2Server> server;

    private LocalIssuer(String issuer, CompletableFuture<MockOAuth2Server> server) {
        this.issuer = issuer;
        this.server = server;
    }

    /// Starts the issuer in the background. Its URL is known immediately, and a request to it waits
    /// until the issuer has started.
    static LocalIssuer start() {
        HeldPort port = HeldPort.any();
        return new LocalIssuer(
                "http://localhost:%d/%s".formatted(port.getLocalPort(), NAME),
                CompletableFuture.supplyAsync(
                        () -> listen(port), task -> Thread.ofPlatform().daemon().start(task)));
    }

    private static MockOAuth2Server listen(HeldPort port) {
        try {
            OAuth2Config config =
                    OAuth2Config.Companion.fromJson(
                            Json.text(
                                    Map.of(
                                            "interactiveLogin",
                                            true,
                                            "loginPagePath",
                                            signInPage().toString())));
            if (!(config.getHttpServer() instanceof MockWebServerWrapper http)) {
                throw new IllegalStateException(
                        "this server accepts no socket of ours: " + config.getHttpServer());
            }
            http.getMockWebServer().setServerSocketFactory(port.factory());
            MockOAuth2Server server = new MockOAuth2Server(config);
            server.start(port.getInetAddress(), port.getLocalPort());
            return server;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// The sign-in page as a file, because the server reads it from one.
    private static Path signInPage() throws IOException {
        return TemporaryFile.create(
                "pr-to-sales-sign-in-", ".html", Resources.bytes("sign-in.html"));
    }

    /// The issuer of its tokens (`iss`).
    String url() {
        return issuer;
    }

    /// An ID token with a person's address and roles.
    String token(String email, String rolesClaim, List<String> roles) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("email", email);
        claims.put("email_verified", true);
        claims.put(rolesClaim, roles);
        return server.join()
                .issueToken(NAME, email, AUDIENCE, claims, VALID.toSeconds())
                .serialize();
    }

    /// Waits until the issuer answers.
    void await() {
        server.join();
    }

    @Override
    public void close() {
        server.join().shutdown();
    }
}
