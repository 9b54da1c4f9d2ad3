package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientDomainsTest {

    private static final RecipientDomains LIMITED =
            RecipientDomains.read("ours.example distributor:partner.example");

    private final Company company = new Company(Samples.WEDNESDAY);

    @Test
    void every_domain_is_allowed_by_default() {
        assertThat(RecipientDomains.read("").allow("a@anywhere.example", false)).isTrue();
        assertThat(RecipientDomains.read(" ")).isEqualTo(RecipientDomains.any());
    }

    @Test
    void an_address_at_another_domain_is_refused_with_the_allowed_domains() {
        assertThat(put(rep("a@ours.example", "", "employee")))
                .isInstanceOf(Outcome.Previewed.class);
        assertThat(put(rep("a@OURS.example", "", ""))).isInstanceOf(Outcome.Previewed.class);
        assertThat(put(rep("a@gmail.example", "", "employee")))
                .isEqualTo(
                        refused(
                                "email",
                                "Use an address at ours.example. Other domains aren’t allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@mail.ours.example", "a@ours.example.evil.example", "a@notours.example"})
    void a_similar_domain_is_refused(String address) {
        assertThat(LIMITED.allow(address, false)).isFalse();
    }

    @Test
    void the_domain_of_a_second_address_is_checked_too() {
        assertThat(put(rep("a@ours.example", "a@home.example", "employee")))
                .isEqualTo(
                        refused(
                                "secondEmail",
                                "Use an address at ours.example. Other domains aren’t allowed"));
    }

    @Test
    void a_distributors_domain_is_allowed_for_distributors_but_not_for_employees() {
        assertThat(put(rep("d@partner.example", "d@ours.example", "distributor")))
                .isInstanceOf(Outcome.Previewed.class);
        assertThat(put(rep("d@elsewhere.example", "", "distributor")))
                .isEqualTo(
                        refused(
                                "email",
                                "Use an address at ours.example or partner.example. Other domains aren’t allowed"));
        assertThat(put(rep("a@partner.example", "", "employee")))
                .isInstanceOf(Outcome.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ours",
                "@ours.example",
                "ours.example,b.example",
                "distributor:",
                "*.ours.example"
            })
    void a_setting_that_is_not_a_domain_is_refused(String written) {
        assertThatThrownBy(() -> RecipientDomains.read(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a domain");
    }

    private static Outcome refused(String column, String message) {
        return new Outcome.Invalid(List.of(new FieldError("items[0]." + column, message)));
    }

    private static Row rep(String email, String secondEmail, String employment) {
        return Company.rep("rep-001")
                .with("email", email)
                .with("secondEmail", secondEmail)
                .with("employment", employment);
    }

    private Outcome put(Row row) {
        return company.listsLimitedTo(LIMITED)
                .replace(ListName.REPS, List.of(row), Company.PR, new Options(true, false));
    }
}
