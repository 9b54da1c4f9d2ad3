package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.SesBehavior;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The most important parts of a placement's page, its chart, and its actions, by keyboard at both
/// widths.
@Timeout(180)
class PlacementPageTest extends BrowserSuite {

    private static final int MAXIMUM_TABS = 40;
    private static final int IN_SIGHT = 3;

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void what_matters_now_comes_first_and_partial_reach_is_never_shown_as_full(int width)
            throws InterruptedException {
        Page page = placement(width, partlyReached("First things first " + width));

        Locator state = page.getByLabel("Where it stands");
        assertThat(state.getByRole(AriaRole.TIMER)).containsText("11 of 12 reps reached, 2");
        assertThat(state).containsText("Next, sales ops: Fix what kept the email");
        assertThat(state).containsText("Sample Rep 05");
        assertThat(page.locator("progress, meter")).hasCount(0);
        assertThat(page.locator(".acts > button")).hasCount(IN_SIGHT);
        assertThat(page.locator(".acts > button").first())
                .hasText("Send again to reps who missed it");
        assertThat(button(page, "Retract")).isHidden();
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);

        tabTo(page, "details.rest > summary", MAXIMUM_TABS);
        page.keyboard().press("Enter");

        assertThat(button(page, "Retract")).isVisible();
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void reach_over_time_is_a_chart_with_the_24_hour_line_named_and_a_table(int width)
            throws InterruptedException {
        Page page = placement(width, partlyReached("A line over hours " + width));

        Locator chart =
                page.getByRole(
                        AriaRole.IMG,
                        named(Pattern.compile("11 of 12 reps reached, 11 by the 24-hour")));
        assertThat(chart).isVisible();
        assertThat(chart.getByText("24 hours: the deadline")).isVisible();
        assertThat(chart.getByText("11 of 12 so far")).isVisible();

        tabTo(page, ".reach-figure summary", MAXIMUM_TABS);
        page.keyboard().press("Enter");

        assertThat(page.locator(".reach-figure tbody tr").last()).containsText("11 of 12");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void a_duplicate_is_a_new_form_with_the_storys_fields_except_link_and_date(int width) {
        String headline = "Told once more " + width;
        Page page = placement(width, submitted(headline));
        tabTo(page, "details.rest > summary", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        focusOn(page, "Duplicate");
        page.keyboard().press("Enter");

        assertThat(page.locator("form.sheet [name=headline]")).hasValue(headline);
        assertThat(page.locator("form.sheet [name=outlet]"))
                .hasValue("Becker’s Healthcare Podcast");
        assertThat(page.locator("form.sheet [name=url]")).hasValue("");
        assertThat(page.locator("form.sheet [name=date]")).hasValue("");
        assertThat(page.getByLabel("Health systems")).isChecked();
        assertThat(page.getByText("This is a duplicate.").first()).isVisible();
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        page.reload();
        assertThat(page.locator("form.sheet [name=headline]")).hasValue(headline);
        assertThat(page.getByText("This is a duplicate.")).hasCount(0);
    }

    @Test
    void a_duplicate_does_not_lose_the_story_being_typed() {
        Page page = signedIn(DESK, "#/", "pr");
        page.locator("form.sheet [name=headline]").fill("Half typed");
        page.navigate(product.url() + "/#/placements/" + submitted("Duplicated over a draft"));
        page.locator("details.rest > summary").click();
        button(page, "Duplicate").click();
        assertThat(page.locator("form.sheet [name=headline]")).hasValue("Duplicated over a draft");

        button(page, "Undo").click();

        assertThat(page.locator("form.sheet [name=headline]")).hasValue("Half typed");
    }

    @Test
    void empty_parts_are_collapsed_and_open_by_keyboard() {
        Page page = placement(PHONE, submitted("Nothing in it yet"));
        Locator used = page.getByText("They do that from their email.");
        assertThat(used).isHidden();

        tabTo(page, ".empties details:last-child > summary", MAXIMUM_TABS);
        page.keyboard().press("Enter");

        assertThat(used).isVisible();
        Chromium.assertAccessible(page);
    }

    @Test
    void the_page_of_a_merged_copy_leads_to_the_original() {
        String original = submit("The original of a copy", Duration.ofHours(1));
        String copy = submit("A copy of it", Duration.ofHours(1));
        attachAsCopy("A copy of it", original);
        Page page = signedIn(PHONE, "#/placements/" + copy, "pr");

        assertThat(page.locator("main")).containsText("Withdrawn: it’s a copy of another story.");
        assertThat(page.locator("main")).not().containsText("Not reached");
        page.getByText("Open the original").click();

        assertThat(page.locator("main h1")).hasText("The original of a copy");
    }

    /// Moving the clock affects everybody, so this test has a product of its own.
    @Test
    void a_missed_placement_says_why_and_who_acts_next_and_has_a_plain_history()
            throws InterruptedException {
        try (LocalProduct missed = SampleProduct.startWithLists()) {
            bounce(missed);
            String id = SampleProduct.submit(missed, "missed", Map.of("headline", "Missed by one"));
            missed.timeline().settleNow();
            missed.timeline().moveTo(missed.timeline().now().plus(Duration.ofHours(24)));
            for (int width : List.of(DESK, PHONE)) {
                Page page =
                        SampleProduct.signedIn(
                                chromium, missed, width, "#/placements/" + id, "leadership");

                Locator state = page.getByLabel("Where it stands");
                assertThat(state).containsText("Missed the 24 hours: 11 of 12 reps");
                assertThat(state).containsText("some emails weren’t delivered");
                assertThat(state).containsText("Next, ");
                assertThat(page.locator(".history")).containsText("Missed the 24 hours (");
                assertThat(page.locator(".history")).not().containsText("erdict");
                assertThat(page.locator("progress, meter")).hasCount(0);
                Chromium.assertAccessible(page);
                Chromium.assertFits(page);

                page.navigate(missed.url() + "/#/audit");
                assertThat(page.locator(".bars-list").first())
                        .containsText("1 of 12 reps not reached");
                assertThat(page.locator(".bars-list").last()).containsText("No coverage");
                Chromium.assertAccessible(page);
                Chromium.assertFits(page);
            }
        }
    }

    private static Page placement(int width, String id) {
        Page page = signedIn(width, "#/placements/" + id, "pr", "ops");
        assertThat(page.locator(".answers").first()).isVisible();
        return page;
    }

    /// A placement that reached all reps but one.
    private static String partlyReached(String headline) throws InterruptedException {
        bounce(product);
        String id = submitted(headline);
        product.timeline().settleNow();
        product.edges().ses(SesBehavior.HEALTHY);
        return id;
    }

    private static void bounce(LocalProduct at) {
        at.edges()
                .ses(SesBehavior.read(Map.of("bounce", List.of("rep-05@sample-medtech.example"))));
    }

    private static String submitted(String headline) {
        return SampleProduct.submit(
                product, headline.replace(' ', '-'), Map.of("headline", headline));
    }

    private static void focusOn(Page page, String name) {
        for (int i = 0; i < MAXIMUM_TABS && !Boolean.TRUE.equals(focused(page, name)); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page, name)).as("Tab reaches " + name).isEqualTo(true);
    }

    private static Object focused(Page page, String name) {
        return page.evaluate("name => document.activeElement.textContent === name", name);
    }

    private static GetByRoleOptions named(Pattern name) {
        return new GetByRoleOptions().setName(name);
    }
}
