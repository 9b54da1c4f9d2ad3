package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementFilter.State;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacementFilterTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void a_withdrawn_placement_is_no_longer_pending() {
        company.submit(
                new SubmissionBuilder(Samples.submission())
                        .publishedAt("2026-06-25T09:00")
                        .build());
        PlacementId id = company.placements.newest(1, null).placements().getFirst().id();
        assertThat(isIn(State.PENDING, id)).isTrue();

        company.changePlacement.withdraw(id, "It comes later.", Company.PR);

        assertThat(isIn(State.PENDING, id)).isFalse();
        assertThat(isIn(State.WITHDRAWN, id)).isTrue();
        assertThat(isIn(State.VOID, id)).isTrue();
    }

    @Test
    void a_pasted_link_finds_its_story_in_any_spelling() {
        company.submit(
                new SubmissionBuilder(Samples.green())
                        .url("https://www.healthcarecurated.com/Robots-in-2026?id=7")
                        .build());

        assertThat(finds("https://healthcarecurated.com/Robots-in-2026/?utm_source=x&id=7"))
                .isTrue();
        assertThat(finds("robots HTTP://WWW.HEALTHCARECURATED.COM/")).isTrue();
        assertThat(finds("https://healthcarecurated.com/pumps")).isFalse();
    }

    @Test
    void a_format_is_found_by_its_name() {
        company.submit(new SubmissionBuilder(Samples.green()).format("podcast").build());

        assertThat(finds("podcast")).isTrue();
        assertThat(finds("byline")).isFalse();
    }

    private boolean finds(String search) {
        Placement newest = company.placements.newest(1, null).placements().getFirst();
        return PlacementFilter.of(search, null, null, null).fits(newest, company.now());
    }

    private boolean isIn(State state, PlacementId id) {
        return PlacementFilter.of("", state, null, null).fits(company.find(id), company.now());
    }
}
