package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The jobs of PR, sales ops and leadership by keyboard alone.
@Timeout(180)
class KeyboardTest extends BrowserSuite {

    private static final int MAXIMUM_TABS = 40;

    /// Published an hour ago.
    private static final Duration AGO = Duration.ofHours(1);

    @Test
    void by_keyboard_alone_pr_submits_a_placement() {
        Page page = signedIn(DESK, "#/", "pr");
        assertThat(page.getByLabel("Health systems")).isVisible();
        page.locator("[name=url]").focus();
        type(page, "https://keyboard.example/story");
        tab(page, "FOX 26 Houston");
        tab(page, "f"); // Feature
        tab(page, "Robots lead the way in minimally invasive surgery");
        tab(page, LocalDate.now(ZoneId.of("America/Chicago")).toString());
        tabTo(page, "[name=segments]", MAXIMUM_TABS);
        page.keyboard().press("Space");
        tabTo(page, "[name=note]", MAXIMUM_TABS);
        type(page, "Shows a surgeon at work with the robot.");
        tabTo(page, "button[type=submit]", MAXIMUM_TABS);
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, named("Robots lead the way"))).isFocused();
    }

    @Test
    void by_keyboard_alone_a_placement_is_found_in_the_list_and_corrected() {
        submit("Found without a pointer", AGO);
        Page page = signedIn(DESK, "#/placements", "pr");
        tabTo(page, "[type=search]", MAXIMUM_TABS);
        page.keyboard().type("without a pointer");
        assertThat(page.locator("tbody tr")).hasCount(1);
        tabTo(page, "a.story", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Found without a pointer"))).isFocused();

        tabTo(page, ".acts > button:nth-of-type(3)", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("Reason")).isFocused();
        page.keyboard().type("a word was missing");
        tabTo(page, "dialog [name=headline]", MAXIMUM_TABS);
        page.keyboard().press("End");
        page.keyboard().type(", corrected");
        tabTo(page, "dialog button[type=submit]", MAXIMUM_TABS);
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, named("a pointer, corrected"))).isVisible();
        assertThat(page.locator(".acts > button:nth-of-type(3)")).isFocused();
        page.keyboard().press("Enter");
        assertThat(dialog).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void a_late_answer_to_a_search_leaves_the_focus_on_the_story() {
        submit("Focus kept by the list", AGO);
        Page page = signedIn(DESK, "#/placements", "pr");
        List<Route> held = new ArrayList<>();
        String search = "**/placements?limit=*&search=focus%20kept*";
        page.route(search, held::add);
        Locator story = page.locator("a.story");

        page.getByLabel("Search").fill("focus");
        assertThat(story).hasCount(1);
        page.waitForRequest(search, () -> page.getByLabel("Search").fill("focus kept"));
        story.focus();
        held.getFirst().resume();

        assertThat(page.getByText("1 found")).isVisible();
        assertThat(story).isFocused();
    }

    @Test
    void by_keyboard_alone_ops_uploads_and_applies_a_list() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");
        String before =
                """
                id,name
                health-systems,Health systems
                ascs,Ambulatory surgery centers
                ambulatory,Ambulatory practices
                payers,Payers
                life-sciences,Life sciences
                """;
        choose(page, "Enter", before + "home-health,Home health\nhospices,Hospices\n");
        assertThat(page.getByText("2 new")).isVisible();
        tabTo(page, "main .actions button.primary", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByText("7 of 7 rows")).isVisible();

        choose(page, "Space", before);
        tabTo(page, "#sure", MAXIMUM_TABS);
        page.keyboard().press("Space");
        tabTo(page, "main .actions button.primary", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByText("5 of 5 rows")).isVisible();
    }

    @Test
    void by_keyboard_alone_pr_cancels_a_list_and_imports_the_past() {
        Page page = signedIn(DESK, "#/directory/rules", "ops", "pr");
        choose(page, "Enter", "id,format,topic,segment,persona,sequence,stage\n");
        tabTo(page, "main .actions button:nth-of-type(2)", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        assertThat(page.locator("main .actions")).hasCount(0);

        go(page, "#/directory/import");
        assertThat(page.getByRole(AriaRole.HEADING, named("Past coverage"))).isVisible();
        choose(
                page,
                "Enter",
                """
                outlet,headline,format,publishedAt,segments,note
                STAT,Brought in by keyboard,feature,2026-01-06,payers,A line.
                """);
        tabTo(page, "main .actions button.primary", MAXIMUM_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1 imported");
    }

    @Test
    void by_keyboard_alone_leadership_downloads_the_rows_of_a_week() {
        submit("Asked about in the audit", AGO);
        Page page = signedIn(DESK, "#/audit", "leadership");
        assertThat(page.locator(".answers li")).hasCount(3);
        tabTo(page, "#week", MAXIMUM_TABS);
        page.keyboard().type("11242026");
        assertThat(page.getByText("Monday, Nov 23, to Sunday, Nov 29")).isVisible();
        tabTo(page, "#week ~ button", MAXIMUM_TABS);

        String name =
                page.waitForDownload(() -> page.keyboard().press("Enter")).suggestedFilename();

        assertThat(name).isEqualTo("audit-2026-W48.zip");
    }

    /// Pressing a key opens the system's file dialog. Playwright must be told to expect the dialog
    /// some time before it opens, so this happens before tabbing to the button.
    private static void choose(Page page, String key, String rows) {
        assertThat(page.getByLabel("Choose a CSV")).isVisible();
        page.waitForFileChooser(
                        () -> {
                            tabTo(page, "[type=file]", MAXIMUM_TABS);
                            page.keyboard().press(key);
                        })
                .setFiles(csv(rows));
        assertThat(page.locator("main .actions")).isVisible();
    }

    private static void tab(Page page, String text) {
        page.keyboard().press("Tab");
        type(page, text);
    }

    private static void type(Page page, String text) {
        if (isFocused(page, "[type=date]")) {
            LocalDate date = LocalDate.parse(text);
            page.keyboard()
                    .type(
                            "%02d%02d%d"
                                    .formatted(
                                            date.getMonthValue(),
                                            date.getDayOfMonth(),
                                            date.getYear()));
        } else {
            page.keyboard().type(text);
        }
    }
}
