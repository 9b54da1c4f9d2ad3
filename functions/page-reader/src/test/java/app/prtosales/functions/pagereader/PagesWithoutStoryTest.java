package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

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
        "Error 403, Forbidden"
    })
    void an_error_or_a_barrier_has_no_headline_and_no_date(String title, String headline) {
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
}
