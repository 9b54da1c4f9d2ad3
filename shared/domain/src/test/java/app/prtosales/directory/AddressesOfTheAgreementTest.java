package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever the agreement names gets emails, so each of its addresses is checked before it is
/// stored.
class AddressesOfTheAgreementTest {

    private static final Options NOW = new Options(false, true);

    private final Company company = new Company(Samples.WEDNESDAY);

    @ParameterizedTest
    @ValueSource(strings = {"prOwner", "ops", "salesLeader"})
    void a_field_for_one_address_accepts_only_an_email_address(String column) {
        assertThat(put(agreement().with(column, "jane@"), company.replaceList))
                .isEqualTo(
                        refused(
                                column,
                                "Enter one email address, such as ada@sample-medtech.example"));
    }

    @ParameterizedTest
    @CsvSource({"leadership, leadership", "ruleOwners, ruleOwners[1]"})
    void r5_2_a_bad_address_among_several_is_named(String column, String field) {
        Row row =
                agreement()
                        .with(
                                column,
                                "cfo@sample-medtech.example; jane@ ;pr@sample-medtech.example");

        assertThat(put(row, company.replaceList))
                .isEqualTo(
                        refused(
                                field,
                                "Replace “jane@”. Enter one email address, such as ada@sample-medtech.example"));
        assertThat(company.replaceList.read(ListName.AGREEMENT)).containsExactly(agreement());
    }

    @Test
    void each_bad_address_among_several_is_reported() {
        assertThat(
                        put(
                                agreement()
                                        .with("ruleOwners", "jane@;joe;pr@sample-medtech.example"),
                                company.replaceList))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly(
                                                "items[0].ruleOwners[0]",
                                                "items[0].ruleOwners[1]"));
    }

    @Test
    void r5_2_a_rule_without_an_owner_before_one_with_an_owner_is_refused() {
        assertThat(
                        put(
                                agreement().with("ruleOwners", ";pr@sample-medtech.example"),
                                company.replaceList))
                .isEqualTo(
                        refused(
                                "ruleOwners[0]",
                                "Enter an address here, because a later one is filled in"));
        assertThat(
                        put(
                                agreement().with("ruleOwners", "pr@sample-medtech.example;;"),
                                company.replaceList))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void the_owner_of_a_rule_is_at_an_allowed_domain() {
        ReplaceList limited =
                company.listsLimitedTo(RecipientDomains.read("sample-medtech.example"));

        assertThat(put(agreement().with("ruleOwners", "pr@gmail.example"), limited))
                .isEqualTo(
                        refused(
                                "ruleOwners[0]",
                                "Replace “pr@gmail.example”. Use an address at sample-medtech.example. Other domains aren’t allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.@sample-medtech.example",
                ".jane@sample-medtech.example",
                "jane..doe@sample-medtech.example",
                "jane@sample-medtech..example",
                "jane@sample-medtech",
                "Jane Doe <jane@sample-medtech.example>"
            })
    void an_address_that_no_email_can_be_sent_to_is_refused(String address) {
        assertThat(put(agreement().with("ops", address), company.replaceList))
                .isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void an_agreement_stored_with_a_bad_address_is_read_and_can_be_fixed() {
        Row stored = agreement().with("ruleOwners", "pr@sample-medtech.example;jane@");
        company.store.replace(
                ListName.AGREEMENT,
                company.replaceList.current(ListName.AGREEMENT).version(),
                List.of(stored),
                new HistoryEntry("directory-agreement", company.now(), "system", "loaded", null));

        assertThat(company.directory.agreement().ruleOwners())
                .containsExactly("pr@sample-medtech.example", "jane@");
        assertThat(company.replaceList.read(ListName.AGREEMENT)).containsExactly(stored);
        assertThat(put(stored.with("ruleOwners", "pr@sample-medtech.example"), company.replaceList))
                .isInstanceOf(Outcome.Applied.class);
    }

    private Row agreement() {
        return company.replaceList.read(ListName.AGREEMENT).getFirst();
    }

    private static Outcome put(Row row, ReplaceList lists) {
        return lists.replace(ListName.AGREEMENT, List.of(row), Company.PR, NOW);
    }

    private static Outcome refused(String column, String message) {
        return new Outcome.Invalid(List.of(new FieldError("items[0]." + column, message)));
    }
}
