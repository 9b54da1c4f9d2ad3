package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Pages that contradict their own tags, dates that belong to something else, and the cost of
/// hostile pages (R5.11).
class PageRulesTest {

    private static final String ADDRESS = "https://news.example.com/health/care-coordination-pays";
    private static final String HEADLINE = "<h1>Care coordination pays</h1>";

    private Map<String, @Nullable Object> read(String head, String body) {
        return TestPage.read(ADDRESS, "en-US", "Care coordination pays", head, body);
    }

    private static final String CLAIM = meta("article:published_time", "2026-06-24T09:00:00-04:00");

    @Test
    void the_word_published_anywhere_in_the_story_contradicts_a_claim() {
        assertThat(
                        read(
                                CLAIM,
                                HEADLINE
                                        + "<p>%s</p><p>Published March 2, 2026</p>"
                                                .formatted("Words. ".repeat(200))))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void originally_published_counts_in_sidebars_too() {
        assertThat(
                        read(
                                CLAIM,
                                HEADLINE
                                        + "<footer>This story was originally published on March 2, 2026</footer>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void an_update_near_the_headline_that_no_tag_mentions_contradicts_a_claim() {
        String updated = HEADLINE + "<p>Updated August 14, 2026</p>";

        assertThat(read(CLAIM, updated)).doesNotContainKey("publishedAt");
        assertThat(read(CLAIM + meta("article:modified_time", "2026-08-14T10:00:00Z"), updated))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }

    @Test
    void a_claim_equal_to_the_last_change_yields_to_any_date_near_the_headline() {
        String same = CLAIM + meta("article:modified_time", "2026-06-24T09:00:00-04:00");

        assertThat(read(same, HEADLINE + "<p>March 2, 2026</p>")).doesNotContainKey("publishedAt");
        assertThat(read(same, HEADLINE)).containsKey("publishedAt");
    }

    @Test
    void a_page_that_shows_only_its_last_change_as_its_date_is_not_believed() {
        assertThat(
                        read(
                                CLAIM + meta("article:modified_time", "2026-08-14T10:00:00Z"),
                                HEADLINE + "<p>August 14, 2026</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_plain_date_tag_with_the_last_change_is_not_a_claim() {
        assertThat(
                        read(
                                CLAIM
                                        + meta("sailthru.date", "2026-08-14T10:00:00Z")
                                        + meta("article:modified_time", "2026-08-14T10:00:00Z"),
                                HEADLINE))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }

    @Test
    void of_conflicting_marked_dates_none_is_believed() {
        assertThat(
                        read(
                                "",
                                "<div itemscope><span itemprop=datePublished content=2026-06-24></span>"
                                        + "<span itemprop=datePublished content=2026-06-20></span></div>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void the_date_of_an_embedded_video_or_a_comment_is_not_the_storys_date() {
        for (String type : List.of("VideoObject", "Comment")) {
            assertThat(
                            read(
                                    "",
                                    HEADLINE
                                            + "<div itemscope itemtype='https://schema.org/%s'><meta itemprop=datePublished content=2026-06-24></div>"
                                                    .formatted(type)))
                    .as(type)
                    .doesNotContainKey("publishedAt");
        }
    }

    @Test
    void a_date_in_a_sentence_or_of_something_else_is_not_taken() {
        for (String words :
                List.of(
                        "Since June 24, 2026",
                        "Deadline: June 24, 2026",
                        "Conference June 24, 2026",
                        "The hospitals agreed on the common plan for all of their wards on June 24, 2026 and began a month later.")) {
            assertThat(read("", HEADLINE + "<p>" + words + "</p>"))
                    .as(words)
                    .doesNotContainKey("publishedAt");
        }
    }

    @Test
    void a_caption_and_todays_date_in_a_pages_header_are_not_taken() {
        assertThat(
                        read(
                                "",
                                "<nav>November 28, 2026</nav>"
                                        + HEADLINE
                                        + "<figure><figcaption>June 24, 2026</figcaption></figure>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void print_planning_may_put_an_earlier_day_into_the_url() {
        assertThat(
                        TestPage.READER.read(
                                "<html><head>%s</head><body>%s</body></html>"
                                        .formatted(CLAIM, HEADLINE),
                                "https://news.example.com/2026/06/23/care"))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }

    @Test
    void an_evening_in_new_york_is_the_next_day_in_utc_and_not_a_contradiction() {
        assertThat(
                        read(
                                meta("article:published_time", "2026-06-25T01:30:00Z"),
                                HEADLINE + "<p class=date>June 24, 2026</p>"))
                .containsEntry("publishedAt", "2026-06-25T01:30:00Z");
    }

    @Test
    void a_scheduled_story_changed_before_its_publication_is_believed() {
        assertThat(
                        read(
                                CLAIM + meta("article:modified_time", "2026-06-20T09:00:00-04:00"),
                                HEADLINE))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }

    @Test
    void whatever_contains_the_headline_is_the_story_despite_its_classes() {
        assertThat(
                        read(
                                "",
                                "<div class='main-with-sidebar sidebar'>%s<p class=date>June 24, 2026</p></div>"
                                        .formatted(HEADLINE)))
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void wordpress_marks_an_unchanged_story_as_both_published_and_updated() {
        assertThat(
                        read(
                                "",
                                HEADLINE
                                        + "<time class='entry-date published updated' datetime='2026-06-24T09:00:00-04:00'>June 24, 2026</time>"))
                .containsEntry("publishedAt", "2026-06-24T09:00:00-04:00");
    }

    @Test
    void scripts_styles_drawings_and_comments_are_skipped_but_data_is_read() {
        Map<String, @Nullable Object> page =
                read(
                        "<style>h1{}</style><script>var s='<h1>No</h1>'</script><!-- <h1>Old</h1> -->"
                                + "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"<style> <!-- \",\"datePublished\":\"2026-06-24\"}</script>",
                        "<svg><text>2020-01-01</text></svg>" + HEADLINE);

        assertThat(page)
                .containsEntry("headline", "Care coordination pays")
                .containsEntry("publishedAt", "2026-06-24");
    }

    @Test
    void a_part_without_an_end_is_kept() {
        assertThat(read("", HEADLINE + "<!-- <script>")).containsKey("headline");
    }

    @Test
    void hostile_pages_are_answered_in_bounded_time() throws IOException {
        TestPage.READER.read(HEADLINE, ADDRESS);
        List<String> pieces = hostilePieces();
        assertThat(pieces).hasSizeGreaterThan(20).doesNotContain("");
        for (String piece : pieces) {
            String page = HEADLINE + piece.repeat(PageReader.MAXIMUM_BYTES / piece.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(SECONDS),
                    () -> assertThat(TestPage.READER.read(page, ADDRESS)).as(piece).isNotNull(),
                    piece);
        }
    }

    /// One a line.
    private static List<String> hostilePieces() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        PageRulesTest.class.getResourceAsStream("/hostile-pieces.txt"))) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        }
    }

    /// One second on an idle machine; more here, because builds share theirs.
    private static final int SECONDS = 30;
}
