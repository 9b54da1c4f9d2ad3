package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Editing one row of a list without a file: its form, what changes and what that costs, Save, and
/// Undo.
@Timeout(60)
class EditInPlaceTest extends BrowserSuite {

    private static final int MAXIMUM_TABS = 60;

    @Test
    void a_reps_address_is_fixed_and_restored() throws Exception {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        String before = Json.string(item("reps", "rep-03").get("email"));
        Locator form = edit(page, "Sample Rep 03");
        form.getByLabel("Email", exactly()).fill("not an address");
        press(form, "See what changes");
        assertThat(form.getByText("Enter one email address")).isVisible();
        assertThat(form.getByLabel("Email", exactly())).isFocused();
        Chromium.assertAccessible(page);

        form.getByLabel("Email", exactly()).fill("fixed@sample-medtech.example");
        press(form, "See what changes");
        assertThat(form.locator("dl")).containsText(before + " → fixed@sample-medtech.example");
        assertThat(form.getByText("didn’t reach the old one is emailed right away")).isVisible();
        Chromium.assertAccessible(page);
        save(form);

        assertThat(page.getByText("fixed@sample-medtech.example").first()).isVisible();
        assertThat(page.locator("#undo")).isFocused();
        Chromium.assertAccessible(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("#undo")).hasCount(0);
        Assertions.assertThat(item("reps", "rep-03")).containsEntry("email", before);
    }

    @Test
    void pausing_a_sequence_says_which_placements_lose_their_yes() throws Exception {
        confirmed("A story that counts", "cfo");
        Page page = signedIn(PHONE, "#/directory/sequences", "sequence-owner");
        Chromium.assertFits(page);
        Locator form = edit(page, "CFO sequence");
        form.getByLabel("Status").selectOption("paused");
        press(form, "See what changes");

        assertThat(form).containsText("1 placement loses its Yes");
        assertThat(form).containsText("“A story that counts”");
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        press(form, "Back");
        assertThat(form.getByLabel("Status")).hasValue("paused");
        press(form, "See what changes");
        save(form);

        assertThat(badge(page, "Paused")).isVisible();
        Assertions.assertThat(item("sequences", "cfo")).containsEntry("status", "paused");
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(badge(page, "Paused")).hasCount(0);
        Assertions.assertThat(item("sequences", "cfo")).containsEntry("status", "active");
    }

