package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The date on which something takes place is not the date on which a page appeared (R5.11).
class EventPagesTest {

    private static final String STORY = "https://news.example.com/team-sport";
    private static final String HEADLINE = "<h1>Discharge planning as a team sport</h1>";
    private static final String SHOWN = "<p class='date'>March 10, 2026</p>";

    private static Map<String, @Nullable Object> read(String address, String head, String body) {
        return TestPage.read(address, "en-US", "", head, HEADLINE + body);
    }

    private static String linked(String json) {
        return "<script type='application/ld+json'>%s</script>".formatted(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Date: March 10, 2026</p><p>Time: 1:00 PM ET</p>",
                "<ul><li><b>Date:</b> Tuesday, March 10, 2026</li><li><b>Location:</b> Online</li></ul>",
                "<dl><dt>Date</dt><dd>March 10, 2026</dd><dt>Venue</dt><dd>Hall B</dd></dl>",
                "<p>Date: March 10, 2026 | Time: 9:00 AM | Room: 204</p>",
                "<p>Date</p><p>March 10, 2026</p><p>Speaker</p><p>Jane Roe</p>",
                "<p>Date and time: March 10, 2026, 9:00 AM CT</p>",
                "<p>Date &amp; Time</p><p>Mar 10, 2026 09:00 AM in Eastern Time (US and Canada)</p>",
                "<p>Datum: 10. März 2026<br>Uhrzeit: 14:00 Uhr</p>",
                "<p>Date : 10 mars 2026<br>Lieu : Paris</p>",
                "<p>開催日：2026年3月10日（火）</p>",
                "<p>Tuesday, March 10, 2026</p><p>Time: 12:00 p.m. ET</p>",
                "<p>March 10, 2026</p><p>Location: Hall B</p>"
            })
    void a_date_labeled_with_a_time_or_a_place_belongs_to_an_event(String lines) {
        assertThat(read(STORY, "", lines)).doesNotContainKey("publishedAt");
    }

    @Test
    void a_date_labeled_with_neither_a_time_nor_a_place_belongs_to_the_story() {
        assertThat(read(STORY, "", "<p>Date: March 10, 2026 | Author: Jane Roe</p>"))
                .containsEntry("publishedAt", "2026-03-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "March 10, 2026 | 1:00 PM - 2:00 PM ET",
                "10 March 2026, 09:00 – 10:30",
                "Tuesday, March 10, 2026 from 9 to 10 a.m.",
                "March 10, 2026</div><div>9:00 AM – 10:00 AM",
                "March 10, 2026 | 1:00 PM ET / 10:00 AM PT",
                "2026年3月10日（火）14:00～15:00"
            })
    void a_range_of_times_or_a_time_in_two_zones_belongs_to_an_event(String line) {
        assertThat(read(STORY, "", "<div>" + line + "</div>")).doesNotContainKey("publishedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Live webinar | March 10, 2026 | 1:00 PM ET",
                "Recorded on March 10, 2026",
                "Effective date: March 10, 2026",
                "March 8 – April 2, 2026",
                "The winners were announced on March 10, 2026 in Boston."
            })
    void a_date_of_something_else_is_not_the_publication_date(String line) {
        assertThat(read(STORY, "", "<p>" + line + "</p>")).doesNotContainKey("publishedAt");
    }

    @Test
    void the_day_of_an_event_in_json_ld_or_microdata_is_not_the_publication_date() {
        assertThat(
                        read(
                                STORY,
                                linked("{\"@type\":\"Event\",\"startDate\":\"2026-03-10T09:00\"}"),
                                SHOWN))
                .doesNotContainKey("publishedAt");
        assertThat(
                        read(
                                STORY,
                                "",
                                "<div itemscope itemtype='https://schema.org/Event'><time itemprop='startDate' datetime='2026-03-10T09:00'>March 10, 2026</time></div>"))
                .doesNotContainKey("publishedAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agenda/session/1123", "/webinars/team-sport", "/event/team-sport/"})
    void an_unlabeled_date_on_an_event_page_belongs_to_the_event(String path) {
        String address = "https://summit.example.com" + path;

        assertThat(read(address, "", SHOWN)).doesNotContainKey("publishedAt");
        assertThat(read(address, "", "<p>Published March 10, 2026</p>"))
                .containsEntry("publishedAt", "2026-03-10");
    }

    @Test
    void the_day_of_an_event_in_json_ld_on_an_event_page_or_in_a_session_contradicts_a_tag() {
        String tag = TestPage.meta("article:published_time", "2026-11-01T09:00:00-05:00");

        assertThat(read("https://summit.example.com/events/care-recap", tag, SHOWN))
                .doesNotContainKey("publishedAt");
        assertThat(read(STORY, tag, "<p id='session'>March 10, 2026</p>"))
                .doesNotContainKey("publishedAt");
        assertThat(
                        read(
                                STORY,
                                tag
                                        + linked(
                                                "{\"@type\":\"Event\",\"startDate\":\"2026-03-10T09:00\"}"),
                                SHOWN))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_date_labeled_with_a_time_does_not_contradict_a_tag() {
        String tag = TestPage.meta("article:published_time", "2026-11-01T09:00:00-05:00");

        assertThat(read(STORY, tag, "<p>Date and time: March 10, 2026, 9:00 AM CT</p>"))
                .containsEntry("publishedAt", "2026-11-01T09:00:00-05:00");
    }

    @Test
    void a_day_of_an_event_does_not_hide_another_date_that_contradicts_a_tag() {
        assertThat(
                        read(
                                STORY,
                                TestPage.meta(
                                        "article:published_time", "2026-11-01T09:00:00-05:00"),
                                "<p>June 24, 2026</p><p id='session'>March 10, 2026</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_time_repeated_in_gmt_in_parentheses_belongs_to_the_story_as_on_news_wires() {
        assertThat(read(STORY, "", "<p>June 24, 2026 9:00 AM EDT (1:00 PM GMT)</p>"))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }

    @Test
    void a_date_labeled_with_a_duration_belongs_to_the_story_as_for_an_episode() {
        assertThat(read(STORY, "", "<p>Date: June 24, 2026</p><p>Duration: 32 min</p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void the_date_in_a_photo_credit_is_not_the_publication_date() {
        assertThat(read(STORY, "", "<div>Nurses, March 10, 2026. Photo: Jane Roe</div>"))
                .doesNotContainKey("publishedAt");
        assertThat(
                        read(
                                STORY,
                                "",
                                "<div class=photo-credit>Nurses, March 10, 2026. Photo: Jane Roe</div>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_date_in_a_caption_below_the_headline_does_not_contradict_a_tag() {
        assertThat(
                        read(
                                STORY,
                                TestPage.meta(
                                        "article:published_time", "2026-06-24T09:00:00-04:00"),
                                "<figure><img><figcaption>The ward, May 2, 2025. Photo: Jo Kay</figcaption></figure>"))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }
}
