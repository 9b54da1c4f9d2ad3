package app.prtosales.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.NextStep;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome.Accepted;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a placement's page shows.
class ShowPlacementTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void the_page_shows_when_reps_were_reached_earliest_first_without_their_ids() {
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-002"), P.plus(Duration.ofHours(3)));
        company.deliver(Company.ping(id, "rep-001"), P.plus(Duration.ofHours(2)));

        assertThat(show(id).reachedAt())
                .containsExactly(P.plus(Duration.ofHours(2)), P.plus(Duration.ofHours(3)));
    }

    @Test
    void reps_reached_after_the_deadline_are_in_the_times_and_in_the_count() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), D.minusSeconds(1));
        company.runUntil(D);
        company.advance(Duration.ofHours(2));
        company.deliver(Company.ping(id, "rep-002"), D.plus(Duration.ofHours(2)));

        PlacementOverview shown = show(id);
        assertThat(shown.reachedAt())
                .containsExactly(D.minusSeconds(1), D.plus(Duration.ofHours(2)))
                .hasSize(shown.audit().reached().count());
    }

    @Test
    void nobody_is_reached_before_anything_is_sent() {
        company.reps(2);
        Accepted accepted = (Accepted) company.submit(Samples.submission());
        PlacementId id = accepted.placement().id();

        assertThat(show(id).reachedAt()).isEmpty();
    }

    @Test
    void the_page_shows_who_has_to_act_next() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();

        NextStep next = show(id).audit().next();

        assertThat(next).isNotNull();
        assertThat(Objects.requireNonNull(next).owner()).isEqualTo(NextStep.Owner.PR_OWNER);
    }

    @Test
    void the_history_gives_the_result_of_the_24_hours_in_plain_words() {
        company.reps(2);
        PlacementId met = company.distribute(Samples.submission()).id();
        company.deliverAll(met);
        company.runUntil(D);

        assertThat(show(met).history())
                .extracting(HistoryEntry::what)
                .contains("reached the whole team in time, 2 reps");
    }

    private PlacementOverview show(PlacementId id) {
        return company.showPlacement.show(id).orElseThrow();
    }
}
