package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An author who is named only in the page's markup (R5.11).
class BylinesTest {

    private static final String HEADLINE = "<h1>Float pools, fixed</h1>";

    private static Map<String, @Nullable Object> read(String language, String head, String body) {
        return TestPage.read(
                "https://nurseleader.example.com/float-pools",
                language,
                "Float pools, fixed | Nurse Leader",
                TestPage.meta("og:site_name", "Nurse Leader") + head,
                body);
    }

    private static Map<String, @Nullable Object> below(String byline) {
        return read("en", "", HEADLINE + byline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>By <a rel='author' href='/jane'>Jane Roe</a> | June 24, 2026</p>",
                "<p>By <span itemprop='author'>Jane Roe</span></p>",
                "<div itemprop='author' itemscope itemtype='https://schema.org/Person'>By <span itemprop='name'>Jane Roe</span>, <i>Editor</i></div>",
                "<span itemprop='author' itemscope><meta itemprop='name' content='Jane Roe'></span>",
                "<p class='byline'>By Jane Roe</p>",
                "<p class='byline'>By: Jane Roe</p>",
                "<p class='byline'>By Jane Roe, Nurse Leader</p>",
                "<p class='byline'>By Jane Roe Jun 24, 2026</p>",
                "<p class='wp-block-post-author__name'>Jane Roe</p>",
                "<div class='author-name'>Jane Roe <button>Follow</button></div>",
                "<p>by <span class='author vcard'><a class='url fn n'>Jane Roe</a></span></p>"
            })
    void a_name_marked_as_the_author_is_the_author(String byline) {
        assertThat(below(byline)).containsEntry("author", "Jane Roe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body class='single inline-comments'>%s</body>",
                "<body><main class='has-related'>%s</main></body>",
                "<body><article class='hentry category-company-events tag-latest'>%s</article></body>"
            })
    void classes_of_the_whole_page_or_of_categories_do_not_make_it_another_story(String around) {
        Map<String, @Nullable Object> said =
                TestPage.READER.read(
                        around.formatted(
                                HEADLINE
                                        + "<p>By <a rel='author'>Jane Roe</a></p><span itemprop='datePublished' content='2026-06-24T09:00:00Z'></span>"),
                        "https://nurseleader.example.com/float-pools");

        assertThat(said)
                .containsEntry("author", "Jane Roe")
                .containsEntry("publishedAt", "2026-06-24T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>By <a rel='author'>admin</a></p>",
                "<p>By <a rel='author'>Nurse Leader</a></p>",
                "<p class='byline'>By Associated Press</p>",
                "<div class='author'>About the Author</div>",
                "<div class='author-link'>View All Posts</div>",
                "<p>Medically reviewed by <span class='author-name'>Ann Lee, MD</span></p>",
                "<p>Photo: <span class='author'>Jo Kay</span></p>",
                "<p class='byline'>By Jane Roe, Senior Fellow</p>",
                "<div class='related'><p class='byline'>By Bo Lund</p></div>",
                "<span itemprop='author' itemscope itemtype='https://schema.org/Organization'><span itemprop='name'>Acme Care</span></span>"
            })
    void a_link_a_team_another_role_or_another_storys_author_is_not_the_author(String byline) {
        assertThat(below(byline)).doesNotContainKey("author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last Updated June 24, 2026",
                "Published On",
                "Originally Published",
                "Date Posted",
                "Posted In Care Delivery",
                "Case Study",
                "Open Access",
                "Patient Safety",
                "New York",
                "Boston Scientific",
                "Kaiser Permanente",
                "Bloomberg Law",
                "Facebook Instagram",
                "Subscribe Now",
                "Share This Story",
                "Chief Nursing Officer"
            })
    void words_in_title_case_without_by_before_them_are_not_an_author(String words) {
        assertThat(below("<p class='byline'>" + words + "</p>")).doesNotContainKey("author");
        assertThat(below("<p class='author'>" + words + "</p>")).doesNotContainKey("author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guest Columnist",
                "Last Updated",
                "Share This Story",
                "Chief Nursing Officer",
                "Case Study",
                "Open Access"
            })
    void other_words_marked_as_a_name_are_not_an_author(String words) {
        assertThat(below("<p>By <a rel='author'>" + words + "</a></p>"))
                .doesNotContainKey("author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Video by <a rel='author'>Bo Lund</a></p>",
                "<p>Interviewed by <b class='author-name'>Bo Lund</b></p>",
                "<p>as told to <b class='author'>Bo Lund</b></p>",
                "<p>Guest: <b class='author-name'>Bo Lund</b> / Host: <b class='author-name'>Jane Roe</b></p>",
                "<p class='byline'>Video by <b>Bo Lund</b></p>"
            })
    void a_person_who_filmed_asked_or_answered_is_not_the_author(String byline) {
        assertThat(below(byline)).doesNotContainKey("author");
    }