    @Test
    void by_keyboard_the_audit_moves_and_a_leader_is_added_under_a_new_version() throws Exception {
        Page page = signedIn(PHONE, "#/directory/agreement", "ops");
        tabTo(page, "[aria-label='Current list'] button", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        Locator form = page.getByRole(AriaRole.DIALOG);
        assertThat(form.getByLabel("Version")).isFocused();
        assertThat(form.getByLabel("Version")).hasValue("2");
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);

        tabTo(page, "[name=leadership]", MAXIMUM_TABS);
        page.keyboard().press("Control+End");
        page.keyboard().press("Enter");
        page.keyboard().type("cmo@sample-medtech.example");
        tabTo(page, "[name=auditDay]", MAXIMUM_TABS);
        page.keyboard().type("Tue");
        tabTo(page, "[name=auditHour]", MAXIMUM_TABS);
        page.keyboard().type("9 AM");
        tabTo(page, "[type=submit]", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        assertThat(form).containsText("The weekly email goes out Tuesdays at 9 AM, Eastern.");
        assertThat(form).containsText("cmo@sample-medtech.example gets the next weekly email.");
        assertThat(form.locator("[type=submit]")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator(".facts").first()).containsText("Tuesday");
        Map<String, Object> agreed = items("agreement").getFirst();
        Assertions.assertThat(agreed)
                .containsEntry("version", "2")
                .containsEntry("auditDay", "tuesday");
        Assertions.assertThat(Json.list(agreed.get("ruleOwners"))).hasSize(3);
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(page.locator(".facts").first()).containsText("Monday");
        Assertions.assertThat(items("agreement").getFirst()).containsEntry("version", "1");
    }

    @Test
    void another_persons_change_is_kept_and_no_typing_is_lost() throws Exception {
        Page page = signedIn(DESK, "#/directory/accounts", "ops");
        Locator form = edit(page, "Sample Surgery Center 02");
        form.getByLabel("Name").fill("Renamed Surgery Center");
        changeAccount("account-03", "Renamed by somebody else");

        press(form, "See what changes");
        assertThat(form).containsText("other@sample-medtech.example changed it");
        assertThat(form.getByLabel("Name")).hasValue("Renamed Surgery Center");
        press(form, "Load the list again");
        assertThat(form.getByText("nobody changed this row")).isVisible();
        press(form, "See what changes");
        save(form);

        assertThat(page.getByText("Renamed Surgery Center").first()).isVisible();
        assertThat(page.getByText("Renamed by somebody else").first()).isVisible();
        changeAccount("account-02", "Renamed once more");
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(page.getByText("Somebody changed this row after you did")).isVisible();
    }

    @Test
    void a_session_that_ends_in_a_form_says_so_there_and_keeps_what_was_typed() {
        Page page = signedIn(DESK, "#/directory/accounts", "ops");
        Locator form = edit(page, "Sample Hospital Group 01");
        form.getByLabel("Name").fill("Typed before the session ended");
        page.evaluate("() => sessionStorage.removeItem('token')");
        press(form, "See what changes");

        assertThat(form.getByRole(AriaRole.ALERT)).containsText("Your session ended");
        assertThat(form.locator("#said")).containsText("sign in there");
        assertThat(form.getByLabel("Name")).hasValue("Typed before the session ended");
    }

    @Test
    void a_segment_an_account_and_a_rule_are_added_and_one_is_removed() throws Exception {
        Page page = signedIn(DESK, "#/directory/segments", "ops");
        page.getByRole(AriaRole.BUTTON, named("Add a segment")).click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        press(form, "See what changes");
        assertThat(form.locator(".error").first()).isVisible();
        form.getByLabel("Name").fill("Home health");
        press(form, "See what changes");
        save(form);
        assertThat(page.getByText("6 of 6 rows")).isVisible();

        page.navigate(product.url() + "/#/directory/accounts");
        page.getByRole(AriaRole.BUTTON, named("Add an account")).click();
        form.getByLabel("Name").fill("Sample Home Care");
        form.getByLabel("Segment").selectOption("Home health");
        form.getByLabel("Target account").check();
        press(form, "See what changes");
        save(form);
        Assertions.assertThat(item("accounts", "sample-home-care"))
                .containsEntry("segment", "home-health")
                .containsEntry("target", true);

        page.navigate(product.url() + "/#/directory/rules");
        page.getByRole(AriaRole.BUTTON, named("Add a rule")).click();
        form.getByLabel("Topic").fill("home care");
        form.getByLabel("Sequence").selectOption("CFO sequence");
        form.getByLabel("Stage").selectOption("decision");
        Chromium.assertAccessible(page);
        press(form, "See what changes");
        save(form);
        Assertions.assertThat(items("rules"))
                .anySatisfy(
                        rule -> Assertions.assertThat(rule).containsEntry("topic", "home care"));

        page.navigate(product.url() + "/#/directory/segments");
        form = edit(page, "Home health");
        press(form, "Remove");
        assertThat(form).containsText("Still used in other lists.");
        press(form, "Remove Home health");
        assertThat(page.getByText("5 of 5 rows")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(page.getByText("6 of 6 rows")).isVisible();
    }

    @Test
    void people_who_may_only_view_get_no_forms() {
        Page page = signedIn(DESK, "#/directory/reps", "leadership");

        assertThat(page.getByText("12 of 12 rows")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Edit"))).hasCount(0);
        assertThat(page.getByRole(AriaRole.BUTTON, named("Add a rep"))).hasCount(0);
    }

    @Test
    void r1_1_a_rep_who_is_on_the_list_is_not_added_again() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        Map<String, Object> known = item("reps", "rep-05");
        page.getByRole(AriaRole.BUTTON, named("Add a rep")).click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("Name", exactly()).fill(Json.string(known.get("name")));
        form.getByLabel("Email", exactly()).fill(Json.string(known.get("email")));
        form.getByLabel("Time zone").first().selectOption("America/Chicago");
        press(form, "See what changes");

        assertThat(
                        form.getByText(
                                "%s is already on the list with this address. Edit that row instead"
                                        .formatted(known.get("name"))))
                .isVisible();
    }

    @Test
    void r1_11_a_rep_whose_name_and_address_both_change_is_asked_about() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        Locator form = edit(page, "Sample Rep 07");
        form.getByLabel("Name", exactly()).fill("Sam Roe");
        form.getByLabel("Email", exactly()).fill("sam.roe@sample-medtech.example");
        press(form, "See what changes");
        assertThat(form.getByText("We take Sam Roe for someone else")).isVisible();
        assertThat(form).containsText("Los Angeles gets no more emails from now on");
        assertThat(form).containsText("Los Angeles is the rep of 2 accounts");
        Chromium.assertAccessible(page);
        form.getByRole(AriaRole.CHECKBOX).check();
        assertThat(form).containsText("Emails go to the new address.");
        assertThat(form).not().containsText("is the rep of");
        save(form);
        Assertions.assertThat(item("reps", "rep-07")).containsEntry("name", "Sam Roe");
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(page.getByText("Sam Roe")).hasCount(0);

        form = edit(page, "Sample Rep 07");
        form.getByLabel("Name", exactly()).fill("Sam Roe");
        form.getByLabel("Email", exactly()).fill("sam.roe@sample-medtech.example");
        press(form, "See what changes");
        save(form);

        Assertions.assertThat(item("reps", "rep-07-2")).containsEntry("name", "Sam Roe");
        Assertions.assertThat(items("reps")).noneMatch(rep -> "rep-07".equals(rep.get("id")));
    }

    private static Locator edit(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("Edit " + name)).first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        assertThat(form).isVisible();
        return form;
    }

