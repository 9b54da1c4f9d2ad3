package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Stop;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubmitPlacementTest {

    private static final Person COLLEAGUE = Person.withEmail("pr-2@sample-medtech.example");

    private static final Submission ELSEWHERE =
            new SubmissionBuilder(Samples.submission())
                    .url("https://www.syndicated.example/story")
                    .outlet("Elsewhere")
                    .build();

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void i4_a_repeated_request_by_the_same_person_is_the_same_placement() {
        SubmitOutcome first = company.submit(Samples.submission());
        SubmitOutcome again = company.submit(Samples.submission());

        assertThat(again).isInstanceOf(SubmitOutcome.Again.class);
        assertThat(((SubmitOutcome.Again) again).placement().id())
                .isEqualTo(((SubmitOutcome.Accepted) first).placement().id());
    }

    @Test
    void i4_the_same_key_with_another_placement_is_refused() {
        company.submit(Samples.submission(), Company.PR, "key-1");

        assertThat(company.submit(Samples.submission(), Company.PR, "key-1"))
                .isInstanceOf(SubmitOutcome.Again.class);
        assertThat(company.submit(Samples.submission(Samples.leanTaas()), Company.PR, "key-1"))
                .isInstanceOf(SubmitOutcome.KeyReused.class);
    }

    @Test
    void i4_a_repeated_key_names_the_placement_it_created_though_the_story_was_submitted_again() {
        PlacementId first = accepted(company.submit(Samples.submission(), Company.PR, "key-1"));
        withdraw(first);
        PlacementId again = accepted(company.submit(Samples.submission(), COLLEAGUE, null));

        assertThat(repeated(company.submit(Samples.submission(), Company.PR, "key-1")))
                .isEqualTo(first);
        assertThat(company.find(again).submittedBy()).containsExactly(COLLEAGUE.id());
    }

    @Test
    void i4_a_repeated_key_of_a_withdrawn_placement_does_not_submit_the_story_again() {
        PlacementId first = accepted(company.submit(Samples.submission(), Company.PR, "key-1"));
        withdraw(first);

        assertThat(repeated(company.submit(Samples.submission(), Company.PR, "key-1")))
                .isEqualTo(first);
        assertThat(company.placements.find(first.next())).isEmpty();
    }

    @Test
    void i4_a_repeated_key_names_the_copy_it_created() {
        PlacementId id = accepted(company.submit(Samples.submission()));
        PlacementId copy = accepted(company.submit(ELSEWHERE, COLLEAGUE, "key-1"));
        attach(id);

        assertThat(repeated(company.submit(ELSEWHERE, COLLEAGUE, "key-1"))).isEqualTo(copy);
    }

    @Test
    void r5_4_a_merged_copy_submitted_again_by_the_same_person_leads_to_the_original() {
        PlacementId id = accepted(company.submit(Samples.submission()));
        accepted(company.submit(ELSEWHERE, COLLEAGUE, null));
        attach(id);

        assertThat(repeated(company.submit(ELSEWHERE, COLLEAGUE, null))).isEqualTo(id);
        assertThat(company.find(id).submittedBy()).containsExactly(Company.PR.id(), COLLEAGUE.id());
    }

    @Test
    void r5_4_the_same_story_from_two_people_is_one_placement_and_both_are_named() {
        company.submit(Samples.submission());

        SubmitOutcome second = company.submit(Samples.submission(), COLLEAGUE, null);
        company.submit(Samples.submission(), COLLEAGUE, null);

        PlacementId id = ((SubmitOutcome.Known) second).existing();
        Placement placement = company.find(id);
        assertThat(placement.submittedBy()).containsExactly(Company.PR.id(), COLLEAGUE.id());
        assertThat(company.history.of(id.value()))
                .extracting(HistoryEntry::what)
                .containsExactly("accepted", "submitted as well");
    }

    @Test
    void r1_13_a_merged_copy_of_a_withdrawn_story_can_be_submitted_again() {
        PlacementId id = accepted(company.submit(Samples.submission()));
        PlacementId copy = accepted(company.submit(ELSEWHERE));
        attach(id);
        withdraw(id);

        PlacementId again = accepted(company.submit(ELSEWHERE));

        assertThat(again).isNotIn(id, copy);
        assertThat(company.find(again).status()).isEqualTo(Status.SCHEDULED);
        assertThat(company.submit(ELSEWHERE, COLLEAGUE, null))
                .isEqualTo(new SubmitOutcome.Known(again));
    }

    @Test
    void r5_4_a_withdrawn_story_that_was_submitted_again_by_its_copy_is_known_by_its_own_link() {
        PlacementId id = accepted(company.submit(Samples.submission()));
        attach(id);
        withdraw(id);
        PlacementId again = accepted(company.submit(ELSEWHERE));

        assertThat(company.submit(Samples.submission(), COLLEAGUE, null))
                .isEqualTo(new SubmitOutcome.Known(again));
        assertThat(company.find(again).submittedBy()).contains(COLLEAGUE.id());
    }

    @Test
    void r1_13_a_story_withdrawn_twice_can_be_submitted_a_third_time() {
        PlacementId first = accepted(company.submit(Samples.submission()));
        withdraw(first);
        PlacementId second = accepted(company.submit(Samples.submission()));
        withdraw(second);

        PlacementId third = accepted(company.submit(Samples.submission()));

        assertThat(third).isNotIn(first, second);
        assertThat(company.submit(Samples.submission(), COLLEAGUE, null))
                .isEqualTo(new SubmitOutcome.Known(third));
    }

    private void attach(PlacementId id) {
        company.changePlacement.attachCopy(
                id, ELSEWHERE.url(), "Elsewhere", "the same story", Company.PR);
    }

    private void withdraw(PlacementId id) {
        company.changePlacement.withdraw(id, "too early", Company.PR);
    }

    private static PlacementId repeated(SubmitOutcome outcome) {
        return ((SubmitOutcome.Again) outcome).placement().id();
    }

    private static PlacementId accepted(SubmitOutcome outcome) {
        return ((SubmitOutcome.Accepted) outcome).placement().id();
    }

    @Test
    void r5_10_history_contains_a_persons_id_and_not_the_address() {
        company.submit(Samples.submission());
        PlacementId id = company.placements.due(company.now(), 1).getFirst();

        assertThat(company.history.of(id.value()).toString()).doesNotContain("@");
        assertThat(company.people.find(Company.PR.id())).contains(Company.PR);
    }

    @Test
    void the_answer_says_that_sending_is_stopped_except_for_a_backfill() {
        company.sendings.begin(
                new Stop(1, company.now(), "11 of 220 emails bounced", null, null, null));

        SubmitOutcome sent = company.submit(Samples.submission());
        SubmitOutcome past =
                company.submit(
                        new SubmissionBuilder(Samples.submission(Samples.leanTaas()))
                                .backfill(true)
                                .build());

        assertThat(((SubmitOutcome.Accepted) sent).warnings())
                .contains(
                        new FieldError(
                                "sending",
                                "Emails to reps are stopped: 11 of 220 emails bounced. Nothing goes out until"
                                        + " sales ops resumes them, and the 24 hours keep running"));
        assertThat(((SubmitOutcome.Accepted) past).warnings())
                .extracting(FieldError::field)
                .doesNotContain("sending");
    }

    @Test
    void r4_8_a_backfill_is_kept_and_never_sent() {
        company.reps(2);
        Submission backfill =
                new SubmissionBuilder(Samples.submission())
                        .publishedAt("2026-01-15")
                        .backfill(true)
                        .build();
        Placement placement = company.distribute(backfill);

        assertThat(placement.status()).isEqualTo(Status.JUDGED);
        assertThat(company.reached(placement.id()).verdict()).isEqualTo(Verdict.VOID);
        assertThat(company.mailbox.mails).isEmpty();
        assertThat(placement.dueAt()).isEmpty();
    }
}
