package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How the page matches people and rows of a file to those of a list, and what it says about their
/// addresses.
@Timeout(60)
class ListModulesTest extends ModuleSuite {

    @Test
    void a_roster_without_ids_gives_the_same_people_the_same_ids_again() {
        List<List<String>> file =
                List.of(
                        List.of("name", "email"),
                        List.of("Dana Lee", "dana@sample-medtech.example"),
                        List.of("Sam Roe", "desk@sample-medtech.example"),
                        List.of("Kim Poe", "desk@sample-medtech.example"));
        List<Map<String, Object>> first = imported("reps", file, List.of());
        List<List<String>> reversed = List.of(file.get(0), file.get(3), file.get(2), file.get(1));

        List<Map<String, Object>> again = imported("reps", reversed, first);

        assertThat(again).containsExactlyInAnyOrderElementsOf(first);
        assertThat(first).extracting(row -> row.get("id")).doesNotHaveDuplicates();
    }

    @Test
    void accounts_and_rules_without_ids_match_their_own_rows() {
        List<List<String>> accounts =
                List.of(
                        List.of("name", "segment"),
                        List.of("Mercy", "payers"),
                        List.of("Mercy", "ascs"));
        List<List<String>> rules =
                List.of(
                        List.of("topic", "sequence", "stage"),
                        List.of("cost", "cfo", "awareness"),
                        List.of("cost", "cfo", "decision"));
        List<Map<String, Object>> firstAccounts = imported("accounts", accounts, List.of());
        List<Map<String, Object>> firstRules = imported("rules", rules, List.of());

        assertThat(imported("accounts", accounts, firstAccounts)).isEqualTo(firstAccounts);
        assertThat(imported("rules", rules, firstRules)).isEqualTo(firstRules);
    }

    @Test
    void a_list_of_three_has_a_comma_before_its_and() {
        String listed =
                """
                async () => {
                  const {listed} = await import('/modules/dom.js');
                  return [listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C']), listed(['A', 'B'], 5)];
                }
                """;

        assertThat(page.evaluate(listed))
                .isEqualTo(List.of("A", "A and B", "A, B, and C", "A, B, and 3 more"));
    }

    @Test
    void r1_11_a_former_rep_in_a_file_is_back_and_not_new() {
        String back = "added: ['rep-07'], samePeople: [], back: ['rep-07']";

        assertThat(preview(back))
                .contains(
                        "1 person who joins the team again will be emailed the story still within its 24 hours, "
                                + "within minutes, unless they already had it.",
                        "1 returning")
                .doesNotContain("new");
        assertThat(applied(back))
                .isEqualTo("Changes applied: 0 new, 1 returning, 0 changed, 0 removed.");
    }

    @Test
    void r1_11_a_former_rep_under_a_new_id_is_back_and_removes_nobody() {
        String back =
                "added: ['rep-07'], samePeople: [{before: 'hr-7', after: 'rep-07', name: 'Dana Lee', why: 'same address'}], back: []";

        assertThat(preview(back)).contains("1 person who joins the team again", "1 returning");
        assertThat(applied(back))
                .isEqualTo("Changes applied: 0 new, 1 returning, 0 changed, 0 removed.");
    }

    @Test
    void r1_11_whoever_was_never_on_the_list_is_new() {
        String fresh = "added: ['rep-07'], samePeople: [], back: []";

        assertThat(preview(fresh))
                .contains(
                        "1 new person will be emailed the story still within its 24 hours, within minutes.",
                        "1 new")
                .doesNotContain("back");
        assertThat(applied(fresh)).isEqualTo("Changes applied: 1 new, 0 changed, 0 removed.");
    }

    @Test
    void a_person_under_a_new_id_is_neither_new_nor_removed() {
        assertThat(
                        applied(
                                "added: ['rep-07'], removed: ['hr-7'], samePeople: [{before: 'hr-7', after: 'rep-07'}], back: []"))
                .isEqualTo("Changes applied: 0 new, 1 under a new ID, 0 changed, 0 removed.");
    }

    @Test
    void a_person_whose_old_row_stays_on_the_list_as_inactive_is_under_a_new_id() {
        assertThat(
                        applied(
                                """
                                added: ['W07'], removed: [], changed: ['rep-07'], back: [],
                                cells: [{row: 'rep-07', column: 'active', before: '', after: 'false'}],
                                samePeople: [{before: 'rep-07', after: 'W07'}]
                                """))
                .isEqualTo("Changes applied: 0 new, 1 under a new ID, 1 changed, 0 removed.");
    }

