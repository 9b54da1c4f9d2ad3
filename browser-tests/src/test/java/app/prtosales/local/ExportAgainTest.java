package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// R4.8: what is exported from the list of placements can be imported into another product, and
/// nothing about a story is lost on the way.
@Timeout(120)
class ExportAgainTest extends BrowserSuite {

    private static final List<String> FIELDS =
            List.of(
                    "url",
                    "outlet",
                    "headline",
                    "format",
                    "publishedAt",
                    "zone",
                    "dateOnly",
                    "segments",
                    "note",
                    "topic",
                    "personas",
                    "spokesperson",
                    "quote",
                    "whyItMatters",
                    "tone",
                    "holdingLine",
                    "forwardability");

    @BeforeAll
    static void submitStories() {
        SampleProduct.submit(product, story("A recall", negative()));
        SampleProduct.submit(product, story("A segment on the evening news", positive()));
        takeBack("Not ours", "withdrawal");
        takeBack("A false figure", "retraction");
    }

    private static void takeBack(String headline, String how) {
        String id = SampleProduct.submit(product, story(headline, Map.of()));
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr")
                        .post(
                                "/placements/" + id + "/" + how,
                                Map.of("reason", "a mistake"),
                                Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void an_exported_file_is_imported_elsewhere_without_a_loss() throws IOException {
        Path file = exported();

        try (LocalProduct other = SampleProduct.startWithLists()) {
            Page page = SampleProduct.signedIn(chromium, other, DESK, "#/directory/import", "pr");
            page.getByLabel("Choose a CSV or Excel file").setInputFiles(file);
            assertThat(page.locator("body"))
                    .containsText("were withdrawn or retracted, so they’re left out");
            button(page, "Import 2 placements").click();
            assertThat(page.locator("body")).containsText("2 imported");
            // The import's page quotes the file, with times as the API writes them.
            page.navigate(other.url() + "/#/placements");
            assertThat(page.getByText("A recall", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();

            // An open page would ask a product that has ended.
            page.close();
            assertThat(stories(other)).isEqualTo(stories(product));
        }
        assertThat(stories(product).getFirst()).containsEntry("tone", "negative");
    }

    @Test
    void the_api_takes_an_exported_file_as_it_is() throws IOException {
        String file = Files.readString(exported());

        try (LocalProduct other = SampleProduct.startWithLists()) {
            HttpAnswer taken =
                    other.as("pr@sample-medtech.example", "pr").putCsv("/placements/import", file);

            assertThat(taken.status()).as(taken.text()).isEqualTo(200);
            assertThat(stories(other)).isEqualTo(stories(product));
        }
    }

    private static Path exported() {
        Page page = signedIn(DESK, "#/placements", "pr");
        assertThat(page.locator("tbody tr").first()).isVisible();
        Download download = page.waitForDownload(() -> button(page, "Export CSV").click());
        Path file = download.path().resolveSibling("placements.csv");
        download.saveAs(file);
        return file;
    }

    private static Map<String, Object> story(String headline, Map<String, Object> more) {
        Map<String, Object> story =
                SampleProduct.story(product, headline, Duration.ofDays(2), Map.of());
        story.put("backfill", true);
        story.putAll(more);
        return story;
    }

    private static Map<String, Object> negative() {
        return Map.of(
                "format", "news-mention",
                "tone", "negative",
                "topic", "=care coordination",
                "personas", List.of("CFO", "+CIO"),
                "spokesperson", "Sample Speaker, “the chief”",
                "quote", "Two lines,\n-the second of them.",
                "whyItMatters", "It names us; =it is about another device.",
                "holdingLine", "Our devices are not affected.");
    }

    private static Map<String, Object> positive() {
        return Map.of(
                "format", "tv-radio",
                "publishedAt", "2026-11-02",
                "segments", List.of("health-systems", "payers"),
                "forwardability", "green");
    }

    /// The stories of a product that were not taken back, by headline, with all that people
    /// entered.
    private static List<Map<String, Object>> stories(LocalProduct of) {
        String list = of.as("pr@sample-medtech.example", "pr").get("/placements?limit=50").text();
        return Json.list(SampleProduct.object(list).get("items")).stream()
                .map(Json::map)
                .filter(story -> !List.of("withdrawn", "retracted").contains(story.get("status")))
                .map(ExportAgainTest::entered)
                .sorted(Comparator.comparing(each -> String.valueOf(each.get("headline"))))
                .toList();
    }

    private static Map<String, Object> entered(Map<String, Object> item) {
        Map<String, Object> entered = new LinkedHashMap<>();
        FIELDS.forEach(field -> entered.put(field, String.valueOf(item.get(field))));
        return entered;
    }
}
