package app.prtosales.functions.pagereader;

import app.prtosales.page.PageFacts;
import app.prtosales.page.PageReading;
import app.prtosales.page.ReadPage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads HTML and returns what the page says about itself, in the API's format.
public final class PageReader {

    /// Longer pages are cut off here; a page's metadata is near its beginning.
    public static final int MAXIMUM_BYTES = 2 * 1_024 * 1_024;

    private final ReadPage readPage;

    public PageReader(InstantSource clock) {
        this.readPage = new ReadPage(clock);
    }

    /// @param charset from the response header; null if it names none
    public Map<String, @Nullable Object> read(
            byte[] html, @Nullable String charset, String address) {
        return json(PageCollector.collect(html, charset, address));
    }

    public Map<String, @Nullable Object> read(String html, String address) {
        return json(PageCollector.collect(html, address));
    }

    private Map<String, @Nullable Object> json(PageFacts page) {
        PageReading reading = readPage.read(page);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        put(json, "canonicalUrl", reading.canonicalUrl());
        put(json, "copyOf", reading.copyOf());
        if (reading.publishedAt() != null) {
            json.put("publishedAt", reading.publishedAt().written());
            json.put("dateOnly", reading.publishedAt().isDay());
        }
        put(json, "zone", reading.zone() == null ? null : reading.zone().getId());
        put(json, "headline", reading.headline());
        put(json, "outlet", reading.outlet());
        put(json, "author", reading.author());
        put(json, "format", reading.format());
        if (!reading.evidence().isEmpty()) {
            json.put("evidence", evidence(reading));
        }
        return json;
    }

    private static List<Map<String, String>> evidence(PageReading reading) {
        return reading.evidence().stream()
                .map(each ->
                        Map.of("field", each.field(), "where", each.where(), "value", each.value()))
                .toList();
    }

    private static void put(
            Map<String, @Nullable Object> json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
