package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the page says before a file takes effect.
@Timeout(60)
class PreviewModuleTest extends ModuleSuite {

    @AfterEach
    void nothing_stays_open() {
        page.evaluate("() => document.querySelectorAll('dialog').forEach((each) => each.close())");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    private static final String HELD =
            """
            {"sequences": [
              {"sequence": "cfo", "holds": [{"id": "p1", "headline": "One", "stage": "awareness", "onlyHere": false},
                                            {"id": "p2", "headline": "Two", "stage": "decision", "onlyHere": true}]},
              {"sequence": "clinical", "holds": [{"id": "p1", "headline": "One", "stage": "awareness", "onlyHere": false}]}]}
            """;

    @Test
    void r2_4_a_file_that_pauses_sequences_says_which_placements_lose_their_yes() {
        String active = "{id: '%s', status: '', stages: 'awareness;decision'}";
        String paused = "{id: '%s', status: 'paused', stages: 'awareness;decision'}";
        String cfo = active.formatted("cfo");
        String clinical = active.formatted("clinical");

        assertThat(sequences(cfo, paused.formatted("clinical")))
                .contains("No placement loses its Yes for “In a sequence”.");
        assertThat(sequences(paused.formatted("cfo"), clinical))
                .contains("1 placement loses its Yes for “In a sequence”: “Two”.");
        assertThat(sequences(paused.formatted("cfo"), paused.formatted("clinical")))
                .contains("2 placements lose their Yes for “In a sequence”: “One” and “Two”.");
        assertThat(sequences(active.formatted("seq-77"), clinical))
                .contains("1 placement loses its Yes for “In a sequence”: “Two”.");
        assertThat(sequences("{id: 'cfo', status: 'active', stages: 'awareness'}", clinical))
                .contains("1 placement loses its Yes for “In a sequence”: “Two”.");
        assertThat(sequences(cfo, clinical)).doesNotContain("loses");
    }

    /// What the page says about a file with these sequences, in place of two active ones.
    private static String sequences(String... rows) {
        answer("/audit/sequences", HELD);
        return preview(
                "sequences",
                "[{id: 'cfo', name: 'CFO', status: 'active', stages: ['awareness', 'decision']},"
                        + " {id: 'clinical', name: 'Clinical', stages: ['awareness', 'decision']}]",
                "file: [%s]".formatted(String.join(", ", rows)),
                "changed: ['cfo']");
    }

    @Test
    void r4_1_a_file_without_a_target_account_says_that_its_deals_no_longer_count() {
        String bay = "{id: 'a-1', target: 'true'}";
        String cedar = "{id: 'a-2', target: 'true'}";
        String noTargets = "{id: 'a-2', target: ''}, {id: 'a-3', target: 'false'}";

        assertThat(accounts("[%s]".formatted(cedar), "removed: ['a-1', 'a-3']"))
                .contains("deals with Bay no longer counts", "this is a target account again");
        assertThat(accounts("[%s]".formatted(noTargets), "changed: ['a-2'], removed: ['a-1']"))
                .contains("deals with Bay and Cedar no longer counts");
        assertThat(accounts("[%s, %s]".formatted(bay, cedar), "removed: ['a-3']"))
                .doesNotContain("no longer counts");
    }

    @Test
    void r4_1_a_target_account_that_only_gets_a_new_id_is_not_lost() {
        assertThat(
                        accounts(
                                "[{id: 'b-1', target: 'true'}, {id: 'a-2', target: 'true'}]",
                                """
                                added: ['b-1'], removed: ['a-1'],
                                samePeople: [{before: 'a-1', after: 'b-1', name: 'Bay', why: 'name'}]\
                                """))
                .doesNotContain("no longer counts");
    }

    /// The answer has at most 1,000 changed cells; those of other columns may come first.
    @Test
    void r4_1_a_file_with_many_changes_still_says_whose_deals_no_longer_count() {
        assertThat(
                        accounts(
                                "[{id: 'a-1', target: 'true'}, {id: 'a-2', target: ''}, {id: 'a-3', target: ''}]",
                                """
                                changed: ['a-1', 'a-2'], cells: [{row: 'a-1', column: 'rep', before: 'rep-01', after: 'rep-04'}],
                                moreCells: 1\
                                """))
                .contains("deals with Cedar no longer counts");
    }

    @Test
    void r4_1_a_target_account_that_gets_a_new_id_and_is_no_target_anymore_is_named() {
        assertThat(
                        accounts(
                                "[{id: 'b-1', target: ''}, {id: 'a-2', target: 'true'}, {id: 'a-3', target: ''}]",
                                """
                                added: ['b-1'], removed: ['a-1'],
                                samePeople: [{before: 'a-1', after: 'b-1', name: 'Bay', why: 'name'}]\
                                """))
                .contains("deals with Bay no longer counts");
    }

    /// What the page says about a change of two target accounts and one other.
    private static String accounts(String file, String difference) {
        return preview(
                "accounts",
                "[{id: 'a-1', name: 'Bay', target: true}, {id: 'a-2', name: 'Cedar', target: true},"
                        + " {id: 'a-3', name: 'Dale', target: false}]",
                "file: " + file,
                difference);
    }

    @Test
    void an_account_of_a_shared_name_is_shown_with_its_id() {
        String shown =
                preview(
                        "accounts",
                        "[{id: 'a-1', name: 'St. Mary'}, {id: 'a-2', name: 'St. Mary'}, {id: 'a-3', name: 'Bay'}]",
                        "file: []",
                        """
                        changed: ['a-2', 'a-3'], cells: [{row: 'a-2', column: 'rep', before: 'rep-01', after: 'rep-04'}],
                        removed: ['a-1']\
                        """);

        assertThat(shown).contains("St. Mary (a-1)", "St. Mary (a-2)").doesNotContain("Bay (");
    }

    @Test
    void r5_13_a_name_that_two_reps_have_is_not_called_a_typo() {
        String unknown =
                "added: ['a-9'], unknown: [{column: 'rep', value: 'chris lee', row: 'a-9', rows: 1}%s]";
        String named =
                "file: [], named: {rep: new Map([['r-1', 'Chris Lee'], ['r-2', 'Chris Lee']])}";

        assertThat(preview("accounts", "[]", named, unknown.formatted("")))
                .contains(
                        "More than one has this name.",
                        "2 have this name, so use the email address instead")
                .doesNotContain("typos");
        assertThat(
                        preview(
                                "accounts",
                                "[]",
                                named,
                                unknown.formatted(
                                        ", {column: 'rep', value: 'Jo', row: 'a-9', rows: 1}")))
                .contains("Not found in your other lists. Check for typos.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "added: ['p1'], known: ['p2'], inSequences: 1 | Import 1 placement",
                "added: [], known: ['p2'], inSequences: 1 | Record sequences and deals",
                "added: [], known: ['p2'], inSequences: 0 | This file adds nothing.",
            })
    void r4_8_an_import_says_what_it_takes_of_a_placement_that_is_already_here(
            String difference, String said) {
        assertThat(
                        preview(
                                "import",
                                "[]",
                                "file: []",
                                difference + ", usedInDeals: 0, errors: [], warnings: []"))
                .contains(said, "keep their headline, date, and other details")
                .doesNotContain("Import 0");
    }

    /// @param difference what differs in the dry run's answer from one in which nothing changes
    private static String preview(String id, String rows, String more, String difference) {
        return (String)
                page.evaluate(
                        """
                        async () => {
                          const {differenceOf} = await import('/modules/difference.js');
                          const difference = {names: {}, added: [], changed: [], removed: [], unchanged: 0, cells: [], moreCells: 0,
                            unknown: [], stillNamed: [], samePeople: [], back: [], %s};
                          const result = document.getElementById('main');
                          await differenceOf({id: '%s', name: 'file.csv', rows: %s, result, send: async () => difference, %s}).check();
                          return result.innerText;
                        }
                        """
                                .formatted(difference, id, rows, more));
    }

    @Test
    void a_warning_names_its_row_and_ends_with_a_period() {
        String warnings =
                "changed: ['r-1'], warnings: [{field: 'items[1].name', message: 'This name is very long'}]";

        assertThat(
                        preview(
                                "segments",
                                "[]",
                                "file: [{name: 'Payers'}, {name: 'Home health'}]",
                                warnings))
                .contains("Home health: This name is very long.");
        assertThat(
                        preview(
                                "rules",
                                "[]",
                                "file: [{id: 'a'}, {id: 'b'}], rowOf: () => ({at: 7})",
                                warnings))
                .contains("Row 8: This name is very long.");
        assertThat(
                        preview(
                                "agreement",
                                "[]",
                                "file: [{version: '3'}]",
                                """
                                changed: ['3'], warnings: [{field: 'items[0].ops', message: 'Nobody is named for sales ops'}]\
                                """))
                .contains("\nNobody is named for sales ops.");
    }

    @Test
    void r1_11_the_preview_of_somebody_else_says_what_save_does() {
        answer("/sending", "{}");
        answer("/placements?*", "{\"items\": []}");
        answer("/directory/reps?*", triedOut("'added': [], 'changed': ['r-1']", "true", ""));
        answer(
                "/directory/reps?dryRun=true&newPeople=r-1",
                triedOut(
                        "'added': ['r-1-2'], 'removed': ['r-1'], 'changed': []",
                        "false",
                        "{'row': 'r-1', 'list': 'accounts', 'column': 'rep', 'in': ['Mercy'], 'rows': 1}"));
        Locator dialog = form("rows[0]");
        dialog.locator("[name=name]").fill("Sam Roe");
        dialog.locator("[name=email]").fill("sam@x.example");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).containsText("We take Sam Roe for someone else");
        assertThat(dialog).containsText("Dana Lee gets no more emails from now on, and links");
        assertThat(dialog).containsText("Sam Roe gets an email about each placement from now on.");
        assertThat(dialog).containsText("Dana Lee is the rep of 1 account: Mercy");
        assertThat(dialog).not().containsText("Emails go to the new address.");

        dialog.locator("[type=checkbox]:visible").check();
        assertThat(dialog).containsText("Emails go to the new address.");
        assertThat(dialog).not().containsText("Mercy");
        assertThat(dialog.locator("[type=checkbox]:visible")).isChecked();
        assertThat(dialog.locator("[type=checkbox]:visible")).isFocused();

        dialog.locator("[type=checkbox]:visible").uncheck();
        assertThat(dialog).containsText("Mercy");
    }

