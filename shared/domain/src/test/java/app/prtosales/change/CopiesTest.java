package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.D;
import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.ImportPlacements;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Status;
import app.prtosales.placement.TakenBack;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R5.4: one story, one ping. A copy elsewhere belongs to the original, which keeps its clock.
class CopiesTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    private static final String COPY = "https://www.syndicated.example/story?utm_source=x";

    @Test
    void r5_4_a_copy_is_attached_and_the_clock_stays_with_the_original() {
        PlacementId id = scenario.delivered();
        Publication clock = company.find(id).publication();

        Placement with = changed(attach(id, COPY));
        company.work();

        assertThat(with.publication()).isEqualTo(clock);
        assertThat(with.changes().copies())
                .extracting(copy -> copy.url().value())
                .containsExactly("https://www.syndicated.example/story");
        assertThat(company.mailbox.mails).hasSize(3);
        assertUnchanged(attach(id, "https://syndicated.example/story"));
    }

    @Test
    void r5_4_the_copys_address_is_then_refused_with_a_link_to_the_original() {
        PlacementId id = scenario.delivered();
        changed(attach(id, COPY));

        assertThat(company.submit(at(COPY))).isEqualTo(new SubmitOutcome.Known(id));
    }

    @Test
    void r5_4_a_copy_submitted_separately_is_merged_into_the_original() {
        PlacementId id = scenario.delivered();
        PlacementId second = submittedAtCopy();

        changed(attach(id, COPY));
        company.work();
        company.runUntil(D);

        assertThat(company.find(second).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(company.find(second).changes().takenBack())
                .extracting(TakenBack::copyOf)
                .isEqualTo(id);
        assertThat(company.find(id).changes().copies().getFirst().placement()).isEqualTo(second);
        assertThat(company.mailbox.mails).hasSize(3);
        assertThat(company.submit(at(COPY), Person.withEmail("other@a.example"), null))
                .isEqualTo(new SubmitOutcome.Known(id));
    }

    @Test
    void a_retraction_of_a_merged_copy_is_refused_with_the_original() {
        PlacementId id = scenario.delivered();
        PlacementId second = submittedAtCopy();
        changed(attach(id, COPY));

        assertThat(change.retract(second, "a false figure", Company.PR))
                .isEqualTo(new ChangeOutcome.Conflict("It’s now a copy of another story.", id));
    }

    @Test
    void r5_4_a_use_of_the_copy_is_recorded_for_the_original() {
        PlacementId id = scenario.delivered();
        PlacementId second = submittedAtCopy();
        changed(attach(id, COPY));

        company.recordResponse.record(
                company.token(Purpose.REFERENCE, second, "rep-001"),
                Map.of("account", "account-1", "how", "talked-about"));

        assertThat(company.responses.thatCount(id)).hasSize(1);
        assertThat(company.responses.thatCount(second)).isEmpty();
    }

    @Test
    void r4_8_an_imported_use_of_the_copy_is_recorded_for_the_original() {
        PlacementId id =
                ((SubmitOutcome.Accepted)
                                company.submit(
                                        new SubmissionBuilder(Samples.submission())
                                                .backfill(true)
                                                .build()))
                        .placement()
                        .id();
        PlacementId second = submittedAtCopy();
        changed(attach(id, COPY));

        company.importPlacements.run(
                List.of(
                        new ImportPlacements.Row(
                                "line 2", at(COPY), null, null, "Mercy", "talked-about")),
                Company.PR,
                new ImportPlacements.Options(false, false));

        assertThat(company.responses.recorded(company.find(second))).isEmpty();
        assertThat(company.responses.recorded(company.find(id))).hasSize(1);
    }

    @Test
    void a_request_that_an_earlier_version_left_between_its_two_writes_is_finished() {
        PlacementId id = scenario.delivered();
        PlacementId second = submittedAtCopy();
        Placement folded =
                company.find(second)
                        .withdrawn(new TakenBack(company.now(), Company.PR.id(), "syndicated", id));
        company.placements.replace(folded, List.of());

        changed(attach(id, COPY));

        assertThat(company.find(id).changes().copies()).hasSize(1);
    }

    @Test
    void r5_4_another_link_of_a_merged_story_is_attached_too() {
        PlacementId id = scenario.delivered();
        PlacementId second = submittedAtCopy();
        String corrected = "https://www.syndicated.example/moved";
        changed(
                change.correct(
                        second,
                        new CorrectionRequest(Map.of("url", corrected), null, null, "moved"),
                        Company.PR));
        changed(attach(id, corrected));

        changed(attach(id, COPY));

        assertThat(company.find(id).changes().copies())
                .extracting(Copy::placement)
                .containsExactly(second, second);
    }

    @Test
    void every_bad_field_of_a_copy_is_reported() {
        PlacementId id = scenario.delivered();

        assertThat(errors(change.attachCopy(id, "mailto:x", null, "", Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("url", "outlet", "reason");
    }

    @Test
    void nothing_can_be_attached_to_a_placement_taken_back() {
        PlacementId id = scenario.delivered();
        changed(change.retract(id, "false", Company.PR));

        assertThat(conflict(attach(id, COPY))).contains("retracted");
    }

    @Test
    void a_copy_without_a_link_is_refused_with_a_request_for_it() {
        PlacementId id = scenario.delivered();

        for (String nothing : new String[] {null, " ", "\u200b"}) {
            assertThat(errors(change.attachCopy(id, nothing, "Syndicated", "the same", Company.PR)))
                    .containsExactly(new FieldError("url", "Enter the link"));
        }
    }

    @Test
    void r5_4_a_second_copy_is_attached_next_to_the_first() {
        PlacementId id = scenario.delivered();
        changed(attach(id, COPY));

        changed(attach(id, "https://elsewhere.example/story"));

        assertThat(company.find(id).changes().copies()).hasSize(2);
    }

    @Test
    void r5_4_a_merged_copy_is_attached_once() {
        PlacementId id = scenario.delivered();
        submittedAtCopy();
        changed(attach(id, COPY));

        assertUnchanged(attach(id, COPY));

        assertThat(company.find(id).changes().copies()).hasSize(1);
    }

    @Test
    void a_retracted_story_cannot_be_merged_into_another() {
        PlacementId id = scenario.delivered();
        PlacementId second = submittedAtCopy();
        company.work();
        changed(change.retract(second, "false", Company.PR));

        assertThat(attach(id, COPY))
                .isEqualTo(
                        new ChangeOutcome.Conflict(
                                "This link belongs to a story that was retracted.", second));
        assertThat(company.find(id).changes().copies()).isEmpty();
    }

    @Test
    void a_story_with_copies_cannot_be_merged_into_another() {
        PlacementId id = scenario.delivered();
        PlacementId second = submittedAtCopy();
        changed(attach(second, "https://elsewhere.example/story"));

        assertThat(attach(id, COPY))
                .isEqualTo(
                        new ChangeOutcome.Conflict(
                                "This link belongs to a story that has copies of its own.",
                                second));
        assertThat(company.find(second).status()).isNotEqualTo(Status.WITHDRAWN);
    }

    @Test
    void r5_10_a_person_who_merges_two_stories_is_remembered_with_their_address() {
        PlacementId id = scenario.delivered();
        submittedAtCopy();
        Person newcomer = Person.withEmail("newcomer@sample-medtech.example");

        changed(change.attachCopy(id, COPY, "Syndicated", "the same story", newcomer));

        assertThat(company.people.find(newcomer.id())).contains(newcomer);
    }

    @Test
    void a_merge_says_whether_its_event_was_accepted() {
        PlacementId id = scenario.delivered();
        submittedAtCopy();
        company.work();

        assertThat(attach(id, COPY))
                .extracting(outcome -> ((ChangeOutcome.Changed) outcome).announced())
                .isEqualTo(true);
    }

    @Test
    void a_merge_whose_event_is_lost_says_so() {
        PlacementId id = scenario.delivered();
        submittedAtCopy();
        company.work();
        company.busDown(true);

        assertThat(attach(id, COPY))
                .extracting(outcome -> ((ChangeOutcome.Changed) outcome).announced())
                .isEqualTo(false);
    }

    private PlacementId submittedAtCopy() {
        company.advance(Duration.ofSeconds(1));
        return ((SubmitOutcome.Accepted) company.submit(at(COPY))).placement().id();
    }

    private ChangeOutcome attach(PlacementId id, String url) {
        return change.attachCopy(id, url, "Syndicated", "the same story", Company.PR);
    }

    private static Submission at(String url) {
        return new SubmissionBuilder(Samples.submission()).url(url).outlet("Syndicated").build();
    }
}
