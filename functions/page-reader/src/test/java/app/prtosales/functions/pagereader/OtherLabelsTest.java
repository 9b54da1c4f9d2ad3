package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A date after words that no rule knows is doubtful, and is left out (R5.11).
class OtherLabelsTest {

    private static final String TAG =
            TestPage.meta("article:published_time", "2026-11-02T09:00:00-05:00");

    private static Map<String, @Nullable Object> read(String head, String below) {
        return TestPage.read(
                "https://news.example.com/health/ward-opens-after-delay",
                "en-US",
                "Ward opens",
                head,
                "<h1>Ward opens after delay</h1>" + below);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Registration closes Nov 20, 2026",
                "Meeting date: November 2, 2026",
                "Received: 2 November 2026",
                "Hearing: Monday, November 2, 2026",
                "<b>Hearing:</b> November 2, 2026",
                "Opens November 2, 2026",
                "Week of November 2, 2026",
                "Photo: Ann Poe, Nov 2, 2026",
                "Embargo lifts November 20, 2026",
                "Issue date: November 20, 2026",
                "Today is November 28, 2026",
                "Presented November 19, 2026 at RSNA",
                "LIVE: November 19, 2026 2 PM ET",
                "<span>System maintenance on</span> <span>November 21, 2026</span>"
            })
    void a_date_after_unknown_words_is_not_offered(String line) {
        assertThat(read("", "<p>" + line + "</p>")).doesNotContainKey("publishedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Monday, November 2, 2026",
                "Boston, November 2, 2026",
                "Ann Poe November 2, 2026",
                "Ann Poe on November 2, 2026",
                "By Ann Poe, health editor, November 2, 2026",
                "Ann Poe, health editor, November 2, 2026",
                "Health | November 2, 2026",
                "Author: Ann Poe | Date: November 2, 2026",
                "Source: Care Wire, November 2, 2026",
                "<span>5 min read</span> <span>November 2, 2026</span>",
                "Featured November 2, 2026",
                "<span>Health care</span> <span>November 2, 2026</span>",
                "<span>By the editors</span> <span>November 2, 2026</span>"
            })
    void a_weekday_a_place_a_name_or_a_section_raises_no_doubt(String line) {
        assertThat(read("", "<p>" + line + "</p>")).containsEntry("publishedAt", "2026-11-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deadline: <time datetime='2026-11-02'>Nov 2, 2026</time>",
                "Since <time datetime='2020-11-02'>Nov 2, 2020</time>",
                "As of <time datetime='2026-11-02'>Nov 2, 2026</time>",
                "Recorded on <time datetime='2026-11-02'>Nov 2, 2026</time>",
                "Join us on <time datetime='2026-11-02T10:00'>Nov 2, 2026</time>",
                "Last reply <time datetime='2026-11-26T15:04:05Z'>2 days ago</time>"
            })
    void words_before_a_time_element_count_too(String line) {
        assertThat(read("", "<p>" + line + "</p>")).doesNotContainKey("publishedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posted by <a href=/a>admin</a> on November 2, 2026",
                "Posted in <a href=/h>Health</a> by <a href=/a>admin</a> on November 2, 2026",
                "<a href=/a>admin</a> on <span class=date>November 2, 2026</span>",
                "Posted by iStaff on <time datetime='2026-11-02'>November 2, 2026</time>",
                "Written by <b>communications</b> on <span>November 2, 2026</span>"
            })
    void an_accounts_name_in_a_byline_raises_no_doubt(String line) {
        assertThat(read("", "<p class=meta>" + line + "</p>"))
                .containsEntry("publishedAt", "2026-11-02");
    }

    @Test
    void a_byline_with_an_accounts_name_settles_which_of_two_tags_is_right() {
        assertThat(
                        read(
                                TAG + TestPage.meta("pubdate", "2026-10-20"),
                                "<p class=date>Posted by admin on November 2, 2026</p>"))
                .containsEntry("publishedAt", "2026-11-02T09:00:00-05:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aired: November 2, 2026",
                "Uploaded: November 2, 2026",
                "Filed: November 2, 2026",
                "Air date: November 2, 2026",
                "Episode date: November 2, 2026",
                "Date issued: November 2, 2026",
                "Epub: November 2, 2026",
                "Published online ahead of print: November 2, 2026",
                "Reading time: 3 minutes November 2, 2026",
                "Comments: 3 November 2, 2026"
            })
    void a_known_label_may_stand_before_a_colon_and_the_date(String line) {
        assertThat(read("", "<p>" + line + "</p>")).containsEntry("publishedAt", "2026-11-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|Berlin, den 2. November 2026",
                "de|Pressemitteilung: 02.11.2026",
                "de|Meldung: 02.11.2026",
                "de|dpa, 2. November 2026",
                "de|Quelle: dpa, 02.11.2026",
                "de|Lesedauer: 3 Min. 02.11.2026",
                "fr|Communiqué du 2 novembre 2026",
                "fr|Communiqué de presse du 2 novembre 2026",
                "fr|Édition du 2 novembre 2026",
                "fr|Temps de lecture : 3 min 2 novembre 2026",
                "nl|Nieuwsbericht van 2 november 2026",
                "es|Noticia: 2 de noviembre de 2026",
                "it|Inserito: 2 novembre 2026"
            })
    void lines_of_press_releases_are_known_in_many_languages(String language, String line) {
        assertThat(
                        TestPage.read(
                                "https://news.example.com/health/ward-opens-after-delay",
                                language,
                                "Ward opens",
                                "",
                                "<h1>Ward opens after delay</h1><p>" + line + "</p>"))
                .containsEntry("publishedAt", "2026-11-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span>Explained</span> <span>Nov 2, 2026</span>",
                "<span>Contributed</span> <span>Nov 2, 2026</span>",
                "<span>Explained</span> <time datetime='2026-11-02'>Nov 2, 2026</time>"
            })
    void a_section_may_be_named_after_what_is_done_to_a_story(String line) {
        assertThat(read("", "<p>" + line + "</p>")).containsEntry("publishedAt", "2026-11-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>Accepted</b> <span>Nov 2, 2026</span>",
                "Submitted: November 2, 2026",
                "Conférence du 2 novembre 2026",
                "<span>Webinar</span> <time datetime='2026-11-02'>Nov 2, 2026</time>"
            })
    void a_step_before_publication_or_an_event_is_not_the_name_of_a_section(String line) {
        assertThat(read("", "<p>" + line + "</p>")).doesNotContainKey("publishedAt");
    }

    @Test
    void the_words_of_a_headline_are_not_a_label_of_the_date_beside_it() {
        assertThat(read("", "<time datetime='2026-11-02'>Nov 2, 2026</time>"))
                .containsEntry("publishedAt", "2026-11-02");
    }

    @Test
    void a_doubtful_date_does_not_replace_a_tag_that_it_agrees_with() {
        assertThat(read(TAG, "<p class=date>Hearing: November 2, 2026, 2 p.m. ET</p>"))
                .containsEntry("publishedAt", "2026-11-02T09:00:00-05:00");
    }

    @Test
    void the_date_of_a_journals_issue_does_not_confirm_a_tag() {
        String tags =
                TestPage.meta("citation_online_date", "2026/11/03")
                        + TestPage.meta("citation_publication_date", "2026/11/14");

        assertThat(
                        TestPage.read(
                                "https://journal.example.com/article/ward-opens",
                                "en-US",
                                "Ward opens",
                                tags,
                                "<div>Volume 408, Issue 10523 p1623-1624 November 14, 2026</div><h1>Ward opens after delay</h1><div>Published: November 03, 2026</div>"))
                .containsEntry("publishedAt", "2026-11-03");
    }
}
