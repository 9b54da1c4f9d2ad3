package app.prtosales.functions.pagereader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/// A local site that behaves as a test tells it to, with or without TLS. Its certificate is for a
/// few `.example` hosts, and only [#trusting] trusts it.
final class HostileSite implements AutoCloseable {

    /// What the site does with a connection once it has read the request.
    interface Behavior {
        void answer(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private HostileSite(ServerSocket server, Behavior behavior) {
        this.server = server;
        Thread.ofVirtual().start(() -> serve(behavior));
    }

    static HostileSite overTls(SSLContext keys, Behavior behavior) throws IOException {
        return new HostileSite(
                keys.getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                behavior);
    }

    static HostileSite withoutTls(Behavior behavior) throws IOException {
        return new HostileSite(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behavior);
    }

    /// A key pair for the site, created with the JDK's keytool.
    static SSLContext keys(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("site.p12");
        try {
            int exit =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-alias",
                                    "site",
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=site.example",
                                    "-ext",
                                    "SAN=dns:site.example,dns:other.example,dns:rebinding.example",
                                    "-storetype",
                                    "PKCS12",
                                    "-storepass",
                                    new String(PASSWORD),
                                    "-keystore",
                                    file.toString())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IOException("keytool exited with " + exit);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("site", store.getCertificate("site"));
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(certificates);
        SSLContext keys = SSLContext.getInstance("TLS");
        keys.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return keys;
    }

    static TlsSocketStrategy trusting(SSLContext keys) {
        return new DefaultClientTlsStrategy(keys);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve(Behavior behavior) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket, behavior));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @SuppressWarnings("EmptyCatch") // the client hung up, which the tests provoke
    private void serve(Socket socket, Behavior behavior) {
        try (socket) {
            String request = request(socket.getInputStream());
            requests.add(request);
            behavior.answer(request, socket.getOutputStream());
        } catch (IOException | InterruptedException gone) {
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
            next = in.read();
        }
        return head.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