    @Test
    void r1_11_a_row_with_the_id_of_somebody_else_is_asked_about_and_counts_as_new() {
        assertThat(
                        preview(
                                """
                                added: ['rep-07-2'], names: {'rep-07-2': 'Dana Lee'}, samePeople: [], back: [],
                                otherIds: [{id: 'rep-07', newId: 'rep-07-2', before: 'Sam Roe', name: 'Dana Lee', asked: true}]
                                """))
                .contains(
                        "This ID has another name and address now. We take that for someone else, who gets an ID of their own",
                        "rep-07: Sam Roe → Dana Lee",
                        "1 new person will be emailed");
    }

    @Test
    void r1_11_each_answer_to_who_it_is_is_tried_out() {
        answer("/sending", "{}");
        answer("/placements?*", "{\"items\": []}");

        assertThat(
                        page.evaluate(
                                """
                                async () => {
                                  const {differenceOf} = await import('/modules/difference.js');
                                  const other = {id: 'rep-07', newId: 'rep-07-2', before: 'Sam Roe', name: 'Dana Lee', asked: true};
                                  const difference = {added: [], names: {}, changed: ['rep-07'], removed: [], unchanged: 0, cells: [],
                                    moreCells: 0, unknown: [], stillNamed: [], samePeople: [], back: [], otherIds: [other]};
                                  const result = document.getElementById('main');
                                  const tried = [];
                                  await differenceOf({id: 'reps', name: 'team.csv', rows: [], result, file: [], cellsOf: () => ({}),
                                    send: async (query) => { tried.push(query); return difference; }}).check();
                                  for (const count of [3, 4]) {
                                    result.querySelector('.people input').click();
                                    while (tried.length < count) await new Promise((done) => setTimeout(done, 5));
                                    while (!result.querySelector('.people input')) await new Promise((done) => setTimeout(done, 5));
                                  }
                                  return tried;
                                }
                                """))
                .isEqualTo(
                        List.of(
                                "dryRun=true",
                                "dryRun=true&newPeople=rep-07",
                                "dryRun=true",
                                "dryRun=true&newPeople=rep-07"));
    }

    /// What the page says about a file with one rep while one story is still within its 24 hours.
    ///
    /// @param difference the rows' part of the dry run's result
    private static String preview(String difference) {
        answer("/sending", "{}");
        answer(
                "/placements?*",
                "{\"items\": [{\"status\": \"distributed\", \"deadline\": \"2999-01-01T00:00:00Z\"}]}");
        return (String)
                page.evaluate(
                        """
                        async () => {
                          const {differenceOf} = await import('/modules/difference.js');
                          const rep = {id: 'rep-07', name: 'Dana Lee', email: 'dana@sample-medtech.example', segments: 'payers',
                            zone: 'America/New_York'};
                          const difference = {names: {}, changed: [], removed: [], unchanged: 0, cells: [], moreCells: 0, unknown: [],
                            stillNamed: [], %s};
                          const result = document.getElementById('main');
                          await differenceOf({id: 'reps', name: 'team.csv', rows: [], result, file: [rep], cellsOf: () => rep,
                            send: async () => difference}).check();
                          return result.innerText;
                        }
                        """
                                .formatted(difference));
    }

    @Test
    void r5_13_a_warning_about_an_import_names_the_row_and_the_column_of_the_persons_file() {
        assertThat(
                        page.evaluate(
                                """
                                async () => {
                                  const {differenceOf} = await import('/modules/difference.js');
                                  const result = document.getElementById('main');
                                  await differenceOf({id: 'import', name: 'coverage.csv', rows: [], result,
                                    rowOf: ({message}) => ({at: 6, header: 'Date of pub.', message}),
                                    send: async () => ({added: ['p1'], known: [], errors: [], inSequences: 0, usedInDeals: 0,
                                      warnings: [{field: 'line 2: publishedAt', message: 'Check the offset'}]})}).check();
                                  return result.querySelector('.hint').textContent;
                                }
                                """))
                .isEqualTo("Row 7, Date of pub.: Check the offset");
    }

