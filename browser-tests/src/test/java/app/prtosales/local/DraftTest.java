package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A draft is never lost: not to an answer from somebody else's server, to another tab, or to a
/// story that is still being submitted.
@Timeout(60)
class DraftTest extends BrowserSuite {

    private static final String PROXY_PAGE = "<!doctype html><title>Continue?</title>";

    @Test
    void a_proxys_page_instead_of_our_answer_leaves_the_story_in_the_form() {
        Page page = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(page, "https://draft.example/behind-a-proxy");
        answerSubmissions(page, 200, "text/html", PROXY_PAGE);

        page.locator("button[type=submit]").click();

        assertThat(alert(page)).containsText("That answer didn’t come from our server.");
        page.reload();
        assertThat(headline(page)).hasValue("A story of https://draft.example/behind-a-proxy");
    }

    @Test
    void an_answer_without_a_placement_leaves_the_story_in_the_form() {
        Page page = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(page, "https://draft.example/not-ours");
        answerSubmissions(page, 200, "application/json", "{}");

        page.locator("button[type=submit]").click();

        assertThat(alert(page)).containsText("Something went wrong.");
        assertThat(page).hasURL(Pattern.compile("#/$"));
        page.reload();
        assertThat(headline(page)).hasValue("A story of https://draft.example/not-ours");
    }

    @Test
    void r5_13_an_answer_that_is_cut_off_is_explained_in_plain_words() {
        Page page = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(page, "https://draft.example/cut");
        answerSubmissions(page, 201, "application/json", "{\"id\": \"cu");

        page.locator("button[type=submit]").click();

        assertThat(alert(page)).containsText("We can’t reach the server.");
        assertThat(headline(page)).hasValue("A story of https://draft.example/cut");
    }

    @Test
    void segments_that_do_not_load_can_be_loaded_again() {
        Page page = visit(DESK, "#/");
        page.route(
                "**/directory/segments",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody(PROXY_PAGE)));
        signIn(page);
        assertThat(page.locator("#segments")).containsText("didn’t come from our server");
        page.unroute("**/directory/segments");

        press(page.locator("#segments"), "Try again");

