package app.prtosales.functions.pagereader;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages that tests write, read on the same day.
final class TestPage {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    static final PageReader READER = new PageReader(() -> NOW);

    private TestPage() {}

    static Map<String, @Nullable Object> read(
            String address, String language, String title, String head, String body) {
        return READER.read(
                "<!doctype html><html lang='%s'><head><title>%s</title>%s</head><body>%s</body></html>"
                        .formatted(language, title, head, body),
                address);
    }

    static String meta(String name, String content) {
        return "<meta property='%s' content='%s'>".formatted(name, content);
    }
}