    private static String applied(String difference) {
        return (String)
                page.evaluate(
                        "async () => (await import('/modules/groups.js')).appliedSentence({changed: [], removed: [], %s})"
                                .formatted(difference));
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

    @Test
    void a_new_rep_gets_no_id_that_a_former_rep_of_that_name_had() {
        String former = newRep("Dana Lee", "dana@sample-medtech.example");

        assertThat(newRep("Dana Lee", "d.lee@sample-medtech.example")).isNotEqualTo(former);
        assertThat(newRep("Dana Lee", "dana@sample-medtech.example")).isEqualTo(former);
    }

    @Test
    void r5_10_the_id_made_for_a_rep_has_neither_name_nor_address() {
        assertThat(newRep("Dana Lee", "dana@sample-medtech.example"))
                .matches("rep-[0-9a-z]+")
                .doesNotContainIgnoringCase("dana");
    }

    @Test
    void two_reps_of_one_name_are_told_apart_by_address_in_any_order() {
        List<Map<String, Object>> list =
                List.of(rep("r-1", "Dana Lee", "dana@sample-medtech.example", true));
        List<List<String>> file =
                List.of(
                        List.of("name", "email"),
                        List.of("Dana Lee", "d.lee@sample-medtech.example"),
                        List.of("Dana Lee", "dana@sample-medtech.example"));

        List<Map<String, Object>> made = imported("reps", file, list);

        assertThat(made.get(1)).containsEntry("id", "r-1");
        assertThat(made.get(0).get("id")).isNotEqualTo("r-1");
    }

    @Test
    void a_name_alone_matches_an_active_rep_with_another_address_but_no_former_rep() {
        List<List<String>> file =
                List.of(
                        List.of("name", "email"),
                        List.of("Dana Lee", "d.lee@sample-medtech.example"));

        assertThat(imported("reps", file, List.of(rep("r-1", "Dana Lee", "old@x.example", true))))
                .first()
                .extracting(row -> row.get("id"))
                .isEqualTo("r-1");
        assertThat(imported("reps", file, List.of(rep("r-1", "Dana Lee", "old@x.example", false))))
                .first()
                .extracting(row -> row.get("id"))
                .isNotEqualTo("r-1");
    }

    @Test
    void a_new_rep_with_an_id_takes_nothing_from_a_rep_of_that_name_who_is_in_the_file() {
        Map<String, Object> known = rep("r-1", "Dana Lee", "dana@sample-medtech.example", true);
        known.put("manager", "Sample Manager");
        List<List<String>> file =
                List.of(
                        List.of("id", "name", "email"),
                        List.of("r-1", "Dana Lee", "dana@sample-medtech.example"),
                        List.of("r-2", "Dana Lee", "d.lee@sample-medtech.example"));

        List<Map<String, Object>> made = imported("reps", file, List.of(known));

        assertThat(made.get(0)).containsEntry("manager", "Sample Manager");
        assertThat(made.get(1)).doesNotContainKey("manager");
    }

    @Test
    void a_name_shared_by_two_active_reps_matches_neither() {
        Object found =
                call(
                        "values.js",
                        "index",
                        List.of(
                                List.of(
                                        rep("r-1", "Dana Lee", "one@x.example", true),
                                        rep("r-2", "Dana Lee", "two@x.example", true),
                                        rep("r-3", "Sam Roe", "sam@x.example", false),
                                        rep("r-4", "Sam Roe", "roe@x.example", true))),
                        "found => [found.get('dana lee') ?? null, found.get('sam roe')]");

        assertThat(found).isEqualTo(Arrays.asList(null, "r-4"));
    }

    @Test
    void a_rep_with_a_working_second_address_is_not_said_to_get_no_emails() {
        Map<String, Object> rep = rep("r-1", "Dana Lee", "dana@x.example", true);
        Map<String, Object> both = rep("r-1", "Dana Lee", "dana@x.example", true);
        both.put("secondEmail", "dana@home.example");
        List<Map<String, String>> first = List.of(Map.of("address", "email", "why", "bounced"));
        List<Map<String, String>> second =
                List.of(Map.of("address", "secondEmail", "why", "bounced"));
        List<Map<String, String>> spam =
                List.of(Map.of("address", "email", "why", "marked-as-spam"));

        assertThat(effect(rep, first)).isEqualTo("Dana Lee gets no emails");
        assertThat(effect(both, first))
                .isEqualTo("Dana Lee gets emails at the second address only");
        assertThat(effect(both, second)).isEqualTo("Dana Lee’s second address doesn’t work");
        assertThat(effect(both, spam)).isEqualTo("Dana Lee gets no emails");
        assertThat(call("mailhealth.js", "getsNone", List.of(both, List.of()), "it => it"))
                .isEqualTo(false);
    }

    @Test
    void an_export_runs_no_formula_even_in_a_spreadsheet_that_splits_cells() {
        for (String formula : List.of("=1", " +1", "a;=1", "a\t\t=1", "\t=1", "a;;@1", "a\r\n-1")) {
            assertThat(
                            String.valueOf(
                                    call(
                                            "csv.js",
                                            "csv",
                                            List.of(List.of("name"), List.of(List.of(formula))),
                                            "it => it")))
                    .as(formula)
                    .doesNotContainPattern("(^|[;\t\r\n\"])[ ]*[=+@-]");
        }
    }

    private static Object effect(Map<String, Object> rep, List<Map<String, String>> held) {
        return call("mailhealth.js", "effect", List.of(rep, held), "it => it");
    }

    /// The id that the page makes for a rep who is not on the list.
    private static String newRep(String name, String email) {
        List<Map<String, Object>> made =
                imported(
                        "reps", List.of(List.of("name", "email"), List.of(name, email)), List.of());
        return String.valueOf(made.getFirst().get("id"));
    }
}
