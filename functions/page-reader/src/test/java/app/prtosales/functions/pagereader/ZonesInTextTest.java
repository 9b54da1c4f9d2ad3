package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The time zone that a page writes next to its date (R5.11).
class ZonesInTextTest {

    private Map<String, @Nullable Object> read(String language, String head, String body) {
        return TestPage.read(
                "https://news.example.com/health/ward-opens-after-delay",
                language,
                "Beds",
                head,
                "<h1>Ward opens after delay</h1>" + body);
    }

    private Map<String, @Nullable Object> shown(String language, String date) {
        return read(language, "", "<p class=date>" + date + "</p>");
    }

    @Test
    void the_end_of_an_abbreviation_is_not_a_zone() {
        for (String zone : new String[] {"CET", "GMT", "EET", "WET", "PET"}) {
            assertThat(shown("en", "10 November 2026 09:05 " + zone))
                    .as(zone)
                    .doesNotContainKey("zone");
        }
    }

    @Test
    void an_abbreviation_that_countries_share_leaves_the_zone_to_the_outlets_country() {
        assertThat(shown("de-DE", "10. November 2026 09:05 CET"))
                .containsEntry("publishedAt", "2026-11-10T09:05:00+01:00")
                .containsEntry("zone", "Europe/Berlin");
        assertThat(shown("fi-FI", "10 November 2026 10:05 EET"))
                .containsEntry("zone", "Europe/Helsinki");
        assertThat(shown("en-GB", "10 November 2026 14:05 GMT"))
                .containsEntry("publishedAt", "2026-11-10T14:05:00Z")
                .containsEntry("zone", "Europe/London");
    }

    @Test
    void an_abbreviation_of_one_zone_in_use_that_day_names_the_zone() {
        assertThat(shown("en-US", "Nov 10, 2026 9:05 AM EST"))
                .containsEntry("publishedAt", "2026-11-10T09:05:00-05:00")
                .containsEntry("zone", "America/New_York");
        assertThat(shown("en-US", "Jun 10, 2026 9:05 AM (PDT)"))
                .containsEntry("zone", "America/Los_Angeles");
        assertThat(shown("en-US", "Jun 10, 2026 9:05 AM EST")).doesNotContainKey("zone");
    }

    @Test
    void a_zone_may_stand_between_the_time_and_the_date() {
        assertThat(shown("en-US", "Published 7:15 a.m. CT Jan. 14, 2026"))
                .containsEntry("publishedAt", "2026-01-14T07:15:00-06:00")
                .containsEntry("zone", "America/Chicago");
    }

    @Test
    void a_time_shown_in_the_readers_zone_does_not_change_the_outlets() {
        String tag = TestPage.meta("article:published_time", "2026-06-24T15:55:22+01:00");

        assertThat(read("en-GB", tag, "<p class=date>10:55 EDT, 24 June 2026</p>"))
                .containsEntry("publishedAt", "2026-06-24T15:55:22+01:00")
                .containsEntry("zone", "Europe/London");
    }

    private Map<String, @Nullable Object> readAt(
            String host, String language, String head, String date) {
        return TestPage.read(
                "https://" + host + "/health/ward-opens-after-delay",
                language,
                "Beds",
                head,
                "<h1>Ward opens after delay</h1><p class=date>" + date + "</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "www.news.tw, CST, +08:00, Asia/Taipei",
        "www.news.cn, CST, +08:00, Asia/Shanghai",
        "www.news.com.ph, PST, +08:00, Asia/Manila",
        "www.news.com.pk, PST, +05:00, Asia/Karachi",
        "www.news.com.my, MST, +08:00, Asia/Kuala_Lumpur",
        "www.news.in, IST, +05:30, Asia/Kolkata",
        "www.news.com, CST, -06:00, America/Chicago",
        "www.news.co.uk, EST, -05:00, America/New_York"
    })
    void an_abbreviation_means_what_it_does_in_the_outlets_country(
            String host, String zone, String offset, String expected) {
        assertThat(readAt(host, "en", "", "Published November 18, 2026 10:00 " + zone))
                .containsEntry("publishedAt", "2026-11-18T10:00:00" + offset)
                .containsEntry("zone", expected);
    }

    @Test
    void an_abbreviation_that_australians_use_for_their_own_zones_leaves_a_local_time() {
        assertThat(readAt("www.news.com.au", "en-AU", "", "November 18, 2026 10:00 AM EST"))
                .containsEntry("publishedAt", "2026-11-18T10:00:00")
                .doesNotContainKey("zone");
    }

    @Test
    void cst_on_a_page_in_chinese_is_not_an_american_zone() {
        assertThat(readAt("www.news.com", "zh-Hans", "", "2026年11月18日 10:00 CST"))
                .containsEntry("publishedAt", "2026-11-18T10:00:00+08:00")
                .doesNotContainKey("zone");
    }

    @Test
    void an_abbreviation_that_can_mean_the_tags_offset_does_not_change_the_tag() {
        String tag = TestPage.meta("article:published_time", "2026-11-18T10:00:00+08:00");

        assertThat(readAt("www.news.com", "en", tag, "November 18, 2026 10:00 CST"))
                .containsEntry("publishedAt", "2026-11-18T10:00:00+08:00")
                .doesNotContainKey("zone");
        assertThat(readAt("www.news.cn", "en", tag, "November 18, 2026 10:00 CST"))
                .containsEntry("publishedAt", "2026-11-18T10:00:00+08:00")
                .containsEntry("zone", "Asia/Shanghai");
    }
}
