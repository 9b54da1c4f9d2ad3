package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Referenced;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A rep comes back to a page, or leaves something out (R5.8).
class AnsweredBeforeTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(1);
        company.openDeal();
        id = company.distribute(Samples.green()).id();
    }

    @Test
    void r5_8_a_page_knows_what_was_recorded_as_long_as_it_stands() {
        record(Purpose.REFERENCE, Map.of("account", "account-1", "how", "talked-about"));
        record(Purpose.KIT, Map.of("account", "account-1", "champion", "Sample Champion"));
        company.advance(Duration.ofDays(60));

        assertThat(standing(Purpose.REFERENCE)).hasOnlyElementsOfType(Referenced.class).hasSize(1);
        assertThat(standing(Purpose.KIT)).hasOnlyElementsOfType(Response.KitSent.class).hasSize(1);
    }

    @Test
    void another_account_without_a_name_is_an_error_of_the_name() {
        assertThat(record(Purpose.REFERENCE, Map.of("account", "~other", "how", "talked-about")))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        refused ->
                                assertThat(refused.errors())
                                        .containsExactly(
                                                new FieldError(
                                                        "accountName",
                                                        "Enter the account’s name")));
    }

    @Test
    void r5_8_not_yet_after_yes_is_already_recorded() {
        record(Purpose.ACKNOWLEDGE, Map.of("choice", "read"));

        assertThat(record(Purpose.ACKNOWLEDGE, Map.of("choice", "not-yet")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    private Outcome record(Purpose purpose, Map<String, String> form) {
        return company.recordResponse.record(company.token(purpose, id, "rep-001"), form);
    }

    private List<Response> standing(Purpose purpose) {
        return switch (company.recordResponse.open(company.token(purpose, id, "rep-001"))) {
            case Opened.ToReference page -> page.standing();
            case Opened.ToSendKit page -> page.standing();
            default -> List.of();
        };
    }
}