    @Test
    void a_byline_above_the_headline_counts_only_in_the_same_part_of_the_page() {
        String byline = "<p>By <a rel='author'>Bo Lund</a></p>";

        assertThat(read("en", "", "<div>" + byline + "</div>" + HEADLINE))
                .doesNotContainKey("author");
        assertThat(
                        read(
                                "en",
                                "",
                                "<main><article><h2>Beds</h2>%s</article>%s</main>"
                                        .formatted(byline, HEADLINE)))
                .doesNotContainKey("author");
        assertThat(read("en", "", "<article>" + byline + HEADLINE + "</article>"))
                .containsEntry("author", "Bo Lund");
        assertThat(read("en", "", "<article><header>" + byline + HEADLINE + "</header></article>"))
                .containsEntry("author", "Bo Lund");
    }

    @Test
    void a_name_far_below_the_headline_is_not_the_storys_author() {
        assertThat(
                        below(
                                "<p>"
                                        + "Nurses asked for it. ".repeat(40)
                                        + "</p><b class='author'>Bo Lund</b>"))
                .doesNotContainKey("author");
    }

    @Test
    void two_authors_of_one_story_are_both_named() {
        assertThat(
                        below(
                                "<p>By <a rel='author'>Jane Roe, RN</a> and <a rel='author'>Bo Lund</a></p>"))
                .containsEntry("author", "Jane Roe, RN, Bo Lund");
        assertThat(below("<p class='byline'>By Jane Roe and Bo Lund</p>"))
                .containsEntry("author", "Jane Roe, Bo Lund");
    }

    @Test
    void five_marked_names_are_a_list_of_people_and_not_authors() {
        assertThat(
                        below(
                                "<a class='author'>Jane Roe</a> <a class='author'>Bo Lund</a> <a class='author'>Ivy Tan</a> <a class='author'>Sam Lee</a> <a class='author'>Ann Roth</a>"))
                .doesNotContainKey("author");
    }

    @ParameterizedTest
    @CsvSource({
        "de, Von Jana Roth, Jana Roth",
        "de, Veröffentlicht von Jana Roth, Jana Roth",
        "fr, Par Claire Dubois, Claire Dubois",
        "es, Por María de la Cruz, María de la Cruz"
    })
    void a_byline_may_be_in_another_language(String language, String byline, String name) {
        assertThat(read(language, "", HEADLINE + "<p class='autor'>" + byline + "</p>"))
                .containsEntry("author", name);
    }

    @Test
    void a_name_in_json_ld_takes_precedence_over_the_byline() {
        assertThat(
                        read(
                                "en",
                                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"Ivy Tan\"}</script>",
                                HEADLINE + "<p class='byline'>By Jane Roe</p>"))
                .containsEntry("author", "Ivy Tan");
    }

    @Test
    void a_byline_that_repeats_the_marked_names_inside_it_adds_no_author() {
        assertThat(
                        below(
                                "<div class='byline'>Story: <span class='author'>By <a rel='author'>Jane Roe</a></span>, <a rel='author'>Bo Lund</a></div>"))
                .containsEntry("author", "Jane Roe, Bo Lund");
    }

    @Test
    void a_name_that_is_the_start_of_another_is_the_same_author() {
        assertThat(
                        below(
                                "<div class='byline'>By <a rel='author'>Bo Lund</a> and <a rel='author'>Jane S. Roe</a></div><p class='author-name'>Jane S.</p>"))
                .containsEntry("author", "Bo Lund, Jane S. Roe");
    }
}
