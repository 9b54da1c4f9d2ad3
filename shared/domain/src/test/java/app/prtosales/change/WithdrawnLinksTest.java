package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R1.13, R5.4: a withdrawn story does not keep its links. A correction or a copy can take one, as
/// a submission can.
class WithdrawnLinksTest {

    private static final String RIGHT = "https://healthcarecurated.com/waystar-recovers-billions";
    private static final String WRONG = "https://healthcarecurated.com/waystar-recovers-millions";
    private static final String COPY = "https://www.beckershospitalreview.com/waystar-recovers";
    private static final String ELSEWHERE = "https://medcitynews.com/waystar-earnings";
    private static final Person COLLEAGUE = Person.withEmail("pr-2@sample-medtech.example");

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void a_correction_can_take_the_link_of_a_withdrawn_story() {
        withdraw(submitted(RIGHT));
        PlacementId id = submitted(WRONG);

        changed(correct(id, RIGHT));

        assertKnown(RIGHT, id);
    }

    @Test
    void a_copy_can_take_the_link_of_a_withdrawn_story() {
        PlacementId withdrawn = submitted(COPY);
        withdraw(withdrawn);
        PlacementId id = submitted(RIGHT);

        changed(attach(id, COPY));

        assertKnown(COPY, id);
        assertThat(company.find(id).changes().copies().getFirst().placement()).isNull();
        assertThat(company.find(withdrawn).changes().copyOf()).isEmpty();
    }

    @Test
    void the_other_links_of_a_withdrawn_story_lead_to_the_one_that_took_its_link() {
        PlacementId withdrawn = submitted(RIGHT);
        changed(attach(withdrawn, COPY));
        withdraw(withdrawn);
        PlacementId id = submitted(WRONG);

        changed(correct(id, COPY));

        assertKnown(RIGHT, id);
    }

    @Test
    void a_link_taken_by_a_story_that_is_withdrawn_too_can_be_submitted_again() {
        withdraw(submitted(RIGHT));
        PlacementId id = submitted(WRONG);
        changed(correct(id, RIGHT));
        withdraw(id);

        PlacementId again = submitted(RIGHT);

        assertThat(again).isEqualTo(id.next());
        assertKnown(RIGHT, again);
    }

    @Test
    void a_copy_does_not_merge_the_story_at_a_former_link() {
        PlacementId withdrawn = correctedAndWithdrawn();
        PlacementId other = submitted(WRONG);
        PlacementId id = submitted(COPY);

        changed(attach(id, RIGHT));

        assertThat(other).isEqualTo(withdrawn.next());
        assertThat(company.find(other).status()).isEqualTo(Status.SCHEDULED);
        assertKnown(WRONG, other);
        assertKnown(RIGHT, id);
    }

    @Test
    void a_copy_does_not_merge_a_story_that_took_a_former_link() {
        correctedAndWithdrawn();
        PlacementId other = submitted(ELSEWHERE);
        changed(correct(other, WRONG));
        PlacementId id = submitted(COPY);

        changed(attach(id, RIGHT));

        assertThat(company.find(other).status()).isEqualTo(Status.SCHEDULED);
        assertKnown(RIGHT, id);
    }

    @Test
    void a_story_can_be_submitted_again_after_another_took_its_former_link() {
        PlacementId withdrawn = correctedAndWithdrawn();
        PlacementId other = submitted(ELSEWHERE);
        changed(attach(other, WRONG));

        assertThat(submitted(RIGHT)).isEqualTo(withdrawn.next());
        assertKnown(WRONG, other);
    }

    @Test
    void a_story_can_be_submitted_again_after_another_was_submitted_at_its_former_link() {
        correctedAndWithdrawn();
        PlacementId other = submitted(WRONG);

        PlacementId again = submitted(RIGHT);

        assertThat(again).isEqualTo(other.next());
        assertKnown(RIGHT, again);
        assertKnown(WRONG, other);
    }

    @Test
    void a_former_link_does_not_lead_to_the_story_that_was_submitted_again() {
        correctedAndWithdrawn();
        PlacementId again = submitted(RIGHT);

        PlacementId other = submitted(WRONG);

        assertKnown(RIGHT, again);
        assertKnown(WRONG, other);
    }

