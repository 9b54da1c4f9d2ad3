package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a canonical URL with fewer parameters is still the story's (R5.11).
class CanonicalUrlsTest {

    private static final String SITE = "https://news.example.com";
    private static final String HEADLINE = "<h1>Ward opens after delay</h1>";

    private static Map<String, @Nullable Object> read(String address, String head) {
        return TestPage.read(SITE + address, "en", "Ward opens after delay", head, HEADLINE);
    }

    @ParameterizedTest
    @CsvSource({
        "/news/articles/c4gxayzlpqdo?at_medium=RSS, /news/articles/c4gxayzlpqdo",
        "/articles/ASSBT2T.html?iref=comtop, /articles/ASSBT2T.html",
        "/p/ward-opens?r=ab, /p/ward-opens",
        "/episode/4rOo?si=x1, /episode/4rOo",
        "/node/77?ref=home, /node/77",
        "/ward-opens?amp=1, /ward-opens",
        "/ward-opens?utm_source=x&utm_id=7, /ward-opens",
        "/ward-opens?fbclid=x&gclid=x&mc_cid=x, /ward-opens"
    })
    void a_canonical_address_without_the_part_that_says_how_a_reader_came_is_the_storys_address(
            String address, String canonical) {
        assertThat(read(address, "<link rel=canonical href='%s'>".formatted(canonical)))
                .containsEntry("canonicalUrl", SITE + canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "/press-release-detail?id=77, /press-release-detail",
        "/2026/news.aspx?newsid=77, /2026/news.aspx",
        "/news/2026-press-releases.php?release=77, /news/2026-press-releases.php",
        "/all-our-news?77, /all-our-news"
    })
    void without_what_names_the_story_a_canonical_address_is_not_trusted_whatever_its_path(
            String address, String canonical) {
        assertThat(read(address, "<link rel=canonical href='%s'>".formatted(canonical)))
                .doesNotContainKey("canonicalUrl");
    }

    @Test
    void an_article_with_the_address_that_a_reader_did_not_come_by_is_the_pages_own() {
        String article =
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"url\":\"%s/ward-opens\",\"headline\":\"Hospital news\",\"datePublished\":\"2026-11-20\",\"author\":{\"name\":\"Jane Roe\"}}</script>"
                        .formatted(SITE);

        assertThat(read("/ward-opens?utm_source=x", article))
                .containsEntry("publishedAt", "2026-11-20")
                .containsEntry("author", "Jane Roe");
    }

    @ParameterizedTest
    @CsvSource({
        "https://stage-door.com/ward, true",
        "https://www.dev-insider.de/ward, true",
        "https://staging.example.com/ward, false",
        "https://dev-www.example.com/ward, false"
    })
    void a_site_whose_name_begins_like_a_test_sites_is_not_one(String canonical, boolean isCopy) {
        String head = "<link rel=canonical href='%s'>".formatted(canonical);

        assertThat(
                        TestPage.read(
                                        "https://wire.example.org/ward",
                                        "en",
                                        "Ward",
                                        head + meta("og:title", "Ward"),
                                        HEADLINE)
                                .containsKey("copyOf"))
                .isEqualTo(isCopy);
    }
}
