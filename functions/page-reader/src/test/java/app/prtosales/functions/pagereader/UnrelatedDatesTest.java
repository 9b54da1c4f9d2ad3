package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Dates on a page that are not the story's own: of studies, other stories and events (R5.11).
class UnrelatedDatesTest {

    private static final String STORY =
            "<p>Four hospitals in the Midwest cut discharge delays by a third after they changed how beds are assigned.</p>"
                    + "<p>“We stopped guessing,” said the chief nursing officer of the largest of them. The change took weeks and no new staff.</p>"
                    + "<p>The hospitals used a dashboard that shows every bed and who is to leave it, on a screen in each ward and on phones.</p>"
                    + "<p>Patients noticed within days of the start, and so did the people who clean the rooms before the next patient arrives.</p>";
    private static final String OWN_DATE = "<p class=date>Nov. 10, 2026</p>";
    private static final String TAG =
            "<meta property='article:published_time' content='2026-11-10T09:00:00-05:00'>";

    private Map<String, @Nullable Object> read(String language, String head, String body) {
        return TestPage.read(
                "https://news.example.com/health/ward-opens-after-delay",
                language,
                "Ward opens",
                head,
                "<h1>Ward opens after delay</h1>" + body);
    }

    @Test
    void the_publication_date_of_a_study_is_not_the_storys_date() {
        for (String sentence :
                List.of(
                        "The study was published Nov. 3, 2026, in The Bedside Lancet.",
                        "The report, released November 3, 2026, counted 400 beds.",
                        "Photo posted on November 3, 2026 by the hospital on Facebook.",
                        "1. Rao A, et al. Sensor beds. NEJM Beds. Published online November 3, 2023.")) {
            assertThat(read("en-US", "", STORY + "<p>" + sentence + "</p>"))
                    .as(sentence)
                    .doesNotContainKey("publishedAt");
        }
        assertThat(read("de", "", STORY + "<p>Die Studie ist erschienen am 3. November 2026.</p>"))
                .doesNotContainKey("publishedAt");
        assertThat(read("fr", "", STORY + "<p>L’étude, publiée le 3 novembre 2026, compte.</p>"))
                .doesNotContainKey("publishedAt");
    }

    @Test
    void a_studys_date_neither_replaces_the_storys_nor_contradicts_its_tag() {
        String study = "<p>The study was published Nov. 3, 2026, in The Bedside Lancet.</p>";

        assertThat(read("en-US", "", OWN_DATE + STORY + study))
                .containsEntry("publishedAt", "2026-11-10");
        assertThat(read("en-US", TAG, STORY + study))
                .containsEntry("publishedAt", "2026-11-10T09:00:00-05:00");
    }

    @Test
    void a_label_at_the_end_of_a_story_labels_the_storys_date() {
        for (String label :
                List.of(
                        "Published November 3, 2026",
                        "Ann Poe | Published: November 3, 2026",
                        "This article was published on November 3, 2026.",
                        "<span>Ann Poe</span> <span>Posted on November 3, 2026</span>")) {
            assertThat(read("en-US", "", STORY + "<p>" + label + "</p>"))
                    .as(label)
                    .containsEntry("publishedAt", "2026-11-03");
        }
    }

    @Test
    void a_short_sentence_below_the_headline_is_not_a_label() {
        Map<String, List<String>> sentences =
                Map.of(
                        "en-US",
                        List.of(
                                "March 3, 2026 was a busy day at the hospital.",
                                "On March 3, 2026, the hospital opened a new ward.",
                                "<strong>On March 3, 2026,</strong> the hospital opened a ward.",
                                "As of March 3, 2026, the hospital had 400 beds.",
                                "The hospital opened a ward on March 3, 2026",
                                "Register by March 3, 2026",
                                "Save the date: March 3, 2026"),
                        "de",
                        List.of("Am 3. März 2026 eröffnete die Klinik eine neue Station."),
                        "fr",
                        List.of("Le 3 mars 2026, l’hôpital a ouvert un service."),
                        "es",
                        List.of("El 3 de marzo de 2026 el hospital abrió una sala."),
                        "ja",
                        List.of("2026年3月3日、病院は新しい病棟を開設した。"));
        sentences.forEach((language, each) ->
                each.forEach(sentence ->
                        assertThat(read(language, "", "<p>" + sentence + "</p>"))
                                .as(sentence)
                                .doesNotContainKey("publishedAt")));
    }