    @Test
    void a_link_does_not_lead_to_a_story_that_was_corrected_to_another_link() {
        PlacementId other = submittedAgainByItsCopy();
        changed(correct(other, ELSEWHERE));

        PlacementId again = submitted(RIGHT);

        assertThat(again).isNotEqualTo(other);
        assertKnown(COPY, other);
    }

    @Test
    void a_link_of_a_merged_copy_can_be_taken_once_the_original_is_withdrawn() {
        PlacementId original = submitted(RIGHT);
        submitted(COPY);
        changed(attach(original, COPY));
        withdraw(original);
        PlacementId id = submitted(WRONG);

        changed(attach(id, COPY));

        assertKnown(COPY, id);
        assertKnown(RIGHT, id);
    }

    @Test
    void a_story_that_was_submitted_again_by_another_link_can_have_its_first_link_back() {
        PlacementId again = submittedAgainByItsCopy();

        changed(correct(again, RIGHT));

        assertKnown(RIGHT, again);
    }

    @Test
    void a_story_that_was_submitted_again_by_another_link_can_have_its_first_link_as_a_copy() {
        PlacementId again = submittedAgainByItsCopy();

        changed(attach(again, RIGHT));

        assertThat(company.find(again).changes().copies()).hasSize(1);
        assertKnown(RIGHT, again);
    }

    @Test
    void a_link_of_a_story_that_was_submitted_again_is_refused_with_the_later_placement() {
        PlacementId again = submittedAgainByItsCopy();
        PlacementId id = submitted(WRONG);

        assertThat(correct(id, RIGHT))
                .isEqualTo(
                        new ChangeOutcome.Conflict(
                                "This link already belongs to another story.", again));
    }

    @Test
    void a_copy_with_a_link_of_a_story_submitted_again_merges_the_later_placement() {
        PlacementId again = submittedAgainByItsCopy();
        PlacementId id = submitted(WRONG);

        changed(attach(id, RIGHT));

        assertThat(company.find(again).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(company.find(again).changes().copyOf()).contains(id);
        assertKnown(RIGHT, id);
        assertKnown(COPY, id);
    }

    @Test
    void a_correction_can_take_the_link_of_its_own_merged_copy() {
        PlacementId id = submitted(WRONG);
        submitted(RIGHT);
        changed(attach(id, RIGHT));

        changed(correct(id, RIGHT));

        assertKnown(RIGHT, id);
    }

    @Test
    void a_retracted_story_keeps_its_links() {
        PlacementId retracted = submitted(RIGHT);
        company.work();
        changed(change.retract(retracted, "The study was withdrawn.", Company.PR));
        PlacementId id = submitted(WRONG);

        assertThat(conflict(correct(id, RIGHT))).contains("belongs to another story");
        assertThat(conflict(attach(id, RIGHT))).contains("retracted");
    }

    /// A withdrawn story at [#RIGHT] that was submitted again at the link of its copy.
    private PlacementId submittedAgainByItsCopy() {
        PlacementId withdrawn = submitted(RIGHT);
        changed(attach(withdrawn, COPY));
        withdraw(withdrawn);
        return submitted(COPY);
    }

    /// A story at [#RIGHT] that had been submitted at [#WRONG].
    private PlacementId correctedAndWithdrawn() {
        PlacementId id = submitted(WRONG);
        changed(correct(id, RIGHT));
        withdraw(id);
        return id;
    }

    private void assertKnown(String url, PlacementId id) {
        assertThat(company.submit(at(url), COLLEAGUE, null)).isEqualTo(new SubmitOutcome.Known(id));
    }

    private PlacementId submitted(String url) {
        return ((SubmitOutcome.Accepted) company.submit(at(url))).placement().id();
    }

    private void withdraw(PlacementId id) {
        changed(change.withdraw(id, "wrong link", Company.PR));
    }

    private ChangeOutcome correct(PlacementId id, String url) {
        return change.correct(
                id,
                new CorrectionRequest(Map.of("url", url), null, null, "the link was wrong"),
                Company.PR);
    }

    private ChangeOutcome attach(PlacementId id, String url) {
        return change.attachCopy(id, url, "Becker’s", "the same story", Company.PR);
    }

    private static Submission at(String url) {
        return new SubmissionBuilder(Samples.submission()).url(url).build();
    }
}
