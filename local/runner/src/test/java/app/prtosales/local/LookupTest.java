package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `POST /placements/lookup` from end to end: the API, intake, Lambda's Invoke with intake's own
/// role, and the page reader, on the sample pages of `./run` (R5.11).
class LookupTest {

    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");

    private LocalProduct product;

    @BeforeEach
    void start() {
        product =
                LocalProduct.start(
                        Repository.inMemory(null), InstantSource.fixed(NOW), ProductHandlers::new);
    }

    @AfterEach
    void stop() {
        product.close();
        assertThat(product.refusals().all()).isEmpty();
    }

    @Test
    void r5_11_a_pasted_link_gives_what_its_page_says_and_where_it_says_it() throws Exception {
        Map<String, Object> answer = lookUp(200, SamplePages.Sample.STORY.url() + "?utm_source=x");

        assertThat(answer)
                .containsEntry("url", SamplePages.Sample.STORY.url())
                .containsEntry("canonicalUrl", SamplePages.Sample.STORY.url())
                .containsEntry("headline", "How four hospitals cut discharge delays")
                .containsEntry("outlet", "Care Systems Journal")
                .containsEntry("author", "Robin Vale")
                .containsEntry("format", "byline")
                .containsEntry("publishedAt", "2026-11-24T09:00:00-05:00")
                .containsEntry("dateOnly", false)
                .doesNotContainKeys("existing", "copyOf");
        assertThat(Json.list(answer.get("evidence")))
                .extracting(each -> Json.map(each).get("field"))
                .contains("publishedAt", "headline", "outlet", "author", "format");
    }

    @Test
    void r5_11_a_page_that_says_only_the_day_is_proposed_without_a_zone() throws Exception {
        assertThat(lookUp(200, SamplePages.Sample.DAY_ONLY.url()))
                .containsEntry("publishedAt", "2026-11-24")
                .containsEntry("dateOnly", true)
                .doesNotContainKey("zone");
    }

    @Test
    void a_copy_names_the_address_of_its_original() throws Exception {
        assertThat(lookUp(200, SamplePages.Sample.COPY.url()))
                .containsEntry("copyOf", SamplePages.Sample.STORY.url());
    }

    @Test
    void for_a_site_that_blocks_servers_the_answer_says_what_to_do_instead() throws Exception {
        Map<String, Object> answer = lookUp(422, SamplePages.Sample.WALLED.url());

        assertThat(answer).containsEntry("why", "turned-away");
        assertThat(Json.string(answer.get("detail")))
                .contains("Open the page in your browser", "fill in the form yourself");
        assertThat(Json.map(Json.list(answer.get("errors")).getFirst()))
                .containsEntry("field", "url");
    }

    @Test
    void the_page_itself_can_be_sent_instead() throws Exception {
        String html = SamplePages.file("walled.html", InstantSource.fixed(NOW)).orElseThrow();

        assertThat(send(200, Map.of("url", SamplePages.Sample.WALLED.url(), "html", html)))
                .containsEntry("headline", "What nurses do with a better handoff");
    }

    @Test
    void anything_other_than_a_page_is_refused_with_what_to_do_instead() throws Exception {
        for (String html : List.of("", "Just some text", "%PDF-1.7")) {
            Map<String, Object> answer =
                    send(422, Map.of("url", SamplePages.Sample.WALLED.url(), "html", html));

            assertThat(answer).as(html).containsEntry("why", "unreadable");
            assertThat(Json.string(answer.get("detail"))).contains("isn’t a web page");
            assertThat(Json.map(Json.list(answer.get("errors")).getFirst()))
                    .containsEntry("field", "html");
        }
    }

    @Test
    void an_address_that_is_never_fetched_is_refused_at_once() throws Exception {
        for (String url :
                List.of(
                        "https://localhost/",
                        "https://127.0.0.1/",
                        "https://169.254.169.254/latest/meta-data/",
                        "https://[::1]/",
                        "https://site.example:8443/",
                        "http://localhost:" + product.url().replaceAll(".*:", "") + "/health")) {
            assertThat(lookUp(422, url)).as(url).containsKey("errors");
        }
    }

    @Test
    void the_url_is_required_and_unknown_fields_are_refused() throws Exception {
        assertThat(send(422, Map.of())).containsKey("errors");
        assertThat(send(422, Map.of("url", "https://a.example/", "depth", 3)))
                .containsKey("errors");
        assertThat(send(422, Map.of("url", 7))).containsKey("errors");
    }

    @Test
    void people_who_may_not_submit_may_not_look_up_links() {
        for (String role : List.of("ops", "leadership", "sequence-owner")) {
            HttpAnswer answer =
                    product.as("someone@sample-medtech.example", role)
                            .post(
                                    "/placements/lookup",
                                    Map.of("url", SamplePages.Sample.STORY.url()),
                                    Map.of());
            assertThat(answer.status()).as(role).isEqualTo(403);
        }
    }

    private Map<String, Object> lookUp(int status, String url) throws Json.MalformedJson {
        return send(status, Map.of("url", url));
    }

    private Map<String, Object> send(int status, Map<String, ?> body) throws Json.MalformedJson {
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr")
                        .post("/placements/lookup", new LinkedHashMap<>(body), Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return Json.object(answer.text());
    }
}
