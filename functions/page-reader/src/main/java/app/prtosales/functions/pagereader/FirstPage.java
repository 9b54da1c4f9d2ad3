package app.prtosales.functions.pagereader;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.SimulatedContext;
import app.prtosales.lookup.PageRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a first page before SnapStart takes its snapshot.
final class FirstPage {

    private static final String PAGE = "rehearsal-page.html";
    private static final String AT = "https://rehearsal.example/2026/06/first-page";

    /// A name that never resolves (RFC 6761), so no site is contacted.
    private static final String NOWHERE = "https://rehearsal.invalid/";

    /// The first run loads every class; the others let the JVM compile hot code.
    private static final int TIMES = 60;

    private final PageReaderHandler handler;

    FirstPage(PageReaderHandler handler) {
        this.handler = handler;
    }

    /// Reads a page from the jar.
    void read() {
        String page = page();
        for (int time = 0; time < TIMES; time++) {
            Map<String, @Nullable Object> said =
                    handler.handleRequest(
                            Map.of("url", AT, "html", page), SimulatedContext.context());
            if (!said.containsKey("publishedAt")) {
                throw new IllegalStateException("the rehearsal got the answer " + said);
            }
        }
    }

    /// Creates everything that fetching a page needs.
    void ask() {
        Map<String, @Nullable Object> said =
                handler.handleRequest(Map.of("url", NOWHERE), SimulatedContext.context());
        if (!PageRefusal.UNKNOWN_SITE.word().equals(said.get("refused"))) {
            throw new IllegalStateException("the rehearsal got the answer " + said);
        }
    }

    private static String page() {
        try (InputStream file = FirstPage.class.getResourceAsStream(PAGE)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing from the jar".formatted(PAGE));
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