    @Test
    void a_byline_with_a_date_is_not_a_sentence() {
        for (String line :
                List.of(
                        "By Ann Poe on March 3, 2026",
                        "March 3, 2026 | 5 min read",
                        "Ann Poe, health editor, March 3, 2026",
                        "On March 3, 2026")) {
            assertThat(read("en-US", "", "<p>" + line + "</p>" + STORY))
                    .as(line)
                    .containsEntry("publishedAt", "2026-03-03");
        }
    }

    @Test
    void the_date_of_another_storys_card_below_is_not_the_storys_date() {
        for (String card :
                List.of(
                        "<ul class=wp-block-post-template><li class='wp-block-post post-9'><h2><a href='/o'>Nurses vote</a></h2><div class=wp-block-post-date><time datetime='2026-11-20T10:00:00Z'>November 20, 2026</time></div></li></ul>",
                        "<div class=w-dyn-item><a href='/o'>Nurses vote</a><div class=published-date>November 20, 2026</div></div>",
                        "<div class=nextpost><span>Next</span><a href='/o'>Nurses vote</a> <span class=post-date>November 20, 2026</span></div>")) {
            assertThat(read("en-US", "", STORY + card)).as(card).doesNotContainKey("publishedAt");
            assertThat(read("en-US", "", OWN_DATE + STORY + card))
                    .as(card)
                    .containsEntry("publishedAt", "2026-11-10");
            assertThat(read("en-US", TAG, STORY + card))
                    .as(card)
                    .containsEntry("publishedAt", "2026-11-10T09:00:00-05:00");
        }
    }

    @Test
    void a_label_below_the_linked_heading_of_another_story_does_not_label_the_storys_date() {
        String card =
                "<section><h2>Keep reading</h2><div><h3><a href='/o'>Nurses vote</a></h3><span>Published Nov. 20, 2026</span></div></section>";

        assertThat(read("en-US", "", STORY + card)).doesNotContainKey("publishedAt");
        assertThat(read("en-US", "", OWN_DATE + STORY + card))
                .containsEntry("publishedAt", "2026-11-10");
        assertThat(read("en-US", TAG, STORY + card))
                .containsEntry("publishedAt", "2026-11-10T09:00:00-05:00");
    }

    @Test
    void a_label_below_the_storys_own_link_labels_the_storys_date() {
        assertThat(
                        read(
                                "en-US",
                                "",
                                STORY
                                        + "<h3><a href='/self'>Ward opens after delay</a></h3><p>Published Nov. 10, 2026</p>"))
                .containsEntry("publishedAt", "2026-11-10");
    }

    @Test
    void a_day_marked_beside_the_headline_counts_more_than_a_label_far_below() {
        assertThat(
                        read(
                                "en-US",
                                "",
                                OWN_DATE
                                        + STORY
                                        + "<dl><dt>Publication date</dt><dd>January 5, 2024</dd></dl>"))
                .containsEntry("publishedAt", "2026-11-10");
    }

    @Test
    void a_date_marked_as_an_events_is_not_the_storys_date() {
        for (String event :
                List.of(
                        "<p class=event-date>October 8, 2026, 2:00 PM ET</p>",
                        "<p class=webinar-date>Webinar · October 8, 2026 · 2:00 PM ET</p>",
                        "<div class=tribe-events-schedule><time datetime='2026-10-08'>October 8, 2026</time></div>")) {
            assertThat(read("en-US", "", event + STORY)).as(event).doesNotContainKey("publishedAt");
        }
        assertThat(read("en-US", "", "<p class=prevents-wrap>October 8, 2026</p>" + STORY))
                .containsEntry("publishedAt", "2026-10-08");
    }
}
