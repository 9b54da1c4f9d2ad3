package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Facts;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.ImportPlacements;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Undone;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// R4.6: the same use counts once, whichever of the rep's ids and whatever spelling it was recorded
/// with, even if an earlier version of the product recorded it.
class SameUseTest {

    private static final AccountId ACCOUNT = new AccountId("account-1");
    private static final Map<String, String> AT_THE_ACCOUNT =
            Map.of("account", "account-1", "how", "in-a-meeting");
    private static final Map<String, String> KIT =
            Map.of("account", "account-1", "champion", "Dana Whitfield");

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    /// A rep who was rep-001 and is HR-9001 now.
    @BeforeEach
    void distribute() {
        company.reps(1);
        company.openDeal();
        id = company.distribute(Samples.green()).id();
        company.deliverAll(id);
        company.putReps(List.of(Company.rep("rep-001").with("id", "HR-9001")));
        company.work();
        company.advance(Duration.ofHours(1));
    }

    @Test
    void r4_6_a_use_stored_under_a_later_id_is_already_recorded() {
        Referenced stored = store(use("HR-9001", 1));

        assertThat(record(Purpose.REFERENCE, AT_THE_ACCOUNT))
                .isInstanceOfSatisfying(
                        Outcome.AlreadyRecorded.class,
                        again -> assertThat(again.response()).isEqualTo(stored));
    }

    @Test
    void r4_6_a_use_stored_under_two_ids_of_a_rep_counts_once_and_from_the_first_time() {
        Referenced first = store(use("HR-9001", 1));
        company.advance(Duration.ofHours(2));
        store(use("rep-001", 1));

        assertThat(uses()).extracting(Facts.Used::at).containsExactly(first.at());
        assertThat(company.showPlacement.show(id).orElseThrow().responses()).containsExactly(first);
    }

