package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

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

    /// Starts the issuer in the background; its URL is known immediately.
    static LocalIssuer start() {
        int port = freePort();
        return new LocalIssuer(
                "http://localhost:%d/%s".formatted(port, NAME),
                CompletableFuture.supplyAsync(
                        () -> listen(port), task -> Thread.ofPlatform().daemon().start(task)));
    }

    private static MockOAuth2Server listen(int port) {
        try {
            MockOAuth2Server server =
                    new MockOAuth2Server(
                            OAuth2Config.Companion.fromJson(
                                    Json.text(
                                            Map.of(
                                                    "interactiveLogin",
                                                    true,
                                                    "loginPagePath",
                                                    signInPage().toString()))));
            server.start(InetAddress.getByName("localhost"), port);
            return server;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// The sign-in page as a file, because the server reads it from one.
    private static Path signInPage() throws IOException {
        Path page = Files.createTempFile("pr-to-sales-sign-in-", ".html");
        page.toFile().deleteOnExit();
        return Files.write(page, Resources.bytes("sign-in.html"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
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
