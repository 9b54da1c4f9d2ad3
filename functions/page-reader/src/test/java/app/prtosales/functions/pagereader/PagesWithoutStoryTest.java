package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that tell no story have no date, whatever stories they list (R5.11).
class PagesWithoutStoryTest {

    private static final String CARD =
            "<article><h3><a href='/a'>Nurses vote</a></h3><time datetime='2026-11-18'>Nov 18, 2026</time></article>";

    private static Map<String, @Nullable Object> read(String title, String head, String headline) {
        return TestPage.read(
                "https://www.carewire.example/news/beds",
                "en-US",
                title,
                meta("og:site_name", "Care Wire") + head,
                "<h1>%s</h1>%s".formatted(headline, CARD));
    }

    @ParameterizedTest
    @CsvSource({
        "Page not found | Care Wire, Oops!",
        "Care Wire, Page not found",
        "404 - Page not found - Care Wire, 404",
        "Access Denied, Access Denied",
        "Just a moment..., www.carewire.example",
        "Log in | Care Wire, Sign in to continue",
        "'Sorry, this page can’t be found', Try a search",
        "Seite nicht gefunden, Fehler",
        "Fehler, Die Seite konnte nicht gefunden werden",
        "Sign in, Subscribe to continue reading this article",
        "Error 403, Forbidden"
    })
    void an_error_or_sign_in_page_has_no_headline_and_no_date(String title, String headline) {
        assertThat(read(title, "", headline))
                .doesNotContainKeys("headline", "publishedAt")
                .containsEntry("outlet", "Care Wire");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Page not found: how hospitals lose their patients’ letters",
                "Access denied for 2 million patients",
                "404 hospitals close",
                "Sign in to save lives",
                "Sign in to view your chart: what the new law means",
                "Just a moment of rest"
            })
    void a_headline_that_begins_like_an_error_tells_a_story(String headline) {
        assertThat(read(headline + " | Care Wire", "", headline))
                .containsEntry("headline", headline)
                .containsEntry("publishedAt", "2026-11-18");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=og:type content=profile>",
                "<script type=application/ld+json>{\"@type\":\"ProfilePage\",\"name\":\"Ann Poe\"}</script>",
                "<script type=application/ld+json>{\"@type\":\"PodcastSeries\",\"url\":\"/news/beds\"}</script>",
                "<script type=application/ld+json>{\"@type\":[\"WebPage\",\"CollectionPage\"],\"@id\":\"https://www.carewire.example/news/beds/\"}</script>"
            })
    void a_page_that_lists_stories_has_its_name_and_no_date(String head) {
        assertThat(read("Ann Poe | Care Wire", head, "Ann Poe"))
                .doesNotContainKeys("publishedAt", "author")
                .containsEntry("headline", "Ann Poe");
    }

    @Test
    void a_story_beside_a_promoted_show_keeps_its_date() {
        String show =
                "<script type=application/ld+json>{\"@type\":\"PodcastSeries\",\"name\":\"Ward Talk\",\"url\":\"/ward-talk\"}</script>";

        assertThat(read("Beds run out | Care Wire", show, "Beds run out"))
                .containsEntry("publishedAt", "2026-11-18");
    }

    @ParameterizedTest
    @CsvSource({
        "Page not found – Care News, Oops! That page can’t be found.",
        "Page not found – Care News, Oops!"
    })
    void an_error_may_have_the_sites_name_after_it(String title, String headline) {
        assertThat(
                        TestPage.read(
                                "https://www.carewire.example/news/beds",
                                "en-US",
                                title,
                                "",
                                "<h1>%s</h1>%s".formatted(headline, CARD)))
                .doesNotContainKeys("headline", "publishedAt");
    }

    @Test
    void a_title_that_continues_after_a_dash_is_not_an_error() {
        String headline = "Page not found – how hospitals lose letters";

        assertThat(
                        TestPage.read(
                                "https://www.carewire.example/news/beds",
                                "en-US",
                                headline + " – Care News",
                                "",
                                "<h1>%s</h1>%s".formatted(headline, CARD)))
                .containsEntry("headline", headline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=article:published_time content=2026-11-18>",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Beds run out\",\"datePublished\":\"2026-11-18\"}</script>",
                "<div itemscope itemtype='https://schema.org/NewsArticle'><meta itemprop=headline content='Beds run out'><meta itemprop=datePublished content=2026-11-18></div>"
            })
    void a_page_that_claims_a_story_keeps_it_whatever_else_it_says(String claim) {
        String profile = meta("og:type", "profile");
        String title = "Beds run out | Care Wire";

        assertThat(read(title, profile + claim, "Beds run out"))
                .containsEntry("publishedAt", "2026-11-18");
        for (String message : List.of("Subscribe", "Sign in")) {
            assertThat(read(title, meta("og:title", "Beds run out") + claim, message))
                    .containsEntry("headline", "Beds run out")
                    .containsEntry("publishedAt", "2026-11-18");
        }
    }

    @Test
    void a_medical_page_on_a_site_that_marks_each_page_as_a_profile_keeps_its_date() {
        String own =
                "<script type=application/ld+json>{\"@type\":\"MedicalWebPage\",\"url\":\"/news/beds\",\"datePublished\":\"2026-11-18\"}</script>";

        assertThat(
                        read(
                                "Beds run out | Care Wire",
                                meta("og:type", "profile") + own,
                                "Beds run out"))
                .containsEntry("publishedAt", "2026-11-18");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forbidden",
                "Just a moment",
                "Sign in to view your chart: what the new law means"
            })
    void a_story_may_be_titled_like_an_error_or_sign_in_page(String headline) {
        String article =
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"%s\",\"datePublished\":\"2026-11-18\"}</script>"
                        .formatted(headline);

        assertThat(read(headline + " | Care Wire", article, headline))
                .containsEntry("headline", headline)
                .containsEntry("publishedAt", "2026-11-18");
    }
}