    @Test
    void r4_6_a_kit_stored_under_a_later_id_is_already_recorded() {
        store(kit("HR-9001", "Dana Whitfield"));

        assertThat(record(Purpose.KIT, KIT)).isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void r3_4_a_second_champion_is_recorded_beside_a_use_stored_under_a_later_id() {
        store(use("HR-9001", 1));
        Map<String, String> sent =
                Map.of(
                        "account", "account-1",
                        "how", "sent-to-the-customer",
                        "champion", "Dana Whitfield");

        assertThat(record(Purpose.REFERENCE, sent)).isInstanceOf(Outcome.Recorded.class);

        assertThat(uses()).hasSize(1);
        assertThat(facts().armed()).isEqualTo(1);
    }

    @Test
    void the_page_names_every_champion_at_an_account() {
        store(kit("HR-9001", "Omar Reyes"));
        store(kit("HR-9001", "Dana Whitfield"));

        assertThat(company.showPlacement.show(id).orElseThrow().champions())
                .extracting(Champion::name)
                .containsExactlyInAnyOrder("Omar Reyes", "Dana Whitfield");
    }

    @Test
    void an_undo_of_a_use_stored_under_a_later_id_leaves_what_is_recorded_after_it() {
        Referenced stored = store(use("HR-9001", 1));
        store(new Undone("HR-9001", company.now(), stored.subject(), 1, 2));
        assertThat(uses()).isEmpty();

        assertThat(record(Purpose.REFERENCE, AT_THE_ACCOUNT)).isInstanceOf(Outcome.Recorded.class);

        assertThat(uses()).hasSize(1);
    }

    @Test
    void a_use_stored_under_a_later_id_can_be_undone() {
        Referenced stored = store(use("HR-9001", 1));

        record(Purpose.REFERENCE, Map.of("undo", RecordResponse.keyOf(stored)));

        assertThat(uses()).isEmpty();
    }

    @Test
    void r4_6_two_reps_who_used_it_at_one_account_are_two_uses() {
        company.putReps(
                List.of(
                        Company.rep("rep-001").with("id", "HR-9001"),
                        Company.rep("rep-002").with("id", "HR-9002")));
        store(use("HR-9001", 1));
        store(use("HR-9002", 1));

        assertThat(uses()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "st. mary's",
                "ST. MARY’S",
                "St. Mary´s",
                "St.  Mary's",
                "St.\u00a0Mary’s",
                "St\u200b. Mary's"
            })
    void r4_6_an_account_in_another_spelling_is_the_same_use(String other) {
        record(Purpose.REFERENCE, typed("St. Mary's"));

        assertThat(record(Purpose.REFERENCE, typed(other)))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(uses()).extracting(Facts.Used::accountName).containsExactly("St. Mary's");
    }

    @Test
    void r4_6_an_account_in_another_unicode_form_is_the_same_use() {
        record(Purpose.REFERENCE, typed("Hôpital Saint-Luc"));

        assertThat(record(Purpose.REFERENCE, typed("Ho\u0302pital Saint–Luc")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void r4_6_accounts_with_different_names_are_two_uses() {
        record(Purpose.REFERENCE, typed("St. Mary's"));
        record(Purpose.REFERENCE, typed("St. Mary's North"));

        assertThat(uses()).hasSize(2);
    }

    @Test
    void r4_6_two_spellings_stored_by_an_earlier_version_count_once_as_first_typed() {
        store(typedUse("st. mary’s"));
        company.advance(Duration.ofHours(2));
        store(typedUse("St. Mary's"));

        assertThat(uses()).extracting(Facts.Used::accountName).containsExactly("st. mary’s");
    }

    @Test
    void an_undo_stored_by_an_earlier_version_undoes_its_own_spelling_only() {
        Referenced undone = store(typedUse("st. mary’s"));
        store(typedUse("St. Mary's"));
        store(new Undone("rep-001", company.now(), undone.subject(), 1, 2));

        assertThat(uses()).extracting(Facts.Used::accountName).containsExactly("St. Mary's");
    }

    @Test
    void r3_4_a_champion_in_another_spelling_is_armed_once() {
        store(kit("HR-9001", "Dana O'Neil"));
        store(kit("HR-9001", "dana  O’Neil"));

        assertThat(facts().armed()).isEqualTo(1);
        assertThat(record(Purpose.KIT, Map.of("account", "account-1", "champion", "Dana O’Neil")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void r4_6_a_use_stored_under_an_earlier_id_of_the_account_is_already_recorded() {
        Referenced stored = store(use("HR-9001", 1));
        accountIsNow("CRM-7");

        assertThat(record(Purpose.REFERENCE, at("CRM-7")))
                .isInstanceOfSatisfying(
                        Outcome.AlreadyRecorded.class,
                        again -> assertThat(again.response()).isEqualTo(stored));
    }

    @Test
    void r4_6_a_use_stored_under_two_ids_of_an_account_counts_once_and_from_the_first_time() {
        Referenced first = store(use("HR-9001", 1));
        company.advance(Duration.ofHours(2));
        store(useAt(new AccountId("CRM-7")));
        accountIsNow("CRM-7");

        assertThat(uses()).extracting(Facts.Used::at).containsExactly(first.at());
    }

    @Test
    void r4_6_a_use_at_an_account_with_two_ids_counts_once_while_the_account_is_off_the_list() {
        store(use("HR-9001", 1));
        accountIsNow("CRM-7");
        store(useAt(new AccountId("CRM-7")));

        company.replaceList.replace(
                ListName.ACCOUNTS, List.of(), Company.PR, new ReplaceList.Options(false, true));

        assertThat(company.directory.accounts()).isEmpty();
        assertThat(uses()).hasSize(1);
    }

    @Test
    void r3_4_a_champion_at_an_account_with_two_ids_is_armed_once() {
        store(kit("HR-9001", "Dana Whitfield"));
        accountIsNow("CRM-7");

        assertThat(record(Purpose.KIT, Map.of("account", "CRM-7", "champion", "Dana Whitfield")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        store(kitAt(new AccountId("CRM-7")));
        assertThat(facts().armed()).isEqualTo(1);
        assertThat(company.showPlacement.show(id).orElseThrow().champions())
                .extracting(Champion::name)
                .containsExactly("Dana Whitfield");
    }

    @Test
    void r4_6_uses_at_two_accounts_are_two_uses() {
        store(use("HR-9001", 1));
        store(useAt(new AccountId("account-2")));

        assertThat(uses()).hasSize(2);
    }

    @Test
    void r4_8_an_imported_use_names_the_account_on_the_list_in_another_spelling() {
        ImportPlacements.Row row =
                new ImportPlacements.Row(
                        "line 2",
                        new SubmissionBuilder(Samples.submission(Samples.leanTaas()))
                                .forwardability("green")
                                .backfill(true)
                                .build(),
                        null,
                        null,
                        "sample  hospital 1",
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

        assertThat(uses()).extracting(Facts.Used::account).containsExactly(ACCOUNT);
    }

    private Referenced use(String rep, int number) {
        return new Referenced(
                rep,
                company.now(),
                ACCOUNT,
                "Sample Hospital 1",
                true,
                How.IN_A_MEETING,
                null,
                number);
    }

    private Referenced useAt(AccountId account) {
        return new Referenced(
                "HR-9001", company.now(), account, "Sample Hospital 1", How.IN_A_MEETING);
    }

    private KitSent kitAt(AccountId account) {
        return new KitSent(
                new RepId("HR-9001"),
                company.now(),
                account,
                "Sample Hospital 1",
                true,
                "Dana Whitfield",
                1);
    }

    /// The list comes from another system, with another id of the account.
    private void accountIsNow(String account) {
        Row row = company.replaceList.read(ListName.ACCOUNTS).getFirst();
        company.put(ListName.ACCOUNTS, row.with("id", account));
    }

    private static Map<String, String> at(String account) {
        return Map.of("account", account, "how", "in-a-meeting");
    }

    private Referenced typedUse(String account) {
        return new Referenced("rep-001", company.now(), null, account, How.IN_A_MEETING);
    }

    private KitSent kit(String rep, String champion) {
        return new KitSent(
                new RepId(rep), company.now(), ACCOUNT, "Sample Hospital 1", true, champion, 1);
    }

    private static Map<String, String> typed(String account) {
        return Map.of("account", "other", "accountName", account, "how", "in-a-meeting");
    }

    /// Stores a response as an earlier version of the product did.
    private <R extends Response> R store(R response) {
        HistoryEntry entry =
                new HistoryEntry(
                        id.value(), company.now(), response.person(), "used in a deal", null);
        assertThat(company.stored.add(company.find(id), response, entry)).isTrue();
        return response;
    }

    private Outcome record(Purpose purpose, Map<String, String> form) {
        return company.recordResponse.record(
                company.tokens.sign(
                        new Link(purpose, id, "HR-9001", company.now().plus(Duration.ofDays(9)))),
                form);
    }

    private List<Facts.Used> uses() {
        return facts().uses();
    }

    private Facts facts() {
        return company.showPlacement.show(id).orElseThrow().audit().facts();
    }
}
