package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewestPlacementTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    private final NewestPlacement newest = new NewestPlacement(company.placements, company::now);

    @BeforeEach
    void a_rep() {
        company.reps(1);
    }

    @Test
    void r4_4_the_newest_placement_is_the_latest_one_sent_and_not_taken_back() {
        assertThat(newest.find()).isEmpty();
        PlacementId first = sent("2026-06-23T09:00", 1);
        PlacementId second = sent("2026-06-24T09:00", 2);
        imported(3);
        assertThat(newest.find()).map(Placement::id).contains(second);

        company.changePlacement.retract(second, "a false figure", Company.PR);

        assertThat(newest.find()).map(Placement::id).contains(first);
    }

    @Test
    void r4_4_the_newest_placement_is_found_however_many_were_imported_after_it() {
        PlacementId sent = sent("2026-06-24T09:00", 1);
        for (int number = 2; number < 150; number++) {
            imported(number);
        }

        assertThat(newest.find()).map(Placement::id).contains(sent);
    }

    @Test
    void r4_4_a_published_placement_comes_before_one_that_waits() {
        PlacementId waiting = sent("2026-06-26T09:00", 1);
        assertThat(newest.find()).map(Placement::id).contains(waiting);
        PlacementId sent = sent("2026-06-23T09:00", 2);
        for (int number = 3; number < 5; number++) {
            sent("2026-06-26T09:00", number);
        }

        assertThat(newest.find()).map(Placement::id).contains(sent);
    }

    @Test
    void r4_4_a_published_placement_comes_before_one_that_waits_however_many_were_imported() {
        PlacementId sent = sent("2026-06-23T09:00", 1);
        for (int number = 2; number < 30; number++) {
            imported(number);
        }
        sent("2026-06-26T09:00", 30);

        assertThat(newest.find()).map(Placement::id).contains(sent);
    }

    @Test
    void r4_4_a_placement_that_waits_is_the_newest_once_it_is_published() {
        PlacementId first = sent("2026-06-23T09:00", 1);
        PlacementId waiting = sent("2026-06-24T12:00", 2);
        assertThat(newest.find()).map(Placement::id).contains(first);

        company.goTo(company.find(waiting).publication().at());

        assertThat(newest.find()).map(Placement::id).contains(waiting);
    }

    @Test
    void r4_4_the_newest_placement_is_the_one_published_last_whenever_it_was_submitted() {
        PlacementId waiting = sent("2026-06-24T12:00", 1);
        sent("2026-06-23T09:00", 2);

        company.goTo(company.find(waiting).publication().at());

        assertThat(newest.find()).map(Placement::id).contains(waiting);
    }

    private PlacementId sent(String at, int number) {
        company.advance(Duration.ofMinutes(1));
        return company.distribute(published(at, number).build()).id();
    }

    private void imported(int number) {
        company.submit(published("2026-06-24T09:30", number).backfill(true).build());
    }

    private static SubmissionBuilder published(String at, int number) {
        return new SubmissionBuilder(Samples.submission(Samples.numbered(number))).publishedAt(at);
    }
}
