package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementFilter.State;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionLike;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacementFilterTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void a_withdrawn_placement_is_no_longer_pending() {
        company.submit(
                new SubmissionLike(Samples.submission()).publishedAt("2026-06-25T09:00").build());
        PlacementId id = company.placements.newest(1, null).placements().getFirst().id();
        assertThat(isIn(State.PENDING, id)).isTrue();

        company.changePlacement.withdraw(id, "It comes later.", Company.PR);

        assertThat(isIn(State.PENDING, id)).isFalse();
        assertThat(isIn(State.WITHDRAWN, id)).isTrue();
    }

    private boolean isIn(State state, PlacementId id) {
        return PlacementFilter.of("", state, null, null).fits(company.find(id), company.now());
    }
}
