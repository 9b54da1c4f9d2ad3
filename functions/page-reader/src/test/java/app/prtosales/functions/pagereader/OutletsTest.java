package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which part of a site's name is the outlet (R5.11).
class OutletsTest {

    private static Map<String, @Nullable Object> read(String host, String site) {
        return TestPage.read(
                "https://%s/beds".formatted(host),
                "en",
                "Beds run out | " + site,
                meta("og:site_name", site),
                "<h1>Beds run out</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "news.mercyhealth.com, News | Mercy Health, Mercy Health",
        "news.mercyhealth.com, Newsroom | Mercy Health, Mercy Health",
        "blog.mercyhealth.com, Blog – Mercy Health, Mercy Health",
        "news.mercy-health.org, Mercy Health | News, Mercy Health",
        "news.ohio.edu, University of Ohio | News, University of Ohio",
        "klinikum-sued.de, News | Klinikum Süd, Klinikum Süd",
        "health.wardpost.com, Health - The Ward Post, The Ward Post",
        "aerzteblatt.de, Nachrichten | Ärzteblatt, Ärzteblatt"
    })
    void the_name_is_the_longest_part_that_is_in_the_host_and_not_a_general_word(
            String host, String site, String outlet) {
        assertThat(read(host, site)).containsEntry("outlet", outlet);
    }

    @Test
    void a_general_word_is_a_name_if_the_whole_host_has_it() {
        assertThat(read("www.newsroom.co.nz", "Newsroom")).containsEntry("outlet", "Newsroom");
        assertThat(read("newsroom.example.com", "Newsroom")).doesNotContainKey("outlet");
    }

    @Test
    void r5_11_a_videos_outlet_is_its_channel() {
        assertThat(video("video.other", "http://schema.org/VideoObject"))
                .containsEntry("outlet", "Ward Talk")
                .doesNotContainKey("author");
    }

    @Test
    void the_author_of_a_video_in_an_article_is_not_the_outlet() {
        assertThat(video("article", "http://schema.org/VideoObject"))
                .containsEntry("outlet", "VideoSite");
        assertThat(video("video.other", "http://schema.org/NewsArticle"))
                .containsEntry("outlet", "VideoSite");
    }

    private static Map<String, @Nullable Object> video(String pageType, String itemType) {
        String item =
                """
                <div itemscope itemtype="%s"><meta itemprop="name" content="Beds run out">
                <span itemprop="author" itemscope itemtype="http://schema.org/Person">
                <link itemprop="url" href="http://www.video.example/@wardtalk">
                <link itemprop="name" content="Ward Talk"></span></div>
                """
                        .formatted(itemType);
        return TestPage.read(
                "https://www.video.example/watch?v=1",
                "en",
                "Beds run out - VideoSite",
                meta("og:site_name", "VideoSite") + meta("og:type", pageType),
                item + "<h1>Beds run out</h1>");
    }
}
