package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the trade press, wire services, podcasts and video sites say about a story (R5.11).
class TradePagesTest {

    private static final String ADDRESS = "https://news.example.com/news/waystar-launches-ai-tool";
    private static final String HEADLINE = "<h1>Waystar launches AI tool for denied claims</h1>";

    private Map<String, @Nullable Object> read(String title, String head, String body) {
        return TestPage.read(ADDRESS, "en", title, head, body);
    }

    private Map<String, @Nullable Object> wire(String date) {
        return read("", "", "<p class=date>" + date + "</p>" + HEADLINE);
    }

    @Test
    void a_zone_in_words_gives_the_offset_and_the_zone() {
        assertThat(wire("Jun 24, 2026 8:30 AM Eastern Daylight Time"))
                .containsEntry("publishedAt", "2026-06-24T08:30:00-04:00")
                .containsEntry("zone", "America/New_York");
        assertThat(wire("Jan 21, 2026, 08:30 ET"))
                .containsEntry("publishedAt", "2026-01-21T08:30:00-05:00")
                .containsEntry("zone", "America/New_York");
    }

    @Test
    void a_city_or_a_company_after_the_time_is_not_a_zone() {
        for (String after : List.of("Mountain View", "Pacific Biosciences")) {
            assertThat(wire("Jun 24, 2026 8:30 AM " + after))
                    .as(after)
                    .containsEntry("publishedAt", "2026-06-24T08:30:00")
                    .doesNotContainKey("zone");
        }
    }

    @Test
    void a_zone_in_the_text_counts_only_at_the_minute_of_the_publication() {
        String tag = "<meta name=date content='2026-06-24T%s:00-04:00'>";
        String body = HEADLINE + "<p>Jun 24, 2026, 08:30 ET</p>";

        assertThat(read("", tag.formatted("08:30"), body))
                .containsEntry("zone", "America/New_York");
        assertThat(read("", tag.formatted("09:10"), body)).doesNotContainKey("zone");
    }

    @Test
    void an_abbreviation_of_the_other_half_of_the_year_gives_no_offset() {
        assertThat(wire("Jun 24, 2026 8:30 AM EST"))
                .containsEntry("publishedAt", "2026-06-24T08:30:00");
        assertThat(wire("Jun 24, 2026 8:30 AM EDT"))
                .containsEntry("publishedAt", "2026-06-24T08:30:00-04:00");
        assertThat(wire("24 June 2026, 14:30 CET"))
                .containsEntry("publishedAt", "2026-06-24T14:30:00");
    }

    @Test
    void a_meta_tag_may_hold_its_content_in_value() {
        assertThat(
                        read(
                                "",
                                "<meta name='og:article:published_time' value='2026-06-24T08:30:00-04:00'>",
                                HEADLINE))
                .containsEntry("publishedAt", "2026-06-24T08:30:00-04:00");
    }

    @Test
    void a_videos_own_page_has_the_videos_date_and_a_story_with_a_video_does_not() {
        String video =
                "<div itemscope itemtype='http://schema.org/VideoObject'><meta itemprop=datePublished content='2026-06-24T07:00:12-07:00'></div>";

        assertThat(read("", "<meta property='og:type' content='video.other'>", HEADLINE + video))
                .containsEntry("publishedAt", "2026-06-24T07:00:12-07:00");
        assertThat(read("", "<meta property='og:type' content='article'>", HEADLINE + video))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void an_episodes_outlet_is_its_show_and_not_the_site_that_hosts_it() {
        assertThat(
                        read(
                                "",
                                """
                                <meta property='og:site_name' content='Apple Podcasts'><script type='application/ld+json'>
                                {"@type":"PodcastEpisode","datePublished":"2026-06-24","partOfSeries":{"@type":"PodcastSeries",
                                "name":"Medsider","url":"https://news.example.com/medsider"}}</script>\
                                """,
                                HEADLINE))
                .containsEntry("outlet", "Medsider")
                .containsEntry("format", "podcast");
    }

    @Test
    void an_outlet_has_no_tagline_if_the_title_names_it_without_one() {
        String site =
                "<meta property='og:site_name' content='Becker’s Hospital Review | Healthcare News &amp; Analysis'>";

        assertThat(read("10 CFOs on denials - Becker’s Hospital Review", site, HEADLINE))
                .containsEntry("outlet", "Becker’s Hospital Review");
        assertThat(read("10 CFOs on denials", site, HEADLINE))
                .containsEntry("outlet", "Becker’s Hospital Review | Healthcare News & Analysis");
    }

    @Test
    void an_episodes_headline_is_not_the_name_of_its_show() {
        assertThat(
                        read(
                                "MedTech Talk: Leading a turnaround, with Jane Roe",
                                "",
                                "<h1>MedTech Talk</h1><p>Jun 24, 2026</p><h3>Leading a turnaround, with Jane Roe</h3>"))
                .containsEntry("headline", "Leading a turnaround, with Jane Roe");
    }
}
