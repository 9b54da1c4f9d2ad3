package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The start pages of the roles, and the list of placements as leaders and ops browse it.
@Timeout(60)
class HomeTest extends BrowserSuite {

    private static final int LONGEST_ROW = 56;

    /// Long enough for a page to draw what has arrived, in milliseconds.
    private static final int A_MOMENT = 100;

    @Test
    void people_who_cannot_submit_start_on_home_instead_of_the_form() throws Exception {
        submitted("A story that is running");

        Page page = signedIn(DESK, "#/", "leadership");

        assertThat(page.getByRole(AriaRole.HEADING, named("Home"))).isVisible();
        assertThat(page.locator("nav").getByText("New placement")).hasCount(0);
        assertThat(card(page, "Whose move")).containsText("A story that is running");
        assertThat(card(page, "Whose move"))
                .containsText("The owner of “Health system sequence”: Add it at stage");
        assertThat(card(page, "Running")).containsText("left");
        Chromium.assertAccessible(page);
    }

    @Test
    void r4_5_the_week_begins_on_a_day_of_its_own_zone_wherever_the_reader_is() throws Exception {
        submitted("A story of this week");
        Page page = signedIn(DESK, "#/placements", "leadership");
        page.route("**/audit/weeks/*", HomeTest::beginOnMondayInNewYork);

        page.getByRole(AriaRole.LINK, named("Home")).click();

        assertThat(page.getByRole(AriaRole.HEADING, named("This week, since Nov 30"))).isVisible();
    }

