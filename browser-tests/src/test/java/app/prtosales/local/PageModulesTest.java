package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the page's modules compute, called by name in a browser: no product, and one page for all.
@Timeout(60)
class PageModulesTest {

    private static final String ORIGIN = "http://localhost";
    private static final String FOLDER = "/app/prtosales/functions/placementintake/page/";

    private static final String EMPTY =
            "<!doctype html><main id=main></main><p id=said role=status></p>";

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.launchOrSkip();
        page = chromium.open(BrowserSuite.DESK, 900, ColorScheme.LIGHT, Set.of(ORIGIN));
        page.route(ORIGIN + "/**", PageModulesTest::serve);
        page.navigate(ORIGIN + "/shell.html");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.assertNothingStrayedOrBroke();
            chromium.close();
        }
    }

    @AfterEach
    void nothing_stays_open() {
        page.evaluate("() => document.querySelectorAll('dialog').forEach((each) => each.close())");
        assertThat(page.locator("dialog")).hasCount(0);
    }

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
    void by_name_alone_a_rep_is_an_active_one_with_another_address_and_never_a_former_one() {
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
    void a_name_that_two_active_reps_have_stands_for_neither() {
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
    void what_is_said_while_a_dialog_is_open_is_said_inside_it() {
        Locator dialog = dialog("() => { throw Object.assign(new Error('No'), {errors: [{field: 'reason', message: 'Enter a reason'}]}); }");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.locator("#said")).hasText("1 to fix: Enter a reason");
        dialog.getByText("Cancel").click();
        assertThat(page.locator("body > #said")).hasCount(1);
    }

    @Test
    void what_is_said_as_a_dialog_closes_is_said_on_the_page() {
        Locator dialog = dialog("async () => (await import('/dom.js')).say('Saved.')");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).hasCount(0);
        assertThat(page.locator("body > #said")).hasText("Saved.");
    }

    @Test
    void a_session_that_ends_in_a_dialog_says_so_there_and_keeps_what_was_typed() {
        Locator dialog = dialog("() => { throw Object.assign(new Error('Out'), {status: 401, errors: []}); }");
        dialog.getByLabel("Reason").fill("A long reason");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.getByRole(AriaRole.ALERT))
                .hasText("Your session ended, and nothing was saved. Copy what you typed, cancel, and sign in again.");
        assertThat(dialog.getByLabel("Reason")).hasValue("A long reason");
    }

    @Test
    void leaving_the_page_closes_its_dialog() {
        Locator dialog = dialog("() => {}");
        assertThat(dialog).isVisible();

        page.evaluate("() => { location.hash = '#/elsewhere'; }");

        assertThat(dialog).hasCount(0);
    }

    @Test
    void a_second_press_opens_no_second_dialog() {
        dialog("() => {}");

        assertThat(dialog("() => {}")).hasCount(1);
    }

    @Test
    void a_reason_stays_on_one_line() {
        Locator reason = dialog("() => {}").getByLabel("Reason");
        reason.fill("One line");
        reason.press("Enter");
        page.keyboard().type(" only");

        assertThat(reason).hasValue("One line only");
    }

    @Test
    void a_button_pressed_twice_asks_once() {
        page.evaluate(
                """
                async () => {
                  const {button} = await import('/dom.js');
                  window.asked = 0;
                  const answered = new Promise((resolve) => { window.answer = resolve; });
                  document.getElementById('main').replaceChildren(button('Apply', () => { window.asked++; return answered; }));
                }
                """);
        Locator apply = page.locator("#main button");

        apply.dblclick();
        assertThat(page.evaluate("() => asked")).isEqualTo(1);
        assertThat(apply).hasAttribute("aria-disabled", "true");
        page.evaluate("() => answer()");
        assertThat(apply).not().hasAttribute("aria-disabled", "true");
    }

    @Test
    void an_import_says_how_many_rows_were_already_here() {
        page.evaluate(
                """
                async () => {
                  const {differenceOf} = await import('/difference.js');
                  const answer = {added: ['one'], known: ['two', 'three'], inSequences: 0, usedInDeals: 0, errors: [], warnings: []};
                  const result = document.getElementById('main');
                  await differenceOf({id: 'import', name: 'coverage.csv', rows: [], result, send: async () => answer}).check();
                }
                """);

        page.getByText("Import 1 placement").click();

        assertThat(page.locator("#main")).containsText("1 imported, 2 already here.");
    }

    @Test
    void a_session_that_another_tab_hands_over_late_is_taken() {
        Object token =
                page.evaluate(
                        """
                        async () => {
                          const {join} = await import('/tabs.js');
                          await join();
                          const signedIn = new Promise((resolve) => addEventListener('signed-in', resolve, {once: true}));
                          new BroadcastChannel('session').postMessage({token: 'of another tab'});
                          await signedIn;
                          const token = sessionStorage.getItem('token');
                          sessionStorage.removeItem('token');
                          return token;
                        }
                        """);

        assertThat(token).isEqualTo("of another tab");
    }

    /// Opens a dialog with a reason.
    ///
    /// @param send what it does when it is confirmed, as a function
    private static Locator dialog(String send) {
        page.evaluate(
                """
                async () => {
                  const {dialog, reason} = await import('/dialog.js');
                  dialog({title: 'Withdraw', action: 'Withdraw it', fields: [reason('Why?')], send: %s});
                }
                """
                        .formatted(send));
        return page.locator("dialog");
    }

    private static Object effect(Map<String, Object> rep, List<Map<String, String>> held) {
        return call("mailhealth.js", "effect", List.of(rep, held), "it => it");
    }

    /// The id that the page makes for a rep who is not on the list.
    private static String newRep(String name, String email) {
        List<Map<String, Object>> made =
                imported(
                        "reps",
                        List.of(List.of("name", "email"), List.of(name, email)),
                        List.of());
        return (String) made.getFirst().get("id");
    }

    private static Map<String, Object> rep(String id, String name, String email, boolean active) {
        return new HashMap<>(
                Map.of("id", id, "name", name, "email", email, "active", active));
    }

    /// The rows of a list after a file was imported into it, without empty cells. The file's columns
    /// have our names.
    @SuppressWarnings("unchecked") // rows of the page
    private static List<Map<String, Object>> imported(
            String id, List<List<String>> file, List<Map<String, Object>> list) {
        return (List<Map<String, Object>>)
                page.evaluate(
                        """
                        async ([id, table, rows]) => {
                          const {canonical} = await import('/canonical.js');
                          const mapping = Object.fromEntries(table[0].map((name, at) => [name, {columns: [at]}]));
                          const context = {known: {}, named: {}, stages: new Map(), order: 'md'};
                          return canonical({id, table, header: 0, mapping, context, rows, keepOthers: false})
                              .map(({cells}) => Object.fromEntries(Object.entries(cells).filter(([, text]) => text)));
                        }
                        """,
                        List.of(id, file, list));
    }

    /// Calls a function of a module.
    ///
    /// @param then what to return of its result, as a function
    private static Object call(String module, String function, List<?> given, String then) {
        return page.evaluate(
                "async given => (%s)((await import('/%s')).%s(...given))"
                        .formatted(then, module, function),
                given);
    }

    private static void serve(Route route) {
        String path = URI.create(route.request().url()).getPath();
        String type = path.endsWith(".html") ? "text/html" : "text/javascript";
        try (InputStream file =
                PageModulesTest.class.getResourceAsStream(FOLDER + path.substring(1))) {
            if (file == null) {
                route.fulfill(new Route.FulfillOptions().setStatus(204));
                return;
            }
            String text = path.endsWith(".html") ? EMPTY : new String(file.readAllBytes(), UTF_8);
            route.fulfill(new Route.FulfillOptions().setContentType(type).setBody(text));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
