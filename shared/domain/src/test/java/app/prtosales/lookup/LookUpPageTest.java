package app.prtosales.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.lookup.LookUpPage.Outcome;
import app.prtosales.lookup.Pages.Answer;
import app.prtosales.page.Evidence;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Looking up a pasted link (R5.11).
class LookUpPageTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private static final String STORY = "https://journal.example/2026/story";

    private final Company company = new Company(NOW);
    private final List<String> asked = new ArrayList<>();
    private Answer answer = new Answer.Read(says(STORY).build());

    @Test
    void r5_11_the_pages_values_are_proposed_with_their_sources() {
        answer =
                new Answer.Read(
                        says(STORY)
                                .published("2026-06-24T09:00-04:00")
                                .zone("America/New_York")
                                .outlet("The Journal")
                                .evidence(
                                        "publishedAt",
                                        "article:published_time",
                                        "2026-06-24T09:00:00-04:00")
                                .build());

        PageMetadata proposed = found(lookUp(STORY + "?utm_source=mail")).metadata();

        assertThat(proposed.url()).isEqualTo(STORY);
        assertThat(proposed.publishedAt()).isEqualTo("2026-06-24T09:00-04:00");
        assertThat(proposed.zone()).isEqualTo("America/New_York");
        assertThat(proposed.outlet()).isEqualTo("The Journal");
        assertThat(proposed.evidence())
                .containsExactly(
                        new Evidence(
                                "publishedAt",
                                "article:published_time",
                                "2026-06-24T09:00:00-04:00"));
        assertThat(asked).containsExactly(STORY);
        assertThat(company.placements.newest(10, null).placements()).isEmpty();
    }

    @Test
    void r5_11_values_the_page_does_not_state_stay_empty() {
        PageMetadata proposed = found(lookUp(STORY)).metadata();

        assertThat(proposed).isEqualTo(PageMetadata.nothing(STORY));
    }

    @Test
    void a_known_story_is_answered_without_fetching_its_page() {
        PlacementId known = submit(STORY, "The Journal", "America/Chicago");

        Outcome.Found found =
                found(lookUp("http://www.journal.example/2026/story/?utm_source=mail#top"));

        assertThat(found.existing()).map(StoryInBrief::id).contains(known);
        assertThat(asked).isEmpty();
    }

    @Test
    void r1_13_a_withdrawn_story_is_looked_up_like_a_new_one() {
        PlacementId withdrawn = submit(STORY, "The Journal", "America/Chicago");
        company.changePlacement.withdraw(withdrawn, "too early", Company.PR);

        Outcome.Found found = found(lookUp(STORY));

        assertThat(found.existing()).isEmpty();
        assertThat(asked).isNotEmpty();
    }

    @Test
    void a_known_story_is_found_by_its_pages_canonical_url() {
        PlacementId known = submit(STORY, "The Journal", "America/Chicago");
        answer =
                new Answer.Read(
                        says("https://journal.example/amp/2026/story").canonical(STORY).build());

        assertThat(found(lookUp("https://journal.example/amp/2026/story")).existing())
                .map(StoryInBrief::id)
                .contains(known);
    }

    @Test
    void a_known_story_is_found_behind_a_short_link() {
        PlacementId known = submit(STORY, "The Journal", "America/Chicago");

        Outcome.Found found = found(lookUp("https://short.example/x1"));

        assertThat(found.existing()).map(StoryInBrief::id).contains(known);
        assertThat(found.metadata().url()).isEqualTo("https://short.example/x1");
        assertThat(found.metadata().canonicalUrl()).isEqualTo(STORY);
        assertThat(found.metadata().evidence())
                .contains(new Evidence("canonicalUrl", "where the link led", STORY));
    }

    @Test
    void a_copy_names_its_original() {
        PlacementId original = submit(STORY, "The Journal", "America/Chicago");
        answer = new Answer.Read(says("https://wire.example/copy").copyOf(STORY).build());

        Outcome.Found found = found(lookUp("https://wire.example/copy"));

        assertThat(found.existing()).isEmpty();
        assertThat(found.metadata().copyOf()).isEqualTo(STORY);
        assertThat(found.original()).map(StoryInBrief::id).contains(original);
    }

    @Test
    void an_outlets_earlier_name_and_zone_are_proposed() {
        submit("https://journal.example/2026/earlier", "Journal of Care", "America/Chicago");
        answer =
                new Answer.Read(
                        says(STORY)
                                .published("2026-06-24")
                                .zone("America/New_York")
                                .outlet("journal.example - news")
                                .evidence("outlet", "og:site_name", "journal.example - news")
                                .build());

        PageMetadata proposed = found(lookUp(STORY)).metadata();

        assertThat(proposed.outlet()).isEqualTo("Journal of Care");
        assertThat(proposed.zone()).isEqualTo("America/Chicago");
        assertThat(proposed.evidence())
                .containsExactly(
                        new Evidence(
                                "outlet", "an earlier story of this outlet", "Journal of Care"),
                        new Evidence("zone", "an earlier story of this outlet", "America/Chicago"));
    }

    @Test
    void an_earlier_zone_that_contradicts_the_page_is_not_proposed() {
        submit("https://journal.example/2026/earlier", "Journal of Care", "America/Chicago");
        answer =
                new Answer.Read(
                        says(STORY)
                                .published("2026-06-24T09:00-04:00")
                                .zone("America/New_York")
                                .build());

        assertThat(found(lookUp(STORY)).metadata().zone()).isEqualTo("America/New_York");
    }

    @Test
    void an_invalid_zone_and_invalid_addresses_are_left_out() {
        answer =
                new Answer.Read(
                        says(STORY)
                                .zone("Nowhere/City")
                                .canonical("javascript:alert(1)")
                                .copyOf("https://user@wire.example/")
                                .evidence("zone", "the outlet's country", "Nowhere/City")
                                .build());

        assertThat(found(lookUp(STORY)).metadata()).isEqualTo(PageMetadata.nothing(STORY));
    }

    @Test
    void an_invalid_address_is_refused_at_its_field_and_no_page_is_fetched() {
        assertThat(lookUp("javascript:alert(1)"))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> {
                            assertThat(invalid.errors()).hasSize(1);
                            assertThat(invalid.errors().getFirst().field()).isEqualTo("url");
                        });
        assertThat(asked).isEmpty();
    }

    @Test
    void a_page_that_cannot_be_read_is_answered_with_the_reason() {
        answer = new Answer.NotRead(PageRefusal.TURNED_AWAY, 403);

        assertThat(lookUp(STORY)).isEqualTo(new Outcome.NotRead(PageRefusal.TURNED_AWAY, 403));
    }

    private Outcome lookUp(String url) {
        return new LookUpPage(company.placements, this::read).lookUp(url, null);
    }

    private Answer read(String url, @Nullable String html) {
        asked.add(url);
        return answer;
    }

    private static Outcome.Found found(Outcome outcome) {
        return (Outcome.Found) outcome;
    }

    private PlacementId submit(String url, String outlet, String zone) {
        SubmitOutcome submitted =
                company.submit(
                        new SubmissionBuilder(Samples.submission())
                                .url(url)
                                .outlet(outlet)
                                .zone(zone)
                                .build());
        return ((SubmitOutcome.Accepted) submitted).placement().id();
    }

    private static PageBuilder says(String url) {
        return new PageBuilder(url);
    }

    /// Builds a page's statements about itself.
    private static final class PageBuilder {
        private final String url;
        private final List<Evidence> evidence = new ArrayList<>();
        private Optional<String> canonical = Optional.empty();
        private Optional<String> copyOf = Optional.empty();
        private Optional<String> published = Optional.empty();
        private Optional<String> zone = Optional.empty();
        private Optional<String> outlet = Optional.empty();

        PageBuilder(String url) {
            this.url = url;
        }

        PageBuilder canonical(String value) {
            canonical = Optional.of(value);
            return this;
        }

        PageBuilder copyOf(String value) {
            copyOf = Optional.of(value);
            return this;
        }

        PageBuilder published(String value) {
            published = Optional.of(value);
            return this;
        }

        PageBuilder zone(String value) {
            zone = Optional.of(value);
            return this;
        }

        PageBuilder outlet(String value) {
            outlet = Optional.of(value);
            return this;
        }

        PageBuilder evidence(String field, String where, String value) {
            evidence.add(new Evidence(field, where, value));
            return this;
        }

        PageMetadata build() {
            return new PageMetadata(
                    url,
                    canonical.orElse(null),
                    copyOf.orElse(null),
                    published.orElse(null),
                    false,
                    zone.orElse(null),
                    null,
                    outlet.orElse(null),
                    null,
                    null,
                    evidence);
        }
    }
}