    private static void beginOnMondayInNewYork(Route route) {
        Map<String, Object> week = new LinkedHashMap<>(SampleProduct.object(route.fetch().text()));
        List<Object> rows = new ArrayList<>(Json.list(week.get("judged")));
        rows.addAll(Json.list(week.get("pending")));
        week.put("judged", rows);
        week.put("pending", List.of());
        week.put("from", "2026-11-30T05:00:00Z");
        week.put("zone", "America/New_York");
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(Json.text(week)));
    }

    @Test
    void pr_starts_on_the_form_and_home_is_one_click_away() throws Exception {
        submitted("A story of ours");

        Page page = signedIn(PHONE, "#/", "pr");
        assertThat(page.getByRole(AriaRole.HEADING, named("New placement"))).isVisible();
        page.getByRole(AriaRole.LINK, named("Home")).click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Home"))).isVisible();
        card(page, "Running").getByText("A story of ours").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("A story of ours"))).isVisible();
        page.goBack();
        assertThat(card(page, "Running")).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
    }

    @Test
    void ops_sees_the_state_of_sending() {
        Page page = signedIn(DESK, "#/", "ops");

        assertThat(card(page, "Email health")).containsText("Sending");
        card(page, "Email health").getByRole(AriaRole.LINK).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Reps"))).isVisible();
    }

    @Test
    void a_session_is_shared_by_tabs_and_ends_in_all() {
        Page one = signedIn(DESK, "#/home", "leadership");
        Page other = one.context().newPage();

        other.navigate(product.url() + "/#/placements");
        assertThat(other.getByRole(AriaRole.BUTTON, named("Sign out"))).isVisible();

        one.getByRole(AriaRole.BUTTON, named("Sign out")).click();
        assertThat(other.locator("#account").getByRole(AriaRole.BUTTON, inAccount("Sign in")))
                .isVisible();
    }

    @Test
    void the_list_shows_the_three_answers_and_filters_by_them() throws Exception {
        submitted(
                "A headline that is much longer than any row of any list has room for, and goes on");
        Page page = signedIn(DESK, "#/placements", "leadership");
        Locator row = page.locator("tbody tr").first();

        assertThat(row).containsText("… Not yet");
        Assertions.assertThat(row.boundingBox().height).isLessThanOrEqualTo(LONGEST_ROW);
        Chromium.assertAccessible(page);

        page.getByLabel("Answers").selectOption("wired");
        assertThat(page.getByText("No placements match")).isVisible();
        page.getByLabel("Answers").selectOption("unplaced");
        assertThat(row).isVisible();
        page.getByText("More filters").click();
        page.getByLabel("Published from").fill("2020-01-01");
        assertThat(page).hasURL(Pattern.compile("from=2020-01-01"));
        page.reload();

        assertThat(page.getByLabel("Answers")).hasValue("unplaced");
        assertThat(page.getByLabel("Published from")).hasValue("2020-01-01");
        page.getByLabel("Published from").fill("2099-01-01");
        assertThat(page.getByText("No placements match")).isVisible();
    }

    @Test
    void the_audit_says_not_yet_while_the_24_hours_run() throws Exception {
        submitted("Not in a sequence yet");

        Page page = signedIn(PHONE, "#/audit", "leadership");

        assertThat(page.locator(".answers .badge"))
                .hasText(new String[] {"Pending", "Not yet", "Not yet"});
    }

    @Test
    void a_story_with_a_time_in_z_is_shown_like_any_other() {
        String at = product.timeline().now().minusSeconds(3_600).toString().substring(0, 19) + "Z";
        String id =
                SampleProduct.submit(
                        product,
                        Map.of(
                                "outlet", "Field News",
                                "headline", "A time with Z",
                                "format", "feature",
                                "publishedAt", at,
                                "segments", List.of("payers"),
                                "note", "For payers.",
                                "url", "https://field.example/z"));

        Page page = signedIn(DESK, "#/placements", "pr");

        assertThat(page.locator("tbody tr", withText("A time with Z"))).isVisible();
        page.navigate(product.url() + "/#/placements/" + id);
        assertThat(page.getByRole(AriaRole.HEADING, named("A time with Z"))).isVisible();
        assertThat(page.getByText("PM UTC").or(page.getByText("AM UTC")).first()).isVisible();
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void the_list_is_sorted_and_what_is_selected_is_exported() throws Exception {
        submitted("Zebra crossing, a story");
        submitted("Aardvark, a story");
        Page page = signedIn(DESK, "#/placements", "ops");

        page.getByRole(AriaRole.BUTTON, named("Story")).click();
        assertThat(page.locator("tbody tr").first()).containsText("A");
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Story ▾");
        assertThat(page.getByText("By headline")).isVisible();

        page.getByLabel("Select “Aardvark, a story”").check();
        Download file =
                page.waitForDownload(
                        () -> page.getByRole(AriaRole.BUTTON, named("Export 1 selected")).click());
        List<String> lines = Files.readAllLines(file.path());
        Assertions.assertThat(lines).hasSize(2);
        Assertions.assertThat(lines.getLast()).contains("Aardvark, a story");
    }

    @Test
    void an_old_story_imported_later_is_listed_below_this_weeks() throws Exception {
        submitted("Published this week");
        SampleProduct.importPast(
                product, Map.of("headline", "Imported just now", "publishedAt", "2026-01-05"));
        Page page = signedIn(PHONE, "#/placements", "pr");

        assertThat(page.getByText("Most recently published first")).isVisible();
        assertThat(page.locator("tbody tr").last()).containsText("Imported just now");
        assertThat(page.locator("tbody tr").first()).not().containsText("Imported just now");
    }

    @Test
    void a_page_that_answers_late_replaces_nothing_and_takes_no_focus() {
        Page page = signedIn(DESK, "#/test", "ops");
        // The segments are fetched only once, and the roster's page needs them too.
        assertLateAnswerIsDropped(page, "#/placements", "**/directory/segments");
        assertLateAnswerIsDropped(page, "#/audit", "**/audit/quarter");
        assertLateAnswerIsDropped(page, "#/directory/reps", "**/directory/reps");
    }

    private static void assertLateAnswerIsDropped(Page page, String at, String request) {
        HeldRequests held = HeldRequests.of(page, request);
        held.await(1, () -> page.evaluate("at => { location.hash = at; }", at));
        page.evaluate("() => { location.hash = '#/test'; }");
        assertThat(page.locator("main h1")).hasText("That was a test");
        page.locator("main a").focus();

        page.waitForResponse(request, held::release);
        page.waitForTimeout(A_MOMENT);
        assertThat(page.locator("main h1")).hasText("That was a test");
        assertThat(page.locator("main a")).isFocused();
    }

    @Test
    void an_export_during_a_search_has_each_placement_once() throws Exception {
        submitted("Exported only once");
        Page page = signedIn(DESK, "#/placements", "ops");
        assertThat(page.locator("tbody tr").first()).isVisible();
        HeldRequests held = HeldRequests.of(page, "**/placements?limit=*");
        held.await(1, () -> page.getByLabel("Search").fill("exported only once"));

        Download file =
                page.waitForDownload(() -> {
                    held.await(2, () -> button(page, "Export CSV").click());
                    page.waitForResponse("**/placements?limit=*", () -> held.release(0));
                    held.release(1);
                });

        Assertions.assertThat(Files.readAllLines(file.path())).hasSize(2);
    }

    @Test
    void a_selection_is_cleared_when_the_filter_changes() throws Exception {
        submitted("Selected and then filtered out");
        Page page = signedIn(DESK, "#/placements", "ops");
        page.getByLabel("Select “Selected and then filtered out”").check();
        assertThat(button(page, "Export 1 selected")).isVisible();

        page.getByLabel("Answers").selectOption("wired");

        assertThat(page.getByText("No placements match")).isVisible();
        assertThat(button(page, "Export CSV")).isVisible();
    }

    @Test
    void a_page_that_takes_a_while_says_that_it_is_loading() {
        Page page = signedIn(PHONE, "#/test", "leadership");
        HeldRequests held = HeldRequests.of(page, "**/audit/quarter");
        held.await(1, () -> page.evaluate("() => { location.hash = '#/audit'; }"));

        assertThat(page.locator("main")).hasText("Loading …");
        held.release();
        assertThat(page.locator("main h1")).hasText("Audit");
    }

    @Test
    void stories_are_found_by_the_date_that_the_list_shows() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        LocalDate day = LocalDate.ofInstant(product.timeline().now(), tokyo).minusDays(1);
        SampleProduct.submit(
                product,
                SampleProduct.story(
                        product,
                        "Half past midnight in Tokyo",
                        Duration.ZERO,
                        Map.of("publishedAt", day + "T00:30", "zone", "Asia/Tokyo")));

        Page page = signedIn(DESK, "#/placements?from=%s&until=%s".formatted(day, day), "pr");

        assertThat(page.locator("tbody tr", withText("Half past midnight in Tokyo")))
                .containsText(DateTimeFormatter.ofPattern("MMM d", Locale.US).format(day));
    }

    private static Locator card(Page page, String title) {
        return page.locator("section.card")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(page.getByRole(AriaRole.HEADING, named(title))))
                .first();
    }

    private static Locator.GetByRoleOptions inAccount(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static void submitted(String headline) throws InterruptedException {
        SampleProduct.submit(
                product, headline.replaceAll("\\W+", "-"), Map.of("headline", headline));
        product.timeline().settleNow();
    }
}
