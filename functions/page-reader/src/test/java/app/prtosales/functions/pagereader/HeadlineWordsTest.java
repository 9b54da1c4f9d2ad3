package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which words of a page are its headline, and how they are written (R5.11).
class HeadlineWordsTest {

    private static final String HEADLINE = "Prior auth is a design problem";

    private static Map<String, @Nullable Object> read(String title, String head, String body) {
        return TestPage.read("https://ward.example.com/prior-auth", "en", title, head, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Prior auth is a design problem <button>Share</button></h1>",
                "<h1>Prior auth is a design problem<a role='button' href='#'>Save</a></h1>",
                "<h1><span class='kicker'>Opinion</span> Prior auth is a design problem</h1>",
                "<h1><span class='article-kicker'>Opinion</span>: Prior auth is a design problem</h1>",
                "<h1><div class='eyebrow'>Case study</div><div>Prior auth is a design problem</div></h1>",
                "<h1><span class='badge badge-premium'>Premium</span>Prior auth is a design problem</h1>",
                "<h1>Prior auth is a design problem<span class='sr-only'> (opens in a new window)</span></h1>",
                "<h1>Prior auth is a design problem<sup>1</sup></h1>",
                "<h1>Prior auth is a design problem<sup><a href='#n'>*</a></sup></h1>",
                "<h1><span style='display: none'>Draft</span>Prior auth is a design problem</h1>",
                "<h1>Prior auth<br>is a <em>design</em> prob<b>lem</b></h1>"
            })
    void labels_and_buttons_inside_a_heading_are_not_part_of_the_headline(String heading) {
        assertThat(read("", "", heading)).containsEntry("headline", HEADLINE);
    }

    @Test
    void a_word_in_the_middle_of_a_headline_is_part_of_it_whatever_its_classes() {
        assertThat(read("", "", "<h1>Medtech <em class='text-share'>market share</em> grows</h1>"))
                .containsEntry("headline", "Medtech market share grows");
    }

    @ParameterizedTest
    @CsvSource({
        "A bed of 2 m<sup>2</sup>, A bed of 2 m2",
        "Ten times 10<sup>6</sup>, Ten times 106",
        "A drug named Care<sup>®</sup>, A drug named Care®",
        "On the 21<sup>st</sup>, On the 21st"
    })
    void a_superscript_that_is_not_a_footnote_mark_is_part_of_the_headline(
            String heading, String headline) {
        assertThat(read("", "", "<h1>" + heading + "</h1>")).containsEntry("headline", headline);
    }

    @Test
    void a_title_longer_than_any_headline_is_not_one() {
        assertThat(read("Prior auth ".repeat(4_000), "", "<p>No heading</p>"))
                .doesNotContainKey("headline");
    }

    @Test
    void the_sites_address_is_not_a_headline() {
        assertThat(read(HEADLINE, "", "<h1>www.ward.example.com</h1>"))
                .containsEntry("headline", HEADLINE);
    }

    @Test
    void a_long_beginning_of_a_headline_is_part_of_it_whatever_its_classes() {
        String start = "Prior auth is a design problem that nobody has solved:";

        assertThat(read("", "", "<h1><span class='kicker'>" + start + "</span> nurses try</h1>"))
                .containsEntry("headline", start + " nurses try");
    }

    @Test
    void a_headline_that_is_entirely_a_badge_is_kept() {
        assertThat(
                        read(
                                "",
                                "",
                                "<h1><span class='badge'>Prior auth is a design problem</span></h1>"))
                .containsEntry("headline", HEADLINE);
    }

    @Test
    void the_sites_name_above_the_headline_is_not_the_headline() {
        String title = HEADLINE + " - by Theo Marsh - Denials Dept.";

        assertThat(read(title, "", "<h1>Denials Dept.</h1><h1>" + HEADLINE + "</h1>"))
                .containsEntry("headline", HEADLINE);
        assertThat(
                        read(
                                title,
                                TestPage.meta("og:title", HEADLINE),
                                "<h1>Denials Dept.</h1><h2>" + HEADLINE + "</h2>"))
                .containsEntry("headline", HEADLINE);
    }

    @Test
    void a_lower_heading_that_is_another_title_does_not_replace_the_headline() {
        assertThat(
                        read(
                                HEADLINE + " | Ward News",
                                TestPage.meta("og:title", "Why insurers ask twice"),
                                "<h1>" + HEADLINE + "</h1><h2>Why insurers ask twice</h2>"))
                .containsEntry("headline", HEADLINE);
    }

    @Test
    void html_entities_in_json_ld_and_in_tags_are_read_as_characters() {
        assertThat(
                        read(
                                "",
                                TestPage.meta("og:site_name", "Ward &amp;amp; Theatre")
                                        + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Beds &amp; budgets: what&#8217;s next\",\"author\":{\"@type\":\"Person\",\"name\":\"Zo&euml; O&#039;Hara\"}}</script>",
                                "<p>No heading</p>"))
                .containsEntry("headline", "Beds & budgets: what’s next")
                .containsEntry("outlet", "Ward & Theatre")
                .containsEntry("author", "Zoë O'Hara");
    }
}
