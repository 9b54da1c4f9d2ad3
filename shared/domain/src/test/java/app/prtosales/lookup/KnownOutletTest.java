package app.prtosales.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.lookup.LookUpPage.Outcome;
import app.prtosales.lookup.Pages.Answer;
import app.prtosales.page.Evidence;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The outlet and the zone that people entered before for stories on the same host (R5.11).
class KnownOutletTest {

    private static final String EPISODE = "https://podcasts.example/us/podcast/er-leaders?i=77";
    private static final String SHOW = "JSON-LD partOfSeries";
    private static final String SITE = "og:site_name";

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void r5_11_the_show_of_an_episode_is_not_that_of_an_earlier_one_on_the_same_host() {
        submit("https://podcasts.example/1", "Ward Talk", "interview", "America/Chicago");

        PageMetadata proposed = lookUp("ER Leaders", SHOW);

        assertThat(proposed.outlet()).isEqualTo("ER Leaders");
        assertThat(proposed.zone()).isNull();
        assertThat(proposed.evidence()).containsExactly(new Evidence("outlet", SHOW, "ER Leaders"));
    }

    @Test
    void r5_11_the_channel_of_a_video_is_not_that_of_an_earlier_one() {
        submit("https://podcasts.example/1", "Ward Talk", "interview", "America/Chicago");

        assertThat(lookUp("OR Today", "the video's channel").outlet()).isEqualTo("OR Today");
    }

    @Test
    void r5_11_an_earlier_podcast_does_not_name_another_page_of_its_host() {
        submit("https://podcasts.example/1", "Ward Talk", "podcast", "America/Chicago");

        assertThat(lookUp("Podcast Host", SITE).outlet()).isEqualTo("Podcast Host");
        assertThat(lookUp(null, SITE).outlet()).isNull();
    }

    @Test
    void r5_11_a_host_of_several_outlets_names_none() {
        submit("https://podcasts.example/1", "Ward Talk", "interview", "America/Chicago");
        submit("https://podcasts.example/2", "OR Today", "interview", "America/Denver");

        PageMetadata proposed = lookUp("Video Site", SITE);

        assertThat(proposed.outlet()).isEqualTo("Video Site");
        assertThat(proposed.zone()).isNull();
    }

    @Test
    void r5_11_an_outlet_that_the_page_names_is_found_among_others_of_its_host() {
        submit("https://podcasts.example/1", "Ward Talk", "podcast", "America/Chicago");
        submit("https://podcasts.example/2", "ER Leaders", "podcast", "America/Denver");
        submit("https://podcasts.example/3", "OR Today", "podcast", "America/New_York");

        PageMetadata proposed = lookUp("ER LEADERS", SHOW);

        assertThat(proposed.outlet()).isEqualTo("ER Leaders");
        assertThat(proposed.zone()).isEqualTo("America/Denver");
    }

    @Test
    void r5_11_an_offset_of_an_earlier_story_is_not_proposed_as_the_zone() {
        submit("https://podcasts.example/1", "Ward Talk", "interview", "America/Chicago");
        submit("https://podcasts.example/2", "Ward Talk", "interview", "-05:00");

        assertThat(lookUp("Ward Talk", SITE).zone()).isEqualTo("America/Chicago");
    }

    @Test
    void r5_11_no_zone_is_proposed_if_only_an_offset_is_known() {
        submit("https://podcasts.example/1", "Ward Talk", "interview", "-05:00");

        PageMetadata proposed = lookUp("Ward Talk", SITE);

        assertThat(proposed.outlet()).isEqualTo("Ward Talk");
        assertThat(proposed.zone()).isNull();
    }

    private PageMetadata lookUp(@Nullable String outlet, String where) {
        PageMetadata page =
                new PageMetadata(
                        EPISODE,
                        null,
                        null,
                        "2026-06-24T09:00",
                        false,
                        null,
                        null,
                        outlet,
                        null,
                        null,
                        outlet == null
                                ? List.of()
                                : List.of(new Evidence("outlet", where, outlet)));
        Outcome outcome =
                new LookUpPage(company.placements, (url, html) -> new Answer.Read(page))
                        .lookUp(EPISODE, null);
        return ((Outcome.Found) outcome).metadata();
    }

    private void submit(String url, String outlet, String format, String zone) {
        SubmissionBuilder story =
                new SubmissionBuilder(Samples.submission())
                        .url(url)
                        .outlet(outlet)
                        .format(format)
                        .zone(zone);
        SubmitOutcome submitted =
                company.submit(
                        (zone.startsWith("-") ? story.publishedAt("2026-06-24T09:30-05:00") : story)
                                .build());
        assertThat(submitted).isInstanceOf(SubmitOutcome.Accepted.class);
    }
}
