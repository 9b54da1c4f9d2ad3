package app.prtosales.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementFilter;
import app.prtosales.placement.PlacementFilter.State;
import app.prtosales.placement.Placements.Page;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindPlacementsTest {

    private static final int MANY = 900;

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private final FindPlacements find = new FindPlacements(company.placements, company::now);

    @BeforeAll
    void many() {
        for (int i = 0; i < MANY; i++) {
            company.advance(Duration.ofMillis(1));
            company.submit(
                    new SubmissionBuilder(Samples.submission())
                            .url("https://many.example/" + i)
                            .topic(i % 300 == 0 ? "robots" : "pumps")
                            .format(i % 300 == 0 ? "podcast" : "byline")
                            .forwardability(i % 2 == 0 ? "green" : "amber")
                            .build());
        }
    }

    @Test
    void rare_matches_are_all_found_page_by_page_without_repeats() {
        PlacementFilter filter = PlacementFilter.of("ROBOTS many.example", null, null, null);

        assertThat(all(filter, 50)).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void a_page_is_never_longer_than_requested_and_nothing_is_left_out() {
        PlacementFilter green = PlacementFilter.of("", null, Forwardability.GREEN, null);

        assertThat(all(green, 20)).hasSize(MANY / 2).doesNotHaveDuplicates();
    }

    @Test
    void a_placement_must_match_every_part_of_the_filter() {
        assertThat(all(PlacementFilter.of("", State.PENDING, null, Format.PODCAST), 200))
                .hasSize(3);
        assertThat(all(PlacementFilter.of("robots", State.MET, null, null), 200)).isEmpty();
        assertThat(all(PlacementFilter.of("robots pumps", null, null, null), 200)).isEmpty();
    }

    @Test
    void without_a_filter_all_placements_are_found() {
        assertThat(find.find(PlacementFilter.of(" ", null, null, null), 50, null))
                .isEqualTo(company.placements.newest(50, null));
    }

    private List<Placement> all(PlacementFilter filter, int limit) {
        List<Placement> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page page = find.find(filter, limit, cursor);
            assertThat(page.placements()).hasSizeLessThanOrEqualTo(limit);
            found.addAll(page.placements());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }
}
