package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A form that a link's page cannot have sent is answered with a page, because a person may read
/// the answer.
class UnreadableFormTest {

    private LocalProduct product;

    @BeforeEach
    void start() {
        product = Repository.startWithLists(null);
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void a_body_that_is_not_base64_gets_a_page() throws Exception {
        Map<String, Object> page = answer(Map.of("body", "%%%", "isBase64Encoded", true));

        assertThat(page).containsEntry("statusCode", 400);
        assertIsPage(page, "Nothing was recorded");
    }

    @Test
    void a_form_that_is_too_long_gets_a_page() throws Exception {
        Map<String, Object> page = answer(Map.of("body", "how=" + "x".repeat(20_000)));

        assertThat(page).containsEntry("statusCode", 413);
        assertIsPage(page, "Nothing was recorded");
    }

    private static void assertIsPage(Map<String, Object> page, String text) {
        assertThat(Json.string(Json.map(page.get("headers")).get("content-type")))
                .startsWith("text/html");
        assertThat(Json.string(page.get("body"))).contains(text);
    }

    private Map<String, Object> answer(Map<String, Object> changes) throws Exception {
        Map<String, Object> event =
                new HashMap<>(
                        SampleLists.read(Repository.ROOT.resolve("events/rep-response.json")));
        event.putAll(changes);
        return Json.object(product.functions().call("RepResponse", Json.text(event)).payload());
    }
}
