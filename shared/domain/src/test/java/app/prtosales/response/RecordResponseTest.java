package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordResponseTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(2);
        id = company.distribute(Samples.submission()).id();
    }

    @Test
    void r5_8_opening_a_link_records_nothing() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");
        for (int i = 0; i < 3; i++) {
            assertThat(company.recordResponse.open(token)).isInstanceOf(Opened.ToAcknowledge.class);
        }

        assertThat(company.responses.acknowledgedBy(id)).isEmpty();
    }

    @Test
    void r5_8_a_button_pressed_without_the_choice_records_nothing() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");

        assertThat(company.recordResponse.record(token, Map.of()))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "not-yet")))
                .isInstanceOf(Outcome.NotYet.class);
        assertThat(company.responses.acknowledgedBy(id)).isEmpty();
    }

    @Test
    void r5_8_the_second_time_it_is_already_recorded_and_counts_once() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");

        assertThat(company.recordResponse.record(token, Map.of("choice", "read")))
                .isInstanceOf(Outcome.Recorded.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "read")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(company.responses.acknowledgedBy(id)).containsExactly("rep-001");
    }

    @Test
    void a_link_for_one_purpose_does_not_serve_another() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");
        company.recordResponse.record(token, Map.of("account", "account-1", "how", "talked-about"));

        assertThat(company.responses.thatCount(id)).isEmpty();
    }

    @Test
    void a_reference_names_an_account_and_how_it_was_used() {
        String token = company.token(Purpose.REFERENCE, id, "rep-001");

        assertThat(company.recordResponse.record(token, Map.of()))
                .isInstanceOf(Outcome.Invalid.class);
        company.recordResponse.record(token, Map.of("account", "account-1", "how", "talked-about"));

        assertThat(company.responses.thatCount(id))
                .containsExactly(
                        new Referenced(
                                "rep-001",
                                company.now(),
                                "account-1",
                                "Sample Hospital 1",
                                How.TALKED_ABOUT));
    }

    @Test
    void a_typed_account_that_the_directory_knows_is_that_account() {
        String token = company.token(Purpose.REFERENCE, id, "rep-002");
        Map<String, String> form =
                Map.of(
                        "account",
                        "other",
                        "accountName",
                        "sample hospital 1",
                        "how",
                        "in-a-meeting");
        company.recordResponse.record(token, form);

        assertThat(company.responses.thatCount(id))
                .extracting(response -> ((Referenced) response).account())
                .isEqualTo(List.of("account-1"));
    }

    @Test
    void an_owner_confirms_a_stage_that_the_sequence_has() {
        String token = company.token(Purpose.SEQUENCE, id, "cfo");

        assertThat(company.recordResponse.record(token, Map.of("stage", "no-such-stage")))
                .isInstanceOf(Outcome.Invalid.class);
        company.recordResponse.record(token, Map.of("stage", "awareness"));

        assertThat(company.responses.thatCount(id))
                .containsExactly(
                        new InSequence(
                                "cfo",
                                company.now(),
                                "awareness",
                                1,
                                Person.idOf("cfo-owner@sample-medtech.example")));
    }

    @Test
    void r5_12_the_link_of_a_rep_who_left_is_no_link_any_more() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-002");
        company.putReps(List.of(Company.rep("rep-001")));

        assertThat(company.recordResponse.open(token)).isEqualTo(new Opened.NotALink());
    }
}
