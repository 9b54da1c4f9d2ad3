package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.Person;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
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
    void r5_8_submitting_without_a_choice_records_nothing() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");

        assertThat(company.recordResponse.record(token, Map.of()))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "not-yet")))
                .isInstanceOf(Outcome.NotYet.class);
        assertThat(company.responses.acknowledgedBy(id)).isEmpty();
    }

    @Test
    void r5_8_a_repeated_response_is_already_recorded_and_counts_once() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");

        assertThat(company.recordResponse.record(token, Map.of("choice", "read")))
                .isInstanceOf(Outcome.Recorded.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "read")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(company.responses.acknowledgedBy(id)).containsExactly("rep-001");
    }

    @Test
    void a_reopened_link_shows_the_earlier_response_and_its_time() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");
        company.recordResponse.record(token, Map.of("choice", "read"));
        Acknowledged said = new Acknowledged(new RepId("rep-001"), company.now());
        company.advance(Duration.ofHours(3));

        assertThat(company.recordResponse.open(token))
                .isInstanceOfSatisfying(
                        Opened.ToAcknowledge.class,
                        page -> assertThat(page.earlier()).isEqualTo(said));
        assertThat(company.recordResponse.record(token, Map.of("choice", "read")))
                .isInstanceOfSatisfying(
                        Outcome.AlreadyRecorded.class,
                        again -> assertThat(again.response()).isEqualTo(said));
        assertThat(company.recordResponse.open(company.token(Purpose.ACKNOWLEDGE, id, "rep-002")))
                .isInstanceOfSatisfying(
                        Opened.ToAcknowledge.class, page -> assertThat(page.earlier()).isNull());
    }

    private void accounts(String... idNameAndRep) {
        Row[] rows = new Row[idNameAndRep.length / 3];
        for (int i = 0; i < rows.length; i++) {
            rows[i] =
                    Company.row(
                            "id",
                            idNameAndRep[3 * i],
                            "name",
                            idNameAndRep[3 * i + 1],
                            "segment",
                            "payers",
                            "rep",
                            idNameAndRep[3 * i + 2],
                            "target",
                            "true",
                            "openDeal",
                            "true");
        }
        company.put(ListName.ACCOUNTS, rows);
    }

    private Outcome used(String chosen, String typed) {
        return company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", chosen, "accountName", typed, "how", "in-a-meeting"));
    }

    private List<FieldError> wrong(Outcome outcome) {
        assertThat(company.responses.thatCount(id)).isEmpty();
        return ((Outcome.Invalid) outcome).errors();
    }

    private List<String> usedAt() {
        return company.responses.thatCount(id).stream()
                .map(each -> String.valueOf(((Referenced) each).account()))
                .toList();
    }

    @Test
    void typing_an_accounts_name_chooses_that_account_and_not_the_preset_one() {
        accounts("a-1", "Mercy Valley", "rep-001", "a-2", "St. Mary’s Hôpital", "rep-002");

        used("a-1", "st. mary's hopital");

        assertThat(usedAt()).containsExactly("a-2");
    }

    @Test
    void an_unknown_name_is_refused_with_a_preset_account_but_accepted_as_another_one() {
        accounts("a-1", "Mercy Valley", "rep-001");

        assertThat(wrong(used("a-1", "Mercy Valey")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("accountName");
                    assertThat(error.message())
                            .contains("Mercy Valey")
                            .contains("Mercy Valley")
                            .contains("Another account");
                });
        used("other", "Mercy Valey");
        assertThat(usedAt()).containsExactly("null");
    }

    @Test
    void an_account_may_have_any_id_without_being_taken_for_another_account() {
        accounts("other", "Mercy Valley", "rep-001");

        assertThat(wrong(used(FormFields.OTHER, "")))
                .extracting(FieldError::field)
                .containsExactly("accountName");
        used("other", "");
        assertThat(usedAt()).containsExactly("other");
    }

    @Test
    void a_name_shared_by_several_accounts_means_the_reps_own_or_is_refused() {
        accounts("a-1", "Mercy", "rep-002", "a-2", "Mercy", "rep-002", "a-3", "Valley", "rep-001");

        assertThat(wrong(used("other", "Mercy")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("accountName");
                    assertThat(error.message()).contains("2 accounts");
                });

        accounts("a-1", "Mercy", "rep-002", "a-2", "Mercy", "rep-001", "a-3", "Valley", "rep-001");
        used("a-3", "Mercy");
        assertThat(usedAt()).containsExactly("a-2");
    }

    @Test
    void a_link_for_one_purpose_does_not_work_for_another() {
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
                                new AccountId("account-1"),
                                "Sample Hospital 1",
                                How.TALKED_ABOUT));
    }

    @Test
    void a_typed_name_of_a_known_account_means_that_account() {
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
                .isEqualTo(List.of(new AccountId("account-1")));
    }

    @Test
    void an_owner_can_confirm_only_a_stage_of_the_sequence() {
        String token = company.token(Purpose.SEQUENCE, id, "cfo");

        assertThat(company.recordResponse.record(token, Map.of("stage", "no-such-stage")))
                .isInstanceOf(Outcome.Invalid.class);
        company.recordResponse.record(token, Map.of("stage", "awareness"));

        assertThat(company.responses.thatCount(id))
                .containsExactly(
                        new InSequence(
                                new SequenceId("cfo"),
                                company.now(),
                                "awareness",
                                1,
                                Person.idOf("cfo-owner@sample-medtech.example")));
    }

    @Test
    void r5_12_the_link_of_a_rep_who_left_no_longer_works() {
        String token = company.token(Purpose.ACKNOWLEDGE, id, "rep-002");
        company.putReps(List.of(Company.rep("rep-001")));

        assertThat(company.recordResponse.open(token)).isEqualTo(new Opened.NotALink());
    }
}
