package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Dialogs, messages and buttons on any page, and what is kept when a page is drawn again.
@Timeout(60)
class DialogModulesTest extends ModuleSuite {

    @AfterEach
    void nothing_stays_open() {
        page.evaluate("() => document.querySelectorAll('dialog').forEach((each) => each.close())");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void messages_appear_inside_an_open_dialog() {
        Locator dialog =
                dialog(
                        "() => { throw Object.assign(new Error('No'), {errors: [{field: 'reason', message: 'Enter a reason'}]}); }");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.locator("#said")).hasText("1 to fix: Enter a reason");
        dialog.getByText("Cancel").click();
        assertThat(page.locator("body > #said")).hasCount(1);
    }

    @Test
    void messages_appear_on_the_page_once_a_dialog_closes() {
        Locator dialog = dialog("async () => (await import('/modules/dom.js')).say('Saved.')");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).hasCount(0);
        assertThat(page.locator("body > #said")).hasText("Saved.");
    }

    @Test
    void a_session_that_ends_while_a_dialog_is_open_is_reported_there_and_keeps_what_was_typed() {
        Locator dialog =
                dialog(
                        "() => { throw Object.assign(new Error('Out'), {status: 401, errors: []}); }");
        dialog.getByLabel("Reason").fill("A long reason");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.getByRole(AriaRole.ALERT))
                .hasText(
                        "Your session ended, and nothing was saved. Open this page in another tab and sign in there, then come back and try again.");
        assertThat(dialog.getByLabel("Reason")).hasValue("A long reason");
    }

    @Test
    void a_change_that_fails_after_its_dialog_was_closed_says_so_on_the_page() {
        page.evaluate(
                "() => { window.answered = new Promise((_, no) => { window.refuse = no; }); }");
        Locator dialog = dialog("() => answered");
        dialog.locator("[type=submit]").click();
        dialog.getByText("Cancel").click();
        page.evaluate("() => refuse(new Error('We can’t reach the server.'))");

        assertThat(page.locator("body > #said")).hasText("We can’t reach the server.");
    }

    @Test
    void the_text_of_a_kit_stays_when_its_page_is_drawn_again() {
        page.route(
                ORIGIN + "/placements/p1/kit",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(
                                                "{\"paragraph\": \"What Sample MedTech said.\"}")));
        String draw =
                """
                async () => {
                  const {kit} = await import('/modules/kit.js');
                  const placement = {id: 'p1', kit: {ready: true, armed: 0, champions: []}};
                  document.getElementById('main').replaceChildren(...kit(placement, {}).flat().filter(Boolean));
                }
                """;
        page.evaluate(draw);
        page.locator("#main").getByText("Show").click();
        assertThat(page.locator("#main .paragraph")).isVisible();

        page.evaluate(draw);

        assertThat(page.locator("#main .paragraph")).hasText("What Sample MedTech said.");
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
    void enter_in_a_field_of_a_correction_submits_nothing() {
        Locator dialog = change("correct");
        dialog.getByLabel("Reason").fill("A word was missing");

        for (Locator field : dialog.locator("input:not([type=checkbox]), textarea").all()) {
            field.press("Enter");
        }

        assertThat(dialog.locator("[name=headline]")).hasValue("Robots lead the way");
        dialog.locator("[name=topic]").fill("robots");
        assertSubmitsOnlyByItsButton(dialog);
    }

    @Test
    void enter_on_a_checkbox_of_a_correction_submits_nothing() {
        Locator dialog = change("correct");
        dialog.getByLabel("Reason").fill("The wrong segments");
        dialog.getByLabel("Payers").uncheck();

        for (Locator box : dialog.locator("[type=checkbox]").all()) {
            box.press("Enter");
        }

        assertSubmitsOnlyByItsButton(dialog);
    }

    @Test
    void enter_in_the_date_or_the_time_of_a_move_submits_nothing() {
        Locator dialog = change("move");
        dialog.getByLabel("Reason").fill("The editor moved it");

        dialog.locator("[name=publishedAt]").press("Enter");
        dialog.locator("[name=time]").press("Enter");

        assertSubmitsOnlyByItsButton(dialog);
    }

    @Test
    void enter_on_a_button_of_a_dialog_presses_it() {
        Locator dialog = change("correct");

        dialog.getByText("Cancel").press("Enter");

        assertThat(dialog).hasCount(0);
        assertThat(page.evaluate("() => submitted")).isEqualTo(0);
    }

    @Test
    void a_bad_address_of_a_rules_owner_is_marked_at_its_own_field() {
        Locator dialog =
                agreement(
                        """
                        [{"field": "items[0].ruleOwners[1]", "message": "Replace “jane@”"}]\
                        """);
        dialog.locator("[name=ruleOwners1]").fill("jane@");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.locator("[name=ruleOwners1]")).hasAttribute("aria-invalid", "true");
        assertThat(dialog.locator("[name=ruleOwners1]")).isFocused();
        assertThat(dialog.locator("[name=ruleOwners1]"))
                .hasAccessibleDescription("Replace “jane@”");
        assertThat(dialog.locator("[name=ruleOwners0]")).hasAttribute("aria-invalid", "false");
    }

    @Test
    void each_bad_address_of_a_field_is_named_at_the_field() {
        Locator dialog =
                agreement(
                        """
                        [{"field": "items[0].leadership", "message": "Replace “jane@”"},
                         {"field": "items[0].leadership", "message": "Replace “joe@”"}]\
                        """);
        dialog.locator("[name=leadership]").fill("jane@\nceo@sample-medtech.example\njoe@");
        dialog.locator("[type=submit]").click();

        assertThat(dialog.locator("[name=leadership]"))
                .hasAccessibleDescription(
                        "Who gets the weekly email. One address per line. Replace “jane@”. Replace “joe@”");
    }

    @Test
    void a_button_pressed_twice_sends_one_request() {
        page.evaluate(
                """
                async () => {
                  const {button} = await import('/modules/dom.js');
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
                  const {differenceOf} = await import('/modules/difference.js');
                  const answer = {added: ['one'], known: ['two', 'three'], inSequences: 0, usedInDeals: 0, errors: [], warnings: []};
                  const result = document.getElementById('main');
                  await differenceOf({id: 'import', name: 'coverage.csv', rows: [], result, send: async () => answer}).check();
                }
                """);

        page.getByText("Import 1 placement").click();

        assertThat(page.locator("#main")).containsText("1 imported, 2 already here.");
    }

    @Test
    void a_dialog_that_did_not_open_hears_nothing() {
        dialog("() => {}");

        Object asked =
                page.evaluate(
                        """
                        async () => {
                          const {dialog} = await import('/modules/dialog.js');
                          let asked = 0;
                          dialog({title: 'Second', action: 'Do it', whom: () => `${++asked}`, send() {}});
                          const before = asked;
                          dispatchEvent(new Event('fresh'));
                          return asked - before;
                        }
                        """);

        assertThat(asked).isEqualTo(0);
    }

    @Test
    void a_press_that_never_ends_delays_only_the_next_answer() {
        Object held =
                page.evaluate(
                        """
                        async () => {
                          const {afterPress} = await import('/modules/dom.js');
                          const isHeld = async () => {
                            let held = true;
                            afterPress().then(() => { held = false; });
                            await new Promise((resolve) => setTimeout(resolve));
                            return held;
                          };
                          document.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
                          const first = await isHeld();
                          await afterPress();
                          return [first, await isHeld()];
                        }
                        """);

        assertThat(held).isEqualTo(List.of(true, false));
    }

    @Test
    void a_change_that_makes_an_expired_story_usable_again_says_who_gets_an_email() {
        assertThat(change("renew", "")).containsText("Nobody right now.");
        assertThat(change("renew", "expiresAt: '2026-01-01T05:00:00Z', backfill: true,"))
                .containsText("Sequence owners who confirmed it, if it’s usable again.");
        for (String name : List.of("renew", "move", "correct")) {
            assertThat(change(name, "expiresAt: '2026-01-01T05:00:00Z',"))
                    .containsText("distributors whose email was stopped when it expired");
        }
    }

    /// Opens the dialog of a change to a placement, and counts how many times it is submitted.
    static Locator change(String name) {
        return change(name, "");
    }

    /// @param more more members of the placement, or other ones
    static Locator change(String name, String more) {
        page.route(
                ORIGIN + "/directory/segments",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
        page.evaluate(
                """
                async () => {
                  window.submitted = 0;
                  document.querySelector('dialog')?.remove();
                  const placement = {status: 'distributed', reached: {count: 3}, responses: [], publishedAt: '2026-11-24T14:00:00Z',
                    zone: 'America/New_York', headline: 'Robots lead the way', url: 'https://story.example/robots',
                    outlet: 'FOX 26 Houston', format: 'feature', tone: 'positive', segments: ['payers', 'ascs'], personas: ['CFO'],
                    note: 'Shows a surgeon at work.', expiresAt: '2036-01-01T05:00:00Z', %2$s};
                  const {%1$s} = await import('/modules/changes.js');
                  window.story = {placement, names: {}, change: (what, body, done) => { window.submitted++; window.said = done; }};
                  await %1$s(story);
                }
                """
                        .formatted(name, more));
        return page.locator("dialog");
    }

    /// Opens the form of the agreement.
    ///
    /// @param errors what the API finds wrong with it, as JSON
    static Locator agreement(String errors) {
        page.route(
                ORIGIN + "/directory/agreement?*",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(422)
                                        .setContentType("application/problem+json")
                                        .setBody("{\"errors\": %s}".formatted(errors))));
        page.evaluate(
                """
                async () => {
                  const row = {version: '3', date: '2026-09-01', zone: 'America/New_York', warnings: ['PT12H'],
                    leadership: ['ceo@sample-medtech.example'], auditDay: 'monday', auditHour: 8,
                    ruleOwners: ['pr@sample-medtech.example', 'ops@sample-medtech.example']};
                  const {editRow} = await import('/modules/edit.js');
                  await editRow({id: 'agreement', row, current: {rows: [row], version: 3}, refresh() {}});
                }
                """);
        return page.locator("dialog");
    }

    private static void assertSubmitsOnlyByItsButton(Locator dialog) {
        assertThat(page.evaluate("() => submitted")).isEqualTo(0);
        assertThat(dialog).isVisible();
        dialog.locator("[type=submit]").press("Enter");
        assertThat(dialog).hasCount(0);
        assertThat(page.evaluate("() => submitted")).isEqualTo(1);
    }

    /// Opens a dialog with a reason.
    ///
    /// @param send what it does when it is confirmed, as a function
    static Locator dialog(String send) {
        page.evaluate(
                """
                async () => {
                  const {dialog, reason} = await import('/modules/dialog.js');
                  dialog({title: 'Withdraw', action: 'Withdraw it', fields: [reason('Why?')], send: %s});
                }
                """
                        .formatted(send));
        return page.locator("dialog");
    }
}