    @Test
    void r5_12_a_second_address_that_nobody_touched_does_not_tell_who_it_is() {
        answer("/sending", "{}");
        answer("/placements?*", "{\"items\": []}");
        answer(
                "/directory/reps?dryRun=true&keptSecondEmail=true",
                triedOut("'added': [], 'changed': ['r-1']", "true", ""));
        answer(
                "/directory/reps?dryRun=true&newPeople=r-1&keptSecondEmail=true",
                triedOut("'added': ['r-1-2'], 'removed': ['r-1'], 'changed': []", "false", ""));
        Locator dialog = form("{...rows[0], secondEmail: 'dana@home.example'}");
        dialog.locator("[name=name]").fill("Sam Roe");
        dialog.locator("[name=email]").fill("sam@x.example");
        dialog.locator("[type=submit]").click();

        assertThat(dialog)
                .containsText(
                        "Dana Lee leaves the list, and so does the second address, dana@home.example");
    }

    @Test
    void r1_11_whoever_is_added_with_the_id_of_a_former_rep_is_asked_about() {
        answer("/sending", "{}");
        answer("/placements?*", "{\"items\": []}");
        answer("/directory/reps?*", triedOut("'added': ['r-1-2'], 'removed': []", "true", ""));
        Locator dialog = form("null");
        dialog.locator("[name=name]").fill("Sam Roe");
        dialog.locator("[name=email]").fill("sam@x.example");
        dialog.locator("[name=id]").fill("r-1");
        dialog.locator("[type=submit]").click();

        assertThat(dialog)
                .containsText("This was the ID of a former rep. We take Sam Roe for someone else");
        assertThat(dialog).containsText("Sam Roe gets an email about each placement from now on.");
        assertThat(dialog.locator("[type=checkbox]:visible")).not().isChecked();
    }

