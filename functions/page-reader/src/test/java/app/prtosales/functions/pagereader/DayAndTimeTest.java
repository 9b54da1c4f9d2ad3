package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The time of day where a tag and the text name different ones (R5.11).
class DayAndTimeTest {

    private Map<String, @Nullable Object> read(String language, String claim, String body) {
        return TestPage.read(
                "https://news.example.com/health/ward-opens-after-delay",
                language,
                "Ward opens",
                TestPage.meta("article:published_time", claim),
                "<h1>Ward opens after delay</h1>" + body);
    }

    private Map<String, @Nullable Object> read(String claim, String shown) {
        return read("en-US", claim, "<p class=date>" + shown + "</p>");
    }

    @Test
    void a_local_time_called_utc_gives_way_to_the_zone_that_the_text_names() {
        assertThat(read("2026-11-10T09:00:00+00:00", "Posted: Nov 10, 2026 / 09:00 AM CST"))
                .containsEntry("publishedAt", "2026-11-10T09:00:00-06:00")
                .containsEntry("zone", "America/Chicago");
        assertThat(read("2026-11-10T09:00:00Z", "Published 9:00 AM ET Nov. 10, 2026"))
                .containsEntry("publishedAt", "2026-11-10T09:00:00-05:00");
        assertThat(read("2026-11-10T15:00:00-05:00", "Nov. 10, 2026 3:00 PM PT"))
                .containsEntry("publishedAt", "2026-11-10T15:00:00-08:00");
    }

    @Test
    void a_local_time_called_utc_is_local_where_the_text_names_no_zone() {
        assertThat(read("de-DE", "2026-11-10T09:00:00Z", "<p class=date>10.11.2026, 09:00 Uhr</p>"))
                .containsEntry("publishedAt", "2026-11-10T09:00:00")
                .containsEntry("zone", "Europe/Berlin");
        assertThat(
                        read(
                                "en-GB",
                                "2026-11-10T09:00:00Z",
                                "<p class=date>10 November 2026, 09:00</p>"))
                .containsEntry("publishedAt", "2026-11-10T09:00:00Z");
    }

    @Test
    void times_that_no_wrong_zone_explains_leave_only_the_day() {
        assertThat(read("2026-11-10T12:42:10+00:00", "November 10, 2026 8:42 AM ET"))
                .containsEntry("publishedAt", "2026-11-10");
        assertThat(read("2026-11-10T15:20:00Z", "Published: Nov. 10, 2026 at 9:00 AM EST"))
                .containsEntry("publishedAt", "2026-11-10");
    }

    @Test
    void a_few_minutes_or_the_last_change_beside_the_headline_raise_no_doubt() {
        assertThat(read("2026-11-10T14:03:20Z", "Nov. 10, 2026 9:00 AM EST"))
                .containsEntry("publishedAt", "2026-11-10T14:03:20Z");
        assertThat(read("2026-11-10T14:03:20Z", "Updated Nov. 10, 2026 11:40 AM EST"))
                .containsEntry("publishedAt", "2026-11-10T14:03:20Z");
    }

    @Test
    void a_day_in_a_tag_takes_the_time_shown_beside_the_headline() {
        assertThat(read("2026-11-10", "Published Nov. 10, 2026 9:05 AM ET"))
                .containsEntry("publishedAt", "2026-11-10T09:05:00-05:00")
                .containsEntry("zone", "America/New_York");
        assertThat(read("2026-11-10T00:00:00Z", "Published Nov. 10, 2026 9:05 AM ET"))
                .containsEntry("publishedAt", "2026-11-10T09:05:00-05:00");
        assertThat(
                        read(
                                "en-US",
                                "2026-11-10",
                                "<time datetime='2026-11-10T09:05:00-05:00'>November 10, 2026</time>"))
                .containsEntry("publishedAt", "2026-11-10T09:05:00-05:00");
    }

    @Test
    void a_day_in_the_url_or_in_a_weak_tag_takes_the_time_shown_beside_the_headline() {
        String shown =
                "<h1>A story</h1><time datetime='2026-11-10T16:32:00-05:00'>"
                        + "<span>November 10, 2026</span><span>4:32 PM ET</span></time>";
        List<String> urls =
                List.of(
                        "https://radio.example.com/2026/11/10/a-story",
                        "https://radio.example.com/a-story");

        for (String url : urls) {
            assertThat(
                            TestPage.read(
                                    url,
                                    "en-US",
                                    "A story",
                                    TestPage.meta("date", "2026-11-10"),
                                    shown))
                    .containsEntry("publishedAt", "2026-11-10T16:32:00-05:00")
                    .containsEntry("zone", "America/New_York");
        }
    }

    @Test
    void two_times_beside_the_headline_add_neither_to_the_day() {
        assertThat(read("2026-11-10", "Nov. 10, 2026 9:05 AM ET / Nov. 10, 2026 11:40 AM ET"))
                .containsEntry("publishedAt", "2026-11-10");
    }

    @Test
    void the_length_of_an_episode_after_the_date_is_not_a_time_of_day() {
        assertThat(read("2026-11-10", "November 10th, 2026 | 01:19:54"))
                .containsEntry("publishedAt", "2026-11-10");
        assertThat(
                        TestPage.read(
                                "https://show.example.com/117",
                                "en",
                                "A talk",
                                "",
                                "<h1>A talk</h1><p>November 10th, 2026 · <span>01:19:54</span></p>"))
                .containsEntry("publishedAt", "2026-11-10");
    }

    @Test
    void a_time_with_seconds_after_a_separator_counts_with_a_zone_or_from_four_o_clock_on() {
        assertThat(read("2026-11-10", "November 10, 2026 | 01:05:33 EST"))
                .containsEntry("publishedAt", "2026-11-10T01:05:33-05:00");
        assertThat(read("2026-11-10", "November 10, 2026 | 14:05:33"))
                .containsEntry("publishedAt", "2026-11-10T14:05:33");
    }

    @Test
    void a_point_separates_the_hours_and_minutes_of_an_offset_too() {
        assertThat(read("2026-11-10T16:34+5.30", ""))
                .containsEntry("publishedAt", "2026-11-10T16:34:00+05:30");
    }
}
