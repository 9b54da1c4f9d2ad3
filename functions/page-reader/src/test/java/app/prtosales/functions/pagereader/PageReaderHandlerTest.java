package app.prtosales.functions.pagereader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.SimulatedContext;
import app.prtosales.functions.pagereader.PageSource.Answer;
import app.prtosales.lookup.PageRefusal;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderHandlerTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-24T15:00:00Z"));

    private static final String HTML =
            """
            <html lang="en-US"><head>
            <meta property="article:published_time" content="2026-06-24T09:00:00-04:00">
            <meta property="og:site_name" content="Care Systems Journal">
            </head><body><h1>A headline</h1></body></html>
            """;

    private static final PageSource NOTHING =
            url -> {
                throw new AssertionError("must not fetch " + url);
            };

    @Test
    void the_answer_names_the_pages_address_and_what_it_says() {
        PageSource source =
                url ->
                        new Answer.Page(
                                PageUrl.of("https://journal.example/story").orElseThrow(),
                                HTML.getBytes(UTF_8),
                                "UTF-8");

        Map<String, @Nullable Object> answer =
                answer(source, Map.of("url", "https://short.example/x"));

        assertThat(answer)
                .containsEntry("url", "https://journal.example/story")
                .containsEntry("headline", "A headline")
                .containsEntry("outlet", "Care Systems Journal")
                .containsEntry("dateOnly", false)
                .containsKey("evidence");
    }

    @Test
    void a_page_in_the_request_is_read_without_fetching() {
        Map<String, @Nullable Object> answer =
                answer(NOTHING, Map.of("url", "https://journal.example/story", "html", HTML));

        assertThat(answer).containsEntry("headline", "A headline");
    }

    @Test
    void a_page_in_the_request_is_cut_at_two_megabytes() {
        String endless =
                "<html><body>" + "<p>and on".repeat(400_000) + "<h1>Beyond the limit</h1></body>";

        Map<String, @Nullable Object> answer =
                answer(NOTHING, Map.of("url", "https://journal.example/story", "html", endless));

        assertThat(answer).doesNotContainKey("headline");
    }

    @Test
    void if_a_page_was_not_read_the_answer_says_why() {
        PageSource walled = url -> new Answer.None(PageRefusal.TURNED_AWAY, 403);

        assertThat(answer(walled, Map.of("url", "https://journal.example/story")))
                .isEqualTo(Map.of("refused", "turned-away", "status", 403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  \n", "Beds run out, says Ann Poe", "%PDF-1.7 1 0 obj <</Type/Page>>"})
    void content_that_is_not_a_web_page_is_refused_whether_fetched_or_sent(String text) {
        PageSource source = url -> new Answer.Page(url, text.getBytes(UTF_8), null);
        String url = "https://journal.example/story";

        assertThat(answer(source, Map.of("url", url))).isEqualTo(Map.of("refused", "unreadable"));
        assertThat(answer(NOTHING, Map.of("url", url, "html", text)))
                .isEqualTo(Map.of("refused", "unreadable"));
    }

    @Test
    void an_invalid_address_is_answered_without_fetching() {
        for (Map<String, Object> event :
                List.<Map<String, Object>>of(
                        Map.of(),
                        Map.of("url", 7),
                        Map.of("url", "https://localhost/"),
                        Map.of("html", HTML))) {
            assertThat(answer(NOTHING, event))
                    .as(event.toString())
                    .isEqualTo(Map.of("refused", "not-an-address"));
        }
    }

    @Test
    void the_first_page_is_rehearsed_without_contacting_a_site() {
        FirstPage first = new FirstPage(PageReaderHandler.reading(CLOCK, NOTHING));

        first.read();
    }

    @Test
    void the_rehearsal_creates_everything_that_fetching_needs() {
        PageSource internet =
                new FetchPage(
                        new PublicNames(name -> {
                            throw new UnknownHostException(name);
                        }),
                        DefaultClientTlsStrategy.createDefault(),
                        "test",
                        Duration.ofSeconds(6));

        new FirstPage(PageReaderHandler.reading(CLOCK, internet)).ask();
    }

    private static Map<String, @Nullable Object> answer(
            PageSource source, Map<String, Object> event) {
        return PageReaderHandler.reading(CLOCK, source)
                .handleRequest(event, SimulatedContext.context());
    }
}