    /// The API's answer to a rep's row with another name and address.
    private static String triedOut(String rows, String asked, String stillNamed) {
        return """
        {%s, 'unknown': [], 'samePeople': [], 'back': [], 'cells': [], 'warnings': [], 'stillNamed': [%s],
         'otherIds': [{'id': 'r-1', 'newId': 'r-1-2', 'before': 'Dana Lee', 'name': 'Sam Roe', 'asked': %s}]}\
        """
                .formatted(rows, stillNamed, asked)
                .replace('\'', '"');
    }

    @Test
    void a_rep_who_was_on_the_list_twice_may_change_a_time_zone() {
        answer(
                "/directory/reps?*",
                """
                {"added": [], "changed": ["r-1"], "removed": [], "unknown": [], "stillNamed": [], "samePeople": [],
                 "warnings": [{"field": "items[0].name", "message": "Another row has this name"},
                              {"field": "items[1].name", "message": "This one is not about the row"}]}
                """);
        Locator dialog = form("rows[0]");
        dialog.locator("[name=zone]").selectOption("America/Chicago");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.locator("[type=submit]")).hasText("Save");
        assertThat(dialog).containsText("Another row has this name.");
        assertThat(dialog).not().containsText("not about the row");
    }

    /// The form of a rep's row, or of a new one, in a list with a rep who is on it twice.
    private static Locator form(String row) {
        answer("/directory/segments", "{\"items\": []}");
        page.evaluate(
                """
                async () => {
                  const rep = {id: 'r-1', name: 'Dana Lee', email: 'dana@x.example', zone: 'America/New_York', segments: []};
                  const rows = [rep, {...rep, id: 'r-2', name: 'Dana. Lee'}];
                  const {editRow} = await import('/modules/edit.js');
                  await editRow({id: 'reps', row: %s, current: {rows, version: 3}, refresh() {}});
                }
                """
                        .formatted(row));
        return page.locator("dialog");
    }

    @Test
    void r1_1_a_rep_who_is_on_the_list_is_not_added_again() {
        Locator dialog = form("null");
        dialog.locator("[name=name]").fill("Dana Lee");
        dialog.locator("[name=email]").fill("Dana@x.example");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.locator("[name=email]"))
                .hasAccessibleDescription(
                        "Dana Lee is already on the list with this address. Edit that row instead");
    }

    @Test
    void answered_time_zones_stay_while_their_column_does() {
        Map<String, Object> zones = Map.of("by", 3, "column", "null");

        assertThat(stillAsked(zones, Map.of("email", List.of(2)))).isEqualTo(true);
        assertThat(stillAsked(zones, Map.of("manager", List.of(3)))).isEqualTo(false);
        assertThat(stillAsked(zones, Map.of("zone", List.of(4)))).isEqualTo(false);
    }

    private static Object stillAsked(Map<String, Object> zones, Map<String, List<Integer>> from) {
        return page.evaluate(
                """
                async ([zones, from]) => {
                  const mapping = Object.fromEntries(Object.entries(from).map(([name, columns]) => [name, {columns}]));
                  return (await import('/modules/askzones.js')).isStillAsked({zones, mapping});
                }
                """,
                List.of(zones, from));
    }

    private static void answer(String path, String json) {
        page.route(
                ORIGIN + path,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(json)));
    }
}
