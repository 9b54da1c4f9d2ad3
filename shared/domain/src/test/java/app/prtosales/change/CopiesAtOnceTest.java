package app.prtosales.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// R5.4: several people attach copies to each other's stories at the same moment. No story may be
/// lost: each one stays, or belongs to one that stays.
class CopiesAtOnceTest {

    private final Meanwhile meanwhile = new Meanwhile();
    private final ChangeScenario scenario = new ChangeScenario(meanwhile);
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    private final PlacementId journal = submitted("https://journal.example/story");
    private final PlacementId wire = submitted("https://wire.example/story");
    private final PlacementId portal = submitted("https://portal.example/story");

    @Test
    void r5_4_of_two_stories_attached_to_each_other_one_becomes_the_copy() throws Exception {
        List<ChangeOutcome> outcomes =
                atOnce(List.of(() -> attach(journal, wire), () -> attach(wire, journal)));

        assertThat(outcomes).filteredOn(ChangeOutcome.Changed.class::isInstance).hasSize(1);
        Placement original = original(journal);
        assertThat(original.status().isOver()).isFalse();
        assertThat(original(wire)).isEqualTo(original);
        assertThat(original.changes().copies()).hasSize(1);
    }

    @Test
    void r5_4_the_slower_one_learns_which_story_it_belongs_to_and_changes_nothing()
            throws Exception {
        List<ChangeOutcome> outcomes =
                atOnce(List.of(() -> attach(journal, wire), () -> attach(wire, journal)));

        PlacementId original = original(journal).id();
        PlacementId copy = original.equals(journal) ? wire : journal;
        assertThat(outcomes)
                .contains(
                        new ChangeOutcome.Conflict("It’s now a copy of another story.", original));
        assertThat(scenario.history(original)).containsOnlyOnce("accepted").hasSize(2);
        assertThat(scenario.history(copy)).containsExactly("accepted", "is a copy of " + original);
    }

    @Test
    void r5_4_in_a_chain_of_two_no_story_belongs_to_a_copy() throws Exception {
        List<ChangeOutcome> outcomes =
                atOnce(List.of(() -> attach(journal, wire), () -> attach(wire, portal)));

        assertThat(outcomes).filteredOn(ChangeOutcome.Changed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChangeOutcome.Conflict.class::isInstance).hasSize(1);
        for (PlacementId each : List.of(journal, wire, portal)) {
            assertThat(original(each).status().isOver()).isFalse();
        }
    }

    @Test
    void r5_4_in_a_ring_of_three_no_story_belongs_to_a_copy() throws Exception {
        atOnce(
                List.of(
                        () -> attach(journal, wire),
                        () -> attach(wire, portal),
                        () -> attach(portal, journal)));

        for (PlacementId each : List.of(journal, wire, portal)) {
            assertThat(original(each).status().isOver()).isFalse();
        }
    }

    @Test
    void r5_4_of_two_who_want_the_same_copy_one_gets_it() throws Exception {
        List<ChangeOutcome> outcomes =
                atOnce(List.of(() -> attach(journal, portal), () -> attach(wire, portal)));

        assertThat(outcomes).filteredOn(ChangeOutcome.Changed.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .contains(
                        new ChangeOutcome.Conflict(
                                "This link already belongs to another story, as a copy.",
                                original(portal).id()));
    }

    private PlacementId submitted(String url) {
        company.advance(Duration.ofSeconds(1));
        Submission submission =
                new SubmissionBuilder(Samples.submission()).url(url).outlet("Outlet").build();
        return ((SubmitOutcome.Accepted) company.submit(submission)).placement().id();
    }

    private ChangeOutcome attach(PlacementId id, PlacementId copy) {
        String url = Objects.requireNonNull(company.find(copy).story().url()).value();
        return change.attachCopy(id, url, "Outlet", "the same story", Company.PR);
    }

    private Placement original(PlacementId id) {
        return company.find(company.placements.firstOf(id));
    }

    /// All decide before the first of them writes.
    private List<ChangeOutcome> atOnce(List<Callable<ChangeOutcome>> people)
            throws InterruptedException, ExecutionException {
        meanwhile.together(people.size());
        List<ChangeOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            for (Future<ChangeOutcome> each : threads.invokeAll(people)) {
                outcomes.add(each.get());
            }
        }
        return outcomes;
    }
}
