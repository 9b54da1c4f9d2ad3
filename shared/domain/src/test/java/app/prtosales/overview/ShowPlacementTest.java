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

/// What a placement's page shows of it.
class ShowPlacementTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void it_says_when_each_rep_who_counts_was_reached_earliest_first_and_not_who() {
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-002"), P.plus(Duration.ofHours(3)));
        company.deliver(Company.ping(id, "rep-001"), P.plus(Duration.ofHours(2)));

        assertThat(show(id).reachedAt())
                .containsExactly(P.plus(Duration.ofHours(2)), P.plus(Duration.ofHours(3)));
    }

    @Test
    void who_was_reached_after_the_deadline_is_among_the_times_as_in_the_count() {
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
    void before_anything_was_sent_nobody_was_reached() {
        company.reps(2);
        Accepted accepted = (Accepted) company.submit(Samples.submission());
        PlacementId id = accepted.placement().id();

        assertThat(show(id).reachedAt()).isEmpty();
    }

    @Test
    void it_says_whose_move_it_is() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();

        NextStep next = show(id).audit().next();

        assertThat(next).isNotNull();
        assertThat(Objects.requireNonNull(next).owner()).isEqualTo(NextStep.Owner.PR_OWNER);
    }

    @Test
    void the_history_says_what_came_of_the_24_hours_in_plain_words() {
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
