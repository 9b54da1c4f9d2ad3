package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.directory.Row;
import app.prtosales.directory.SamePerson;
import app.prtosales.id.AccountId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.ImportPlacements;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A list of accounts from another system has the same accounts under other ids.
class AccountsUnderNewIdsTest {

    private static final Row MERCY =
            Company.row("id", "007", "name", "Mercy Valley", "segment", "payers", "target", "true");
    private static final Row OTHER = Company.row("id", "008", "name", "Oak", "segment", "payers");

    private final Company company = new Company(Samples.WEDNESDAY);
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void usedInADeal() {
        company.put(ListName.ACCOUNTS, MERCY, OTHER);
        var row =
                new ImportPlacements.Row(
                        "line 2",
                        new SubmissionBuilder(Samples.submission())
                                .publishedAt("2026-06-02T09:00")
                                .backfill(true)
                                .forwardability("green")
                                .build(),
                        null,
                        null,
                        "Mercy Valley",
                        "talked-about");
        id =
                new PlacementId(
                        company.importPlacements
                                .run(
                                        List.of(row),
                                        Company.PR,
                                        new ImportPlacements.Options(false, false))
                                .added()
                                .getFirst());
    }

    @Test
    void r4_1_a_deal_stays_a_yes_when_its_account_gets_another_id() {
        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.YES);

        put(MERCY.with("id", "7"), OTHER);
        put(MERCY.with("id", "CRM-7"), OTHER);

        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.YES);
        assertThat(answers().facts().uses())
                .extracting(Facts.Used::account)
                .containsExactly(new AccountId("CRM-7"));
    }

    @Test
    void the_accounts_count_as_the_same_and_not_as_removed() {
        company.advance(Duration.ofMinutes(1));
        Outcome outcome = put(MERCY.with("id", "7"), OTHER.with("id", "8"));

        assertThat(((Outcome.Applied) outcome).difference().samePeople())
                .containsExactly(
                        new SamePerson("007", "7", "Mercy Valley", SamePerson.Why.NAME),
                        new SamePerson("008", "8", "Oak", SamePerson.Why.NAME));
        assertThat(company.history.of("directory-accounts").getLast().what())
                .endsWith("; 2 are the same accounts under other ids");
    }

    @Test
    void an_account_declared_to_be_another_one_is_another_one() {
        put(Set.of("7"), MERCY.with("id", "7"), OTHER);

        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.NO);
    }

    @Test
    void a_list_with_a_new_account_can_be_sent_again_when_the_answer_was_lost() {
        put(Set.of("7"), MERCY.with("id", "7"), OTHER);

        assertThat(put(Set.of("7"), MERCY.with("id", "7"), OTHER))
                .isInstanceOfSatisfying(
                        Outcome.Applied.class, again -> assertThat(again.changed()).isFalse());
    }

    @Test
    void two_accounts_of_one_name_are_not_matched() {
        Row second = MERCY.with("id", "009");

        assertThat(
                        ((Outcome.Applied) put(Set.of(), MERCY.with("id", "7"), second, OTHER))
                                .difference()
                                .samePeople())
                .isEmpty();
    }

    @Test
    void the_same_accounts_a_second_time_change_nothing() {
        put(MERCY.with("id", "7"), OTHER);
        long version = company.replaceList.current(ListName.ACCOUNTS).version();

        put(MERCY.with("id", "7"), OTHER);

        assertThat(company.replaceList.current(ListName.ACCOUNTS).version()).isEqualTo(version);
        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.YES);
    }

    @Test
    void r4_1_an_account_that_is_back_after_a_list_without_it_keeps_its_earlier_ids() {
        put(MERCY.with("id", "7"), OTHER);
        put(OTHER);
        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.NO);
        assertThat(company.replaceList.read(ListName.ACCOUNTS)).hasSize(1);
        put(OTHER);

        put(MERCY.with("id", "7"), OTHER);

        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.YES);
    }

    @Test
    void r4_1_an_account_that_is_back_under_another_id_is_the_same() {
        put(OTHER);

        assertThat(
                        ((Outcome.Applied) put(MERCY.with("id", "CRM-7"), OTHER))
                                .difference()
                                .samePeople())
                .containsExactly(
                        new SamePerson("007", "CRM-7", "Mercy Valley", SamePerson.Why.NAME));
        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.YES);
    }

    @Test
    void an_account_that_was_off_the_list_for_more_than_a_year_is_not_recognized() {
        put(OTHER);
        company.advance(Duration.ofDays(367));

        put(MERCY.with("id", "CRM-7"), OTHER);

        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.NO);
    }

    @Test
    void of_two_accounts_with_one_name_that_were_removed_none_is_recognized() {
        put(MERCY, MERCY.with("id", "009"), OTHER);
        put(OTHER);

        put(MERCY.with("id", "CRM-7"), OTHER);

        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.NO);
    }

    @Test
    void the_same_list_without_an_account_a_second_time_changes_nothing() {
        put(OTHER);
        long version = company.replaceList.current(ListName.ACCOUNTS).version();
        company.advance(Duration.ofDays(1));

        put(OTHER);

        assertThat(company.replaceList.current(ListName.ACCOUNTS).version()).isEqualTo(version);
    }

    private PlacementAnswers answers() {
        return company.showPlacement.show(company.find(id)).audit();
    }

    private Outcome put(Row... rows) {
        return put(Set.of(), rows);
    }

    private Outcome put(Set<String> newAccounts, Row... rows) {
        return company.replaceList.replace(
                ListName.ACCOUNTS,
                List.of(rows),
                Company.PR,
                new Options(false, true, newAccounts));
    }
}