        assertThat(page.getByLabel("Health systems")).isVisible();
    }

    @Test
    void the_next_story_stays_when_the_answer_about_the_last_one_arrives() {
        Page page = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(page, "https://draft.example/first");
        HeldRequests held = submitAndLeave(page);
        page.getByText("Back to the form").click();
        page.getByRole(AriaRole.BUTTON, named("Clear the form")).click();
        headline(page).fill("The next story");

        held.release();

        assertThat(page.locator("#said")).containsText("Submitted.");
        page.reload();
        assertThat(headline(page)).hasValue("The next story");
    }

    @Test
    void a_change_while_the_story_is_submitted_is_kept_and_pointed_out() {
        Page page = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(page, "https://draft.example/changed");
        HeldRequests held = HeldRequests.of(page, product.url() + "/placements");
        held.await(1, () -> page.locator("button[type=submit]").click());
        page.getByLabel("Note to the reps").fill("A better line for the reps.");

        held.release();

        assertThat(page.locator("#said")).containsText("without what you changed after that");
        page.navigate(product.url() + "/#/");
        assertThat(page.getByLabel("Note to the reps")).hasValue("A better line for the reps.");
    }

    @Test
    void a_draft_outlives_its_tab_although_another_tab_sent_its_own() {
        Page first = signedIn(DESK, "#/", "pr");
        headline(first).fill("The draft of the first tab");
        Page second = tab(first);
        assertThat(headline(second)).hasValue("The draft of the first tab");
        second.getByRole(AriaRole.BUTTON, named("Clear the form")).click();
        FormTest.fillIn(second, "https://draft.example/second-tab");
        second.locator("button[type=submit]").click();
        assertThat(second).hasURL(Pattern.compile("#/placements/.+"));

        first.close();
        Page third = tab(second);

        assertThat(headline(third)).hasValue("The draft of the first tab");
    }

    @Test
    void a_draft_of_a_closed_tab_is_gone_once_another_tab_sent_it() {
        Page first = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(first, "https://draft.example/reopened");
        Page second = tab(first);
        first.close();
        assertThat(headline(second)).hasValue("A story of https://draft.example/reopened");
        second.locator("button[type=submit]").click();
        assertThat(second).hasURL(Pattern.compile("#/placements/.+"));

        assertThat(headline(tab(second))).hasValue("");
    }

    @Test
    void a_draft_edited_in_one_tab_after_another_is_gone_once_it_is_sent() {
        Page monday = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(monday, "https://draft.example/three-days");
        Page keeper = tab(monday, "#/test");
        monday.close();
        Page tuesday = tab(keeper);
        headline(tuesday).fill("What it said on Tuesday");
        assertThat(tuesday.locator("#segments label").first()).isVisible();
        tuesday.close();
        Page wednesday = tab(keeper);
        assertThat(headline(wednesday)).hasValue("What it said on Tuesday");
        submitted(wednesday);

        assertThat(headline(tab(keeper))).hasValue("");
    }

    @Test
    void a_closed_tabs_next_story_stays_although_another_tab_sent_the_one_before() {
        Page first = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(first, "https://draft.example/in-both");
        Page second = tab(first);
        first.getByRole(AriaRole.BUTTON, named("Clear the form")).click();
        headline(first).fill("The next story of the first tab");
        first.close();
        submitted(second);

        assertThat(headline(tab(second))).hasValue("The next story of the first tab");
    }

    @Test
    void a_copied_tab_keeps_its_draft_although_the_first_one_sent_its_own() {
        Page first = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(first, "https://draft.example/copied-tab");
        Page copy = first.waitForPopup(() -> first.evaluate("() => { open(location.href); }"));
        assertThat(copy.locator("html[data-ready]")).isAttached();
        headline(copy).fill("The story of the copied tab");
        submitted(first);
        copy.close();

        assertThat(headline(tab(first))).hasValue("The story of the copied tab");
    }

    @Test
    void clearing_all_drafts_clears_them_in_the_other_open_tabs() {
        Page first = signedIn(DESK, "#/", "pr");
        headline(first).fill("Not for the next person");
        Page second = tab(first);

        signOutAndClear(second);

        assertThat(headline(first)).hasValue("");
        first.reload();
        assertThat(first.locator("html[data-ready]")).isAttached();
        assertThat(headline(first)).hasValue("");
        headline(first).pressSequentially("N");
        assertThat(headline(tab(second))).hasValue("N");
    }

    @Test
    void clearing_all_drafts_clears_those_of_tabs_that_are_opened_again() {
        Page first = signedIn(DESK, "#/", "pr");
        headline(first).fill("Not for the next person");
        Page second = tab(first);
        // The browser keeps the storage of a tab that it has put to sleep or that was closed.
        first.navigate("about:blank");

        signOutAndClear(second);

        first.navigate(product.url() + "/#/");
        assertThat(first.locator("html[data-ready]")).isAttached();
        assertThat(headline(first)).hasValue("");
    }

    @Test
    void signing_out_offers_to_clear_the_draft() {
        Page page = signedIn(DESK, "#/", "pr");
        headline(page).fill("Not for the next person");

        button(page, "Sign out").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("anyone who uses this computer can read it");
        Chromium.assertAccessible(page);
        dialog.getByLabel("Clear my draft").check();
        press(dialog, "Sign out");

        assertThat(button(page, "Sign in").first()).isVisible();
        assertThat(page.locator("html[data-ready]")).isAttached();
        assertThat(headline(page)).hasValue("");
    }

    /// Signs in as PR without the provider's page.
    private static void signIn(Page page) {
        page.evaluate(
                "token => sessionStorage.setItem('token', token)",
                product.as("pr@sample-medtech.example", "pr").token());
        page.reload();
    }

    private static void answerSubmissions(Page page, int status, String type, String body) {
        page.route(
                product.url() + "/placements",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(status)
                                        .setContentType(type)
                                        .setBody(body)));
    }

    private static HeldRequests submitAndLeave(Page page) {
        HeldRequests held = HeldRequests.of(page, product.url() + "/placements");
        held.await(1, () -> page.locator("button[type=submit]").click());
        page.evaluate("() => { location.hash = '#/test'; }");
        assertThat(page.locator("main h1")).hasText("That was a test");
        return held;
    }

    private static void submitted(Page page) {
        page.locator("button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("#/placements/.+"));
    }

    private static void signOutAndClear(Page page) {
        button(page, "Sign out").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Clear my draft").check();
        press(dialog, "Sign out");
        assertThat(button(page, "Sign in").first()).isVisible();
        assertThat(page.locator("html[data-ready]")).isAttached();
    }

    /// A new tab of the same browser.
    private static Page tab(Page page) {
        return tab(page, "#/");
    }

    private static Page tab(Page page, String at) {
        Page other = page.context().newPage();
        other.navigate(product.url() + "/" + at);
        assertThat(other.locator("html[data-ready]")).isAttached();
        return other;
    }

    private static Locator headline(Page page) {
        return page.locator("form.sheet [name=headline]");
    }

    private static Locator alert(Page page) {
        return page.locator("form.sheet > [role=alert]");
    }
}
