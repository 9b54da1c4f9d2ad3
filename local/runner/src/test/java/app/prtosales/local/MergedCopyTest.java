package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.Json;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.4: a story submitted twice is merged, through the real functions with their roles.
class MergedCopyTest {

    private static final String PR = "pr@sample-medtech.example";
    private static final String COPY = "https://wire.example/story";
    private static final String USED = "account=account-01&how=talked-about";

    private LocalProduct product;

    @BeforeEach
    void start() {
        product = LocalProduct.start(Repository.inMemory(null), ProductHandlers::new);
        new SampleCompany(Repository.ROOT, product).loadLists();
    }

    @AfterEach
    void stop() {
        product.close();
        assertThat(product.refusals().all()).isEmpty();
    }

    @Test
    void a_use_recorded_for_the_copy_is_shown_for_the_original() throws Exception {
        String original = submit("https://journal.example/story", "Journal");
        String copy = submit(COPY, "Wire");
        product.timeline().settleNow();
        assertThat(press(copy)).isEqualTo(200);

        HttpAnswer merged =
                product.as(PR, "pr")
                        .post(
                                "/placements/" + original + "/copies",
                                Map.of("url", COPY, "outlet", "Wire", "reason", "The same story."),
                                Map.of());
        product.timeline().settleNow();

        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        assertThat(merged.text()).contains("Talked about");
        assertThat(product.as(PR, "pr").get("/placements").text())
                .contains("\"referencedInDeal\":\"yes\"");
        assertThat(product.as(PR, "pr").get("/audit/quarter").text()).contains("Talked about");
        assertThat(page(copy)).contains("Undo");
        assertThat(
                        Json.object(product.as(PR, "pr").get("/placements/" + copy).text())
                                .get("status"))
                .isEqualTo("withdrawn");
    }

    private String submit(String url, String outlet) throws Json.MalformedJson {
        Instant published = product.timeline().now().minus(Duration.ofHours(1));
        Map<String, Object> event =
                SampleLists.read(Repository.ROOT.resolve("events/placement-intake.json"));
        Map<String, Object> placement =
                new LinkedHashMap<>(
                        SampleCompany.publishedAgo(
                                new LinkedHashMap<>(Json.object(Json.string(event.get("body")))),
                                published,
                                Duration.ZERO));
        placement.put("url", url);
        placement.put("outlet", outlet);
        placement.put("forwardability", "green");
        HttpAnswer answer = product.as(PR, "pr").post("/placements", placement, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Json.string(Json.object(answer.text()).get("id"));
    }

    private int press(String placement) {
        return product.as(PR).form(link(placement), USED).status();
    }

    private String page(String placement) {
        return product.as(PR).get(link(placement)).text();
    }

    /// The link *I used it in a deal* in the ping of `rep-01`.
    private String link(String placement) {
        return "/r/"
                + product.application("RepResponse")
                        .linkTokens()
                        .sign(
                                new Link(
                                        Purpose.REFERENCE,
                                        new PlacementId(placement),
                                        "rep-01",
                                        product.timeline().now().plus(Duration.ofDays(90))));
    }
}