    private static void save(Locator form) {
        press(form, "Save");
        assertThat(form).isHidden();
    }

    private static Locator badge(Page page, String text) {
        return page.locator("td .badge", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static List<Map<String, Object>> items(String list) {
        String text =
                product.as("reader@sample-medtech.example", "ops").get("/directory/" + list).text();
        return Json.list(SampleProduct.object(text).get("items")).stream()
                .map(EditInPlaceTest::row)
                .toList();
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private static Map<String, Object> row(Object item) {
        return (Map<String, Object>) item;
    }

    private static Map<String, Object> item(String list, String id) {
        return items(list).stream()
                .filter(row -> id.equals(row.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static void changeAccount(String id, String name) {
        List<Map<String, Object>> changed =
                items("accounts").stream()
                        .map(row -> {
                            Map<String, Object> copy = new HashMap<>(row);
                            if (id.equals(row.get("id"))) {
                                copy.put("name", name);
                            }
                            return copy;
                        })
                        .toList();
        HttpAnswer answer =
                product.as("other@sample-medtech.example", "ops")
                        .put("/directory/accounts", Map.of("items", changed));
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /// A past story that a sequence's owner confirmed.
    private static void confirmed(String headline, String sequence) {
        LocalDate published =
                LocalDate.ofInstant(
                        product.timeline().now().minus(Duration.ofDays(40)), ZoneOffset.UTC);
        SampleProduct.importPast(
                product,
                Map.of(
                        "headline",
                        headline,
                        "publishedAt",
                        published.toString(),
                        "sequence",
                        sequence,
                        "stage",
                        "awareness"));
    }
}
