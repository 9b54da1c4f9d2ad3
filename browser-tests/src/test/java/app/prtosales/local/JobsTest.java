package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Importing past placements, a typo in a list, the list of placements, the audit's answers, and
/// the first day.
@Timeout(180)
class JobsTest extends BrowserSuite {

    /// Real placements of the industry, as someone collected them in a spreadsheet.
    private static final Path PAST =
            SampleProduct.ROOT.resolve("shared/domain/src/test/resources/placements.csv");

    /// Published an hour ago.
    private static final Duration AGO = Duration.ofHours(1);

    @Test
    void the_past_is_imported_from_a_spreadsheet_with_bad_rows_named_and_nobody_emailed()
            throws InterruptedException {
        int before = product.edges().mails().find("", "").size();
        Page page = signedIn(DESK, "#/directory/import", "pr");
        page.getByLabel("Choose a CSV").setInputFiles(PAST);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was saved");
        assertThat(page.getByLabel("What to fix, row by row").locator("tbody tr").first())
                .containsText("published");
        Chromium.assertAccessible(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(Pattern.compile("Import the \\d+ good row")))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("imported");
        go(page, "#/placements");
        assertThat(page.locator("tbody").getByText("Remote patient monitoring is raking in"))
                .isVisible();
        product.timeline().settleNow();
        assertThat(product.edges().mails().find("", "")).hasSize(before);
    }

    @Test
    void the_import_fits_a_phone_and_good_rows_are_counted_before_importing() {
        Page page = signedIn(PHONE, "#/directory/import", "ops");
        page.getByLabel("Choose a CSV")
                .setInputFiles(
                        csv(
                                """
                                outlet;headline;format;publishedAt;segments;note
                                STAT;An older story, found on a phone;feature;2026-01-05;health-systems;Shows that it was there before.
                                """));

        assertThat(page.getByText("1 new, 0 already here")).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        button(page, "Import 1 placement").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1 imported");
    }

    @Test
    void a_typo_in_a_list_is_reported_before_it_takes_effect() {
        Page page = signedIn(PHONE, "#/directory/reps", "ops");
        page.getByLabel("Choose a CSV")
                .setInputFiles(
                        csv(
                                """
                                id;name;email;zone;segments;employment;active
                                rep-01;Sample Rep 01;rep-01@sample-medtech.example;Europe/Berlin;payer;employee;Yes
                                """));

        assertThat(page.getByText("Not found in your other lists.")).isVisible();
        assertThat(page.locator(".notice li").first())
                .containsText("segments “payer”, in one row, Sample Rep 01");
        assertThat(page.getByText("Enter true or false")).hasCount(0);
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        button(page, "Cancel").click();
    }

    @Test
    void back_restores_the_lists_search_and_filters() {
        submit("Sought again with Back", AGO);
        Page page = signedIn(DESK, "#/placements", "pr");
        assertThat(page.locator("table caption")).hasText("Most recently published first");
        page.getByLabel("Search").fill("sought again");
        page.getByLabel("Status").selectOption("pending");
        assertThat(page.locator("a.story")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("search=sought.*state=pending"));

        page.locator("a.story").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Sought again with Back"))).isVisible();
        page.goBack();

        assertThat(page.getByLabel("Search")).hasValue("sought again");
        assertThat(page.getByLabel("Status")).hasValue("pending");
        assertThat(page.locator("a.story")).hasCount(1);
        page.locator("a.story").click();
        page.getByText("← Placements").click();
        assertThat(page.getByLabel("Search")).hasValue("sought again");
    }

    @Test
    void the_back_button_leads_to_the_opened_row_with_all_rows_still_shown() {
        submit("One of many", AGO);
        Page page = visit(DESK, "");
        page.route("**/placements?limit=*", JobsTest::repeat);
        page.locator("#account").getByRole(AriaRole.BUTTON).click();
        SampleProduct.signIn(page, "pr");
        page.getByRole(AriaRole.LINK, named("Placements")).click();
        assertThat(page.locator("a.story")).hasCount(50);
        button(page, "Show more").click();
        assertThat(page.locator("a.story")).hasCount(60);
        assertThat(page.locator("a.story").nth(50)).isFocused();
        Locator row = page.locator("a.story").nth(55);
        String opened = row.getAttribute("href");
        row.click();
        assertThat(page.locator("main h1")).hasText("Placement not found");

        page.goBack();

        assertThat(page.locator("a.story")).hasCount(60);
        assertThat(page.locator("a.story[href='" + opened + "']")).isFocused();
        assertThat(page.locator("a.story[href='" + opened + "']")).isInViewport();
    }

    /// Answers with a list of 60 placements, all copies of the first one.
    private static void repeat(Route route) {
        Map<String, Object> list = SampleProduct.object(route.fetch().text());
        Map<String, Object> one = Json.map(Json.list(list.get("items")).getFirst());
        List<Map<String, Object>> items =
                IntStream.range(0, 60)
                        .mapToObj(i -> {
                            Map<String, Object> item = new HashMap<>(one);
                            item.put("id", "many-" + i);
                            return item;
                        })
                        .toList();
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                                Json.text(Map.of("items", items, "nextCursor", "none"))
                                        .replace("\"none\"", "null")));
    }

    @Test
    void r4_4_the_three_answers_about_the_newest_placement_are_one_click_away() {
        submit("The newest of all", AGO);
        Page page = signedIn(DESK, "#/", "leadership");

        page.getByRole(AriaRole.NAVIGATION).getByText("Audit").first().click();

        assertThat(page.locator(".answers li")).hasCount(3);
        assertThat(page.locator("main")).containsText("The newest of all");
    }

    @Test
    void on_the_first_day_each_empty_page_says_so_fits_and_is_accessible() {
        try (LocalProduct empty = SampleProduct.start()) {
            for (int width : List.of(DESK, PHONE)) {
                Page page = SampleProduct.signedIn(chromium, empty, width, "#/", "pr", "ops");
                assertThat(page.getByText("There are no segments yet")).isVisible();
                firstDay(page);
                Map.of(
                                "home", "Add your reps",
                                "placements", "No placements yet",
                                "directory/reps", "Nothing here yet",
                                "directory/agreement", "Nothing here yet",
                                "directory/import", "Choose a CSV",
                                "audit", "No placements yet")
                        .forEach((at, said) -> {
                            page.navigate(empty.url() + "/#/" + at);
                            assertThat(page.getByText(said).first()).isVisible();
                            firstDay(page);
                        });
            }
        }
    }

    private static void firstDay(Page page) {
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
    }
}
