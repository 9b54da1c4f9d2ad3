package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What pages of all kinds say about themselves (R5.11), and when we do not believe them.
class PageReaderTest {

    private static final String ADDRESS = "https://news.example.com/health/care-coordination-pays";

    private Map<String, @Nullable Object> read(String head, String body) {
        return read(ADDRESS, "en-US", head, body);
    }

    private Map<String, @Nullable Object> read(
            String address, String language, String head, String body) {
        return TestPage.read(address, language, "Care coordination pays", head, body);
    }

    private static String linked(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    @Test
    void a_page_that_says_nothing_gives_no_date() {
        assertThat(TestPage.READER.read("", ADDRESS)).isEmpty();
        assertThat(read("", "<h1>Care coordination pays</h1><p>Words.</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void the_articles_own_date_keeps_its_offset_and_says_where_it_was_found() {
        Map<String, @Nullable Object> page =
                read(
                        linked(
                                "{'@type':'NewsArticle','datePublished':'2026-06-24T09:00:00-04:00'}"
                                        .replace('\'', '"')),
                        "<h1>Care coordination pays</h1>");

        assertThat(page)
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00")
                .containsEntry("dateOnly", false);
        assertThat(page.get("evidence")).asString().contains("JSON-LD NewsArticle datePublished");
    }

    @Test
    void a_graph_and_an_array_are_read_and_a_related_story_is_ignored() {
        String json =
                """
                [{"@graph":[{"@type":"WebPage","datePublished":"2026-01-01T08:00:00Z"},
                {"@type":["Article"],"url":"%s","datePublished":"2026-06-24T09:00:00-04:00",
                "hasPart":[{"@type":"Article","datePublished":"2020-01-01T10:00:00Z"}]}]},
                {"@type":"Article","url":"https://news.example.com/other","datePublished":"2026-06-20T10:00:00Z"}]
                """
                        .formatted(ADDRESS);

        assertThat(read(linked(json), "<h1>Care coordination pays</h1>"))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }

    @Test
    void broken_json_is_believed_only_if_it_has_exactly_one_date() {
        String one = "{\"@type\":\"Article\" \"datePublished\": \"2026-06-24\", ]";

        assertThat(read(linked(one), "")).containsEntry("publishedAt", "2026-06-24");
        assertThat(read(linked(one + "\"datePublished\": \"2026-06-25\""), ""))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void midnight_in_utc_means_only_the_day_is_known() {
        assertThat(read(meta("article:published_time", "2026-06-24T00:00:00Z"), ""))
                .containsEntry("publishedAt", "2026-06-24")
                .containsEntry("dateOnly", true);
    }

    @Test
    void the_date_of_the_last_change_is_not_taken_for_the_publication_date() {
        assertThat(
                        read(
                                meta("article:modified_time", "2026-06-24T09:00:00Z"),
                                "<h1>Care coordination pays</h1><p>Updated June 24, 2026</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void conflicting_claims_without_confirmation_give_no_date() {
        assertThat(
                        read(
                                meta("article:published_time", "2026-06-24T09:00:00Z")
                                        + meta("parsely-pub-date", "2026-03-02T09:00:00Z"),
                                ""))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void the_url_decides_between_conflicting_claims() {
        assertThat(
                        read(
                                "https://news.example.com/2026/03/02/care-coordination-pays",
                                "en",
                                meta("article:published_time", "2026-06-24T09:00:00Z")
                                        + meta("parsely-pub-date", "2026-03-02T09:00:00Z"),
                                ""))
                .containsEntry("publishedAt", "2026-03-02T09:00:00Z");
    }

    @Test
    void a_local_time_mislabeled_as_utc_yields_to_the_true_time() {
        assertThat(
                        read(
                                meta("article:published_time", "2026-06-24T20:06:50Z")
                                        + meta("parsely-pub-date", "2026-06-24T15:06:50Z"),
                                ""))
                .containsEntry("publishedAt", "2026-06-24T20:06:50Z");
    }

    @Test
    void a_different_year_in_the_url_vetoes_a_claim() {
        assertThat(
                        read(
                                "https://news.example.com/2024/06/24/care",
                                "en",
                                meta("article:published_time", "2026-06-24T09:00:00Z"),
                                ""))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_number_at_the_start_of_a_headline_in_the_url_is_not_a_day() {
        assertThat(
                        read(
                                "https://news.example.com/2023/10/3-questions-for-a-cfo",
                                "en",
                                meta("article:published_time", "2023-10-17T09:00:00Z"),
                                ""))
                .containsEntry("publishedAt", "2023-10-17T09:00:00Z");
    }

    @Test
    void a_date_in_the_future_is_not_offered() {
        assertThat(read(meta("article:published_time", "2026-12-24T09:00:00Z"), ""))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_date_beside_the_headline_contradicts_a_claim() {
        assertThat(
                        read(
                                meta("article:published_time", "2026-06-24T09:00:00Z"),
                                "<h1>Care coordination pays</h1><p class='date'>March 2, 2026</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void dates_in_words_are_read_in_many_languages() {
        for (String words :
                new String[] {
                    "June 24, 2026",
                    "Jun. 24, 2026",
                    "24 June 2026",
                    "24th of June, 2026",
                    "24. Juni 2026",
                    "24 juin 2026",
                    "24 de junio de 2026",
                    "24 giugno 2026",
                    "24 juni 2026",
                    "24 de junho de 2026",
                    "24 czerwca 2026",
                    "24.06.2026",
                    "2026-06-24",
                    "2026年6月24日"
                }) {
            assertThat(read("", "<h1>Care coordination pays</h1><p>" + words + "</p>"))
                    .as(words)
                    .containsEntry("publishedAt", "2026-06-24");
        }
    }

    @Test
    void numeric_dates_are_read_only_if_language_or_country_implies_the_order() {
        String body = "<h1>Care coordination pays</h1><p>03/04/2026</p>";

        assertThat(read(ADDRESS, "en-US", "", body)).containsEntry("publishedAt", "2026-03-04");
        assertThat(read(ADDRESS, "fr", "", body)).containsEntry("publishedAt", "2026-04-03");
        assertThat(read(ADDRESS, "en", "", body)).doesNotContainKey("publishedAt");
    }

    @Test
    void machine_readable_dates_are_read_in_all_their_formats() {
        Map<String, String> forms =
                Map.of(
                        "20200316T13:00:00Z", "2020-03-16T13:00:00Z",
                        "Tue, 28 Jan 2020 15:28:56 +0100", "2020-01-28T15:28:56+01:00",
                        "Tue Jan 28 15:28:56 CET 2020", "2020-01-28T15:28:56+01:00",
                        "2020-01-28 15:28", "2020-01-28T15:28:00",
                        "January 28, 2020 3:28 PM EST", "2020-01-28T15:28:00-05:00",
                        "1580221736", "2020-01-28T14:28:56Z");

        forms.forEach((written, expected) ->
                assertThat(read(meta("article:published_time", written), ""))
                        .as(written)
                        .containsEntry("publishedAt", expected));
    }

    @Test
    void dates_in_comments_and_sidebars_are_ignored() {
        assertThat(
                        read(
                                "",
                                "<h1>Care coordination pays</h1><aside>Published June 24, 2026</aside>"
                                        + "<div class='comments'><time datetime='2026-06-24'>June 24, 2026</time></div>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void the_headline_is_the_visible_one_and_the_outlet_is_never_a_url() {
        Map<String, @Nullable Object> page =
                read(
                        meta("og:title", "Care coordination pays: what to know")
                                + meta("og:site_name", "example.com"),
                        "<h1>Care coordination pays for <b>health</b> systems</h1>");

        assertThat(page)
                .containsEntry("headline", "Care coordination pays for health systems")
                .doesNotContainKey("outlet");
    }

    @Test
    void an_author_is_a_person() {
        String json =
                """
                {"@type":"Article","author":[{"@type":"Organization","name":"News Desk"},
                {"@type":"Person","name":"Ada Example"}],"publisher":{"name":"Health Example"}}
                """;

        assertThat(read(linked(json), ""))
                .containsEntry("author", "Ada Example")
                .containsEntry("outlet", "Health Example");
    }

    @Test
    void a_canonical_address_may_be_only_a_query() {
        assertThat(read("<link rel=canonical href='?id=5'>", ""))
                .containsEntry("canonicalUrl", ADDRESS + "?id=5");
    }

    @Test
    void another_sites_canonical_address_means_a_copy() {
        assertThat(read("<link rel=canonical href='https://original.example.org/story-one'>", ""))
                .containsEntry("copyOf", "https://original.example.org/story-one")
                .doesNotContainKey("canonicalUrl");
    }

    @Test
    void the_home_page_is_never_an_articles_canonical_address() {
        assertThat(read("<link rel=canonical href='https://news.example.com/'>", ""))
                .doesNotContainKeys("canonicalUrl", "copyOf");
    }

    @Test
    void a_page_in_an_older_character_set_is_decoded_as_declared() {
        byte[] page =
                "<html lang=fr><head><meta charset=windows-1252></head><body><h1>Santé : l’été</h1><p>24 août 2026</p>"
                        .getBytes(Charset.forName("windows-1252"));

        assertThat(TestPage.READER.read(page, null, ADDRESS))
                .containsEntry("headline", "Santé : l’été")
                .containsEntry("publishedAt", "2026-08-24");
    }

    @Test
    void a_saved_page_in_utf_8_is_read_as_utf_8_whatever_it_declares() {
        byte[] page =
                "<html lang=fr><head><meta charset=windows-1251></head><body><h1>Santé : l’été</h1>"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(TestPage.READER.read(page, null, ADDRESS))
                .containsEntry("headline", "Santé : l’été");
    }

    @Test
    void the_kind_of_coverage_is_read_from_the_address() {
        assertThat(read("https://a.example.com/podcast/12-care", "en", "", ""))
                .containsEntry("format", "podcast");
        assertThat(read("https://a.example.com/opinion/care", "en", "", ""))
                .containsEntry("format", "byline");
        assertThat(read("https://a.example.com/sponsored/care", "en", "", ""))
                .containsEntry("format", "sponsored");
        assertThat(read("", "")).doesNotContainKey("format");
    }
}
