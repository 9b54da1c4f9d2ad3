package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages with one long part that many other parts refer to are read in time (R5.11). Pages that
/// repeat one piece are in [PageRulesTest].
class HostilePagesTest {

    private static final String ADDRESS = "https://news.example.com/health/care-coordination-pays";
    private static final String HEADLINE = "<h1>Care coordination pays</h1>";
    private static final int HALF = PageReader.MAXIMUM_BYTES / 2 - 1_000;

    /// The slowest page takes three seconds on an idle machine, and ten beside a busy build.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @BeforeAll
    static void rehearse() {
        TestPage.READER.read(HEADLINE, ADDRESS);
    }

    private static void assertReadInTime(String page) {
        assertThat(page.length()).isLessThan(PageReader.MAXIMUM_BYTES);
        assertTimeoutPreemptively(
                LIMIT, () -> assertThat(TestPage.READER.read(page, ADDRESS)).isNotNull());
    }

    private static String filledWith(String piece, int length) {
        return piece.repeat(length / piece.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div itemscope itemprop=author itemtype='%s'>|<b itemprop=name>x</b>",
                "<div itemscope itemprop='%s'>|<b itemprop=name>x</b>",
                "<div itemscope itemtype='%s'>|<b itemprop=datePublished content=2026-06-24></b>",
                "<div class='%s'>|<b>1</b>",
                "<div id='%s'>|<b id=a>1</b>",
                "<div itemprop='%s'>|<b>June 24, 2026</b>",
                "<div style='%s'>|<time>June 24, 2026</time>",
                "<a rel='%s'>|<b class=author>Jane Roe</b>"
            })
    void a_long_attribute_is_not_read_again_for_each_element_inside(String parts) {
        String[] part = parts.split("\\|", -1);

        assertReadInTime(
                HEADLINE + part[0].formatted("A ".repeat(HALF / 2)) + filledWith(part[1], HALF));
    }

    @Test
    void the_classes_around_a_text_are_not_copied_for_each_text() {
        String around = "<div class='%s'>".formatted("date ".repeat(380)).repeat(4);

        assertReadInTime(
                HEADLINE + around + filledWith("<b id=a>1</b>", PageReader.MAXIMUM_BYTES - 10_000));
        assertReadInTime(
                HEADLINE
                        + around
                        + filledWith("<b>May 1, 2026</b>", PageReader.MAXIMUM_BYTES - 10_000));
    }

    @Test
    void a_long_host_is_read_in_time() {
        String host = filledWith("dev-", HALF);

        assertReadInTime(HEADLINE + "<link rel=canonical href='https://%s'>".formatted(host));
        assertReadInTime(HEADLINE + "<link rel=canonical href='//%s/x'>".formatted(host + ".x"));
    }

    @Test
    void a_long_title_is_read_in_time() {
        String site = "<meta property=og:site_name content=Ward>";
        for (String words : List.of("Error ", "404 ", "- ", "—")) {
            assertReadInTime(
                    "<title>" + filledWith(words, HALF) + "x | Ward</title>" + site + HEADLINE);
        }
    }

    @Test
    void many_long_headlines_of_other_stories_are_read_in_time() {
        String own = "{\"@type\":\"Article\",\"url\":\"%s\"}".formatted(ADDRESS);
        String other =
                ",{\"@type\":\"PodcastEpisode\",\"url\":\"/other\",\"name\":\"%s\"}"
                        .formatted("ward ".repeat(100));
        String headings = "<h1>%s</h1>".formatted("bed ".repeat(400)).repeat(100);

        assertReadInTime(linked(own + other.repeat(1_500)) + headings);
    }

    @Test
    void many_dates_in_broken_json_are_read_in_time() {
        assertReadInTime(
                linked("{\"a\" \"b\"," + filledWith("\"datePublished\":\"2026-06-24\",", HALF)));
    }

    @Test
    void many_nodes_that_refer_to_one_author_are_read_in_time() {
        String names = "{\"@id\":\"a\",\"@type\":\"Person\",\"name\":[\"Jane Roe\"%s]}";
        String node = ",{\"@type\":\"Article\",\"author\":{\"@id\":\"a\"}}";

        assertReadInTime(
                linked(names.formatted(",\"Bo Lund\"".repeat(2_000)) + node.repeat(1_900)));
        assertReadInTime(
                linked(
                        names.formatted(",\"" + "Bo Lund ".repeat(HALF / 8) + "\"")
                                + node.repeat(1_900)));
        assertReadInTime(
                linked(
                        names.formatted("").replace("Person", "Person ".repeat(HALF / 7))
                                + node.repeat(1_900)));
        assertReadInTime(
                linked(
                        names.formatted(",\"Bo Lund\"".repeat(20))
                                + ",{\"@type\":\"Article\",\"author\":[{\"@id\":\"a\"}%s]}"
                                        .formatted(",{\"@id\":\"a\"}".repeat(HALF / 11))));
    }

    private static String linked(String nodes) {
        return HEADLINE + "<script type='application/ld+json'>[%s]</script>".formatted(nodes);
    }

    @Test
    void dates_marked_inside_one_another_do_not_repeat_their_text() {
        assertReadInTime(
                HEADLINE
                        + "<div itemprop=startDate>".repeat(480)
                        + filledWith("Nurses asked for it. ", PageReader.MAXIMUM_BYTES - 20_000));
    }

    @Test
    void headings_inside_one_another_do_not_repeat_their_text() {
        assertReadInTime(
                "<h1><div>".repeat(700)
                        + "<b style='%s'>".formatted("a ".repeat(HALF / 2))
                        + "Care coordination pays");
    }
}
