package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which date near a headline is the publication date (R5.11), and which only looks like it.
class DatesBesideHeadlineTest {

    private static final String ADDRESS = "https://news.example.com/health/care-coordination-pays";
    private static final String HEADLINE = "<h1>Care coordination pays</h1>";

    private Map<String, @Nullable Object> read(String head, String body) {
        return readAt(ADDRESS, head, body);
    }

    private Map<String, @Nullable Object> readAt(String address, String head, String body) {
        return TestPage.read(address, "en-US", "Care coordination pays", head, body);
    }

    @Test
    void a_year_that_ends_a_headline_does_not_belong_to_the_date_below_it() {
        assertThat(read("", "<h1>The best clinics of 2024</h1><p>September 1, 2026</p>"))
                .containsEntry("publishedAt", "2026-09-01");
        assertThat(read("", "<h1>The best clinics</h1><p>of 2024 September 1, 2026</p>"))
                .containsEntry("publishedAt", "2026-09-01");
    }

    @Test
    void a_word_at_the_end_of_the_headline_does_not_belong_to_the_date_below_it() {
        assertThat(read("", "<h1>What clinics may expect through</h1><p>June 24, 2026</p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void an_elements_own_class_outweighs_the_class_of_its_container() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<p class=posted-on><time class='entry-date published' datetime=2026-06-24>June 24, 2026</time>"
                                        + " <time class=updated datetime=2026-08-14>August 14, 2026</time></p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void a_dateline_may_stand_in_brackets_or_before_a_hyphen() {
        String sentence =
                " Health systems that share one plan of care send fewer patients back to the hospital.";
        for (String dateline : List.of("(June 24, 2026)", "June 24, 2026 -")) {
            assertThat(read("", HEADLINE + "<p>" + dateline + sentence + "</p>"))
                    .as(dateline)
                    .containsEntry("publishedAt", "2026-06-24");
        }
    }

    @Test
    void a_time_shown_as_an_age_is_read_from_its_attribute() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<time datetime='2026-06-24T09:00:00-04:00'>2 hours ago</time>"))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<time class=updated datetime='2026-06-24T09:00:00-04:00'>2 hours ago</time>"))
                .doesNotContainKey("publishedAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"medicalnewstoday-post", "article-topbar", "page-masthead"})
    void a_word_inside_a_class_does_not_make_it_part_of_the_layout(String mark) {
        assertThat(
                        read(
                                "",
                                "<div class="
                                        + mark
                                        + "><div class=date>June 24, 2026</div></div>"
                                        + HEADLINE))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"article-credits", "credit-union-news"})
    void the_credits_of_an_article_are_not_those_of_a_photo(String mark) {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<div class="
                                        + mark
                                        + "><time datetime='2026-06-24'>June 24, 2026</time></div>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void a_marked_date_right_below_the_headline_counts_even_in_an_oddly_named_part() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<div class='teaser-meta'><span class=date>June 24, 2026</span></div>"))
                .containsEntry("publishedAt", "2026-06-24");
        assertThat(
                        read(
                                "",
                                "<div class='sidebar'><span class=date>June 24, 2026</span></div>"
                                        + HEADLINE))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void of_two_dates_near_the_headline_the_one_marked_as_a_date_wins() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<p class=date>June 24, 2026</p><p>Original of June 2, 2026</p>"))
                .containsEntry("publishedAt", "2026-06-24");
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<p class=date>June 24, 2026</p><p class=date>June 2, 2026</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void if_the_tags_hold_the_last_change_the_date_that_readers_see_wins() {
        String changed =
                meta("article:published_time", "2026-08-14T10:00:00Z")
                        + meta("article:modified_time", "2026-08-14T10:00:00Z");

        assertThat(read(changed, HEADLINE + "<p class=post-date>March 2, 2026</p>"))
                .containsEntry("publishedAt", "2026-03-02");
        assertThat(read(changed, HEADLINE + "<p>Published March 2, 2026</p>"))
                .containsEntry("publishedAt", "2026-03-02");
        assertThat(read(changed, HEADLINE + "<p>March 2, 2026</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_claim_older_than_the_last_change_does_not_yield_to_another_date() {
        assertThat(
                        read(
                                meta("article:published_time", "2026-06-24T10:00:00Z")
                                        + meta("article:modified_time", "2026-08-14T10:00:00Z"),
                                HEADLINE + "<p class=post-date>March 2, 2026</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void print_planning_may_put_the_next_day_into_the_url_or_a_tag() {
        String body =
                HEADLINE
                        + "<p>%s</p><time datetime='2026-06-24T07:46:01-04:00'>June 24, 2026</time>"
                                .formatted("Names of the authors. ".repeat(22));

        assertThat(readAt("https://news.example.com/2026/06/25/care", "", body))
                .containsEntry("publishedAt", "2026-06-24T07:46:01-04:00");
        assertThat(readAt("https://news.example.com/2026/06/29/care", "", body))
                .doesNotContainKey("publishedAt");
        assertThat(read(meta("date", "2026-06-25"), HEADLINE + "<time>June 24, 2026, 12:01</time>"))
                .containsEntry("publishedAt", "2026-06-24T12:01:00");
    }

    @Test
    void the_url_confirms_a_date_in_a_part_beside_the_headline() {
        assertThat(
                        readAt(
                                "https://news.example.com/2026/jun/24/care",
                                "",
                                HEADLINE
                                        + "<p>%s</p><aside>Wed 24 Jun 2026 15.26 EDT</aside>"
                                                .formatted("What hospitals learned. ".repeat(12))))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void publication_labels_are_recognized_in_many_languages() {
        for (String words :
                List.of(
                        "Erscheinungsdatum: 24.06.2026",
                        "Veröffentlichungsdatum: 24.06.2026",
                        "Fecha de publicación: 24/06/2026",
                        "Date de publication : 24 juin 2026",
                        "Data pubblicazione: 24 giugno 2026",
                        "2026年6月24日 公開")) {
            assertThat(
                            read(
                                    "",
                                    HEADLINE
                                            + "<p>%s</p><p>%s</p>"
                                                    .formatted("Words. ".repeat(200), words)))
                    .as(words)
                    .containsEntry("publishedAt", "2026-06-24");
        }
    }

    @Test
    void a_word_for_updated_may_follow_the_date() {
        assertThat(read("", HEADLINE + "<p>2026年6月24日 更新</p>")).doesNotContainKey("publishedAt");
    }

    @Test
    void the_only_date_right_below_the_headline_contradicts_a_claim_though_nothing_marks_it() {
        String claim = meta("article:published_time", "2026-06-24T09:00:00-04:00");

        assertThat(read(claim, HEADLINE + "<aside>March 2, 2024</aside>"))
                .doesNotContainKey("publishedAt");
        assertThat(read(claim, HEADLINE + "<aside>June 23, 2026</aside>"))
                .containsKey("publishedAt");
    }

    @Test
    void a_list_of_dates_below_the_headline_contradicts_no_claim() {
        assertThat(
                        read(
                                meta("article:published_time", "2026-06-24T09:00:00-04:00"),
                                HEADLINE
                                        + "<aside>March 2, 2024</aside><aside>March 9, 2024</aside>"))
                .containsKey("publishedAt");
    }

    @Test
    void of_two_unmarked_dates_the_one_with_a_time_of_day_wins() {
        assertThat(read("", HEADLINE + "<p>June 24, 2026 9:05 AM</p><p>March 2, 2024</p>"))
                .containsEntry("publishedAt", "2026-06-24T09:05:00");
    }

    @Test
    void a_date_does_not_take_the_time_of_day_of_the_date_before_it() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<p>March 2, 2024 9:05 AM</p><p class=date>June 24, 2026</p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void a_marked_date_in_a_part_above_the_headline_counts_unless_it_can_be_todays() {
        String above = "<div class='teaser-meta'><span class=date>%s</span></div>";

        assertThat(read("", above.formatted("June 24, 2026") + HEADLINE))
                .containsEntry("publishedAt", "2026-06-24");
        assertThat(read("", above.formatted("November 28, 2026") + HEADLINE))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void todays_date_above_the_headline_counts_only_if_it_says_published() {
        String above = "<div class=top>%s</div>";

        assertThat(read("", above.formatted("Saturday, November 28, 2026") + HEADLINE))
                .doesNotContainKey("publishedAt");
        assertThat(read("", above.formatted("<span class=date>Nov 28, 2026</span>") + HEADLINE))
                .doesNotContainKey("publishedAt");
        assertThat(read("", above.formatted("Published November 28, 2026") + HEADLINE))
                .containsEntry("publishedAt", "2026-11-28");
        assertThat(read("", above.formatted("June 24, 2026") + HEADLINE))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void the_date_in_a_sites_top_bar_is_not_the_storys_on_a_page_saved_long_ago_either() {
        assertThat(read("", "<div class=topbar>Saturday, November 14, 2026</div>" + HEADLINE))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void todays_date_above_the_headline_does_not_hide_the_storys_own() {
        assertThat(
                        read(
                                "",
                                "<div>Saturday, November 28, 2026</div>"
                                        + HEADLINE
                                        + "<p class=byline>June 24, 2026</p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void todays_date_above_the_headline_does_not_make_another_unmarked_date_the_storys_date() {
        for (String today : List.of("Nov 28, 2026", "<span class=date>Nov 28, 2026</span>")) {
            assertThat(read("", today + HEADLINE + "<p>June 24, 2026</p>"))
                    .doesNotContainKey("publishedAt");
        }
    }

    @Test
    void todays_date_above_the_headline_with_a_time_of_day_is_the_storys_date() {
        assertThat(read("", "<span class=date>Nov 28, 2026 9:05 AM</span>" + HEADLINE))
                .containsEntry("publishedAt", "2026-11-28T09:05:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "June 24, 2026 by Jane Roe, M.D.",
                "June 24, 2026, 9:00 a.m. by Jane Roe Jr.",
                "By Jane Roe on June 24, 2026 at 9 a.m.",
                "June 24, 2026 in Health, Inc.",
                "on June 24, 2026 by Jane Roe",
                "By Jane Roe, staff writer, for the newsroom, June 24, 2026"
            })
    void a_date_in_a_byline_is_the_storys_date(String byline) {
        assertThat(String.valueOf(read("", HEADLINE + "<p>" + byline + "</p>").get("publishedAt")))
                .startsWith("2026-06-24");
    }

    @Test
    void the_time_of_a_broadcast_does_not_change_the_tag() {
        assertThat(
                        read(
                                meta("article:published_time", "2026-06-24T13:00:00-04:00"),
                                HEADLINE + "<p>Live June 24, 2026 2:00 PM ET</p>"))
                .containsEntry("publishedAt", "2026-06-24T13:00:00-04:00");
    }

    @Test
    void the_sites_name_is_not_the_headline_if_another_heading_matches_the_title() {
        assertThat(read("", "<h1>Clinic news daily</h1><h2>Care coordination pays</h2>"))
                .containsEntry("headline", "Care coordination pays");
    }

    @Test
    void a_wire_services_dateline_is_read() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<p>BOSTON--(BUSINESS WIRE)--June 24, 2026-- The hospital opened a ward that nobody expected this year.</p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void a_label_may_follow_the_authors_name() {
        assertThat(read("", HEADLINE + "<p>By Jane Roe posted 06-24-2026 09:12</p>"))
                .containsEntry("publishedAt", "2026-06-24T09:12:00");
    }

    @Test
    void a_label_may_stand_before_a_time_and_its_date() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<p>UPDATED 9:00 AM EDT June 30, 2026 PUBLISHED 8:00 AM EDT June 24, 2026</p>"))
                .containsEntry("publishedAt", "2026-06-24T08:00:00-04:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "公開日：2026年6月24日　更新日：2026年7月1日",
                "投稿日：2026年6月24日 最終更新日：2026年7月1日",
                "发布时间：2026-06-24 更新时间：2026-07-01",
                "입력 2026.06.24 | 수정 2026.07.01"
            })
    void published_and_updated_are_told_apart_in_asian_languages(String line) {
        assertThat(read("", HEADLINE + "<p>" + line + "</p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"更新日：2026年7月1日", "最終更新日：2026年7月1日", "수정 2026.07.01"})
    void an_update_alone_is_not_a_publication_in_asian_languages(String line) {
        assertThat(read("", HEADLINE + "<p>" + line + "</p>")).doesNotContainKey("publishedAt");
    }

    @Test
    void the_date_of_a_translations_original_is_not_the_storys_date() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<p class=date>2026年6月24日</p><p>原文(投稿日：2026/06/03)へのリンク</p>"))
                .containsEntry("publishedAt", "2026-06-24");
    }
}
