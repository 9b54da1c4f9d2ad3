package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// R5.4: which placements may be the same story.
class SimilarPlacementsTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofDays(8)));

    @Test
    void r5_4_two_pages_of_one_outlet_with_one_headline_may_be_the_same_story() {
        PlacementId first = story("The Weekly", "https://a.example/one", "2026-06-24");
        PlacementId second = story("the weekly", "https://a.example/two", "2026-06-25");

        assertThat(new SimilarPlacements(company.placements).to(company.find(second)))
                .extracting(StoryInBrief::id)
                .containsExactly(first);
    }

    @Test
    void r5_4_a_column_with_the_same_title_a_week_later_is_another_story() {
        story("The Weekly", "https://a.example/one", "2026-06-24");
        PlacementId next = story("The Weekly", "https://a.example/two", "2026-07-01");

        assertThat(new SimilarPlacements(company.placements).to(company.find(next))).isEmpty();
    }

    private PlacementId story(String outlet, String url, String day) {
        return company.distribute(
                        new SubmissionBuilder(Samples.submission())
                                .url(url)
                                .outlet(outlet)
                                .publishedAt(day)
                                .build())
                .id();
    }
}
