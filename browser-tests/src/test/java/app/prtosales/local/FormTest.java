package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What helps PR fill in the form, in a real browser.
@Timeout(60)
class FormTest extends BrowserSuite {

    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private static final int MAXIMUM_TABS = 60;

    @Test
    void zones_as_americans_type_them_are_understood() {
        Page page = visit(DESK, "#/");
        PageModules.offer(page, product.url());
        Map<String, String> zones =
                Map.ofEntries(
                        Map.entry("Eastern", "America/New_York"),
                        Map.entry("ET", "America/New_York"),
                        Map.entry("est", "America/New_York"),
                        Map.entry("Eastern Time (US & Canada)", "America/New_York"),
                        Map.entry("Central", "America/Chicago"),
                        Map.entry("MT", "America/Denver"),
                        Map.entry("Arizona", "America/Phoenix"),
                        Map.entry("Pacific (Los Angeles)", "America/Los_Angeles"),
                        Map.entry("Alaska", "America/Anchorage"),
                        Map.entry("Hawaii", "Pacific/Honolulu"),
                        Map.entry("London", "Europe/London"),
                        Map.entry("GMT", "UTC"),
                        Map.entry("CET", "Europe/Berlin"),
                        Map.entry("toronto", "America/Toronto"),
                        Map.entry("europe/paris", "Europe/Paris"));

        zones.forEach((typed, zone) -> assertThat(zoneOf(page, typed)).as(typed).isEqualTo(zone));
        assertThat(zoneOf(page, "noon")).isNull();
        assertThat(zoneOf(page, "")).isNull();
    }

    @Test
    void a_zone_is_chosen_by_name_and_any_other_is_typed() {
        Page page = visit(DESK, "#/");
        Locator zone = page.getByLabel("Outlet’s time zone");
        assertThat(zone.locator("option:checked")).hasText("Central (Chicago)");
        zone.selectOption("Eastern (New York)");
        assertThat(zone).hasValue("America/New_York");

        zone.selectOption("Another time zone …");
        Locator other = page.getByLabel("Another time zone");
        assertThat(other).isFocused();
        page.keyboard().type("nowhere");
        page.keyboard().press("Enter");
        assertThat(page.getByText("We don’t know that time zone")).isVisible();
        Chromium.assertAccessible(page);
        other.fill("toronto");
        page.keyboard().press("Enter");

        assertThat(other).isHidden();
        assertThat(zone.locator("option:checked")).hasText("Toronto (America)");
        assertThat(page.getByText("We don’t know that time zone")).isHidden();
        page.reload();
        assertThat(zone.locator("option:checked")).hasText("Toronto (America)");
    }

    @Test
    void by_keyboard_alone_a_placement_is_submitted_in_under_60_seconds() {
        Page page = signedIn(DESK, "#/", "pr");
        assertThat(page.getByLabel("Health systems")).isVisible();
        assertThat(page.locator(".chips")).hasCount(2);
        long began = System.nanoTime();
        tabTo(page, "[name=url]", MAXIMUM_TABS);
        type(page, "fast.example/by-keyboard");
        tabTo(page, "[name=outlet]", MAXIMUM_TABS);
        type(page, "FOX 26 Houston");
        page.keyboard().press("Tab");
        page.keyboard().type("f"); // Feature
        page.keyboard().press("Tab");
        type(page, "Robots lead the way by keyboard");
        page.keyboard().press("Tab");
        page.keyboard().type(DateTimeFormatter.ofPattern("MMddyyyy").format(today()));
        tabTo(page, "[name=segments]", MAXIMUM_TABS);
        page.keyboard().press("Space");
        tabTo(page, "[name=note]", MAXIMUM_TABS);
        type(page, "Shows a surgeon at work with the robot.");
        assertThat(page.locator(".submit")).containsText("12 reps get it now");
        tabTo(page, "button[type=submit]", MAXIMUM_TABS);
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, named("Robots lead the way by keyboard")))
                .isFocused();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        assertThat(page.locator(".address a").first())
                .hasAttribute("href", "https://fast.example/by-keyboard");
    }

    @Test
    void missing_input_is_reported_only_at_the_fields_in_the_pages_own_words() {
        Page page = signedIn(DESK, "#/", "pr");
        page.locator("button[type=submit]").click();

        assertThat(page.getByText("Choose a format.")).isVisible();
        assertThat(page.getByText("Choose the day it was published.")).isVisible();
        assertThat(page.locator("#segments-error")).hasText("Choose at least one.");
        assertThat(page.locator("form.sheet")).not().containsText("news-mention,");
        assertThat(page.locator("#said")).isEmpty();
    }

    @Test
    void enter_in_the_link_the_date_or_the_time_submits_nothing() {
        Page page = signedIn(DESK, "#/", "pr");
        fillIn(page, "https://enter.example/not-meant-to-go");
        page.evaluate(
                "() => addEventListener('submit', () => { window.wasSubmitted = true; }, true)");
        for (String name : List.of("url", "date", "time")) {
            page.locator("[name=" + name + "]").press("Enter");
        }

        assertThat(page.evaluate("() => window.wasSubmitted ?? false")).isEqualTo(false);
    }

    @Test
    void enter_on_a_checkbox_or_a_choice_submits_nothing() {
        Page page = signedIn(DESK, "#/", "pr");
        fillIn(page, "https://enter.example/not-meant-to-go-either");
        page.evaluate(
                "() => addEventListener('submit', () => { window.wasSubmitted = true; }, true)");
        for (Locator each : page.locator("[type=checkbox]:visible, [type=radio]:visible").all()) {
            each.press("Enter");
        }

        assertThat(page.evaluate("() => window.wasSubmitted ?? false")).isEqualTo(false);
    }

    @Test
    void the_segment_unchecked_last_stays_unchecked_after_a_reload() {
        Page page = signedIn(DESK, "#/", "pr");
        page.getByLabel("Payers").check();
        page.getByLabel("Health systems").check();
        page.getByLabel("Health systems").uncheck();

        page.reload();

        assertThat(page.getByLabel("Payers")).isChecked();
        assertThat(page.getByLabel("Health systems")).not().isChecked();
    }

    @Test
    void the_bar_stays_visible_says_what_is_missing_and_leads_there() {
        for (int width : List.of(DESK, PHONE)) {
            Page page = signedIn(width, "#/", "pr");
            Locator missing = page.locator(".lacks");
            assertThat(missing).containsText("6 things still missing");
            assertThat(page.locator("button[type=submit]")).isInViewport();
            missing.click();
            assertThat(page.locator("[name=outlet]")).isFocused();

            fillIn(page, "https://bar.example/" + width);
            assertThat(page.locator(".submit")).containsText("12 reps get it now");
            page.getByLabel("Note to the reps").fill("x".repeat(161));
            assertThat(missing).containsText("1 thing still missing");
            missing.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("[name=note]")).isFocused();
            assertThat(page.locator("[name=note]")).isInViewport();
            assertThat(page.locator("button[type=submit]")).isInViewport();
            Chromium.assertFits(page);
            Chromium.assertAccessible(page);
        }
    }

    @Test
    void the_focused_field_is_never_covered_by_the_bar() {
        Page page = signedIn(PHONE, "#/", "pr");
        assertThat(page.locator(".chips")).hasCount(2);
        page.locator("[name=url]").focus();
        for (int i = 0; i < MAXIMUM_TABS && !isFocused(page, ".submit *"); i++) {
            assertThat(
                            page.evaluate(
                                    """
                                    () => {
                                      const field = document.activeElement.getBoundingClientRect();
                                      return field.bottom <= document.querySelector('.submit').getBoundingClientRect().top + 1;
                                    }
                                    """))
                    .as(
                            "%s is in sight"
                                    .formatted(page.evaluate("() => document.activeElement.name")))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(page, ".submit *")).isTrue();
    }

    @Test
    void r2_1_topics_and_roles_are_picked_and_the_sequence_they_lead_to_is_named() {
        Page page = signedIn(PHONE, "#/", "pr");
        Locator goes = page.locator(".goes");
        assertThat(goes).containsText("Choose a topic and roles");
        page.getByLabel("Format").selectOption("feature");
        assertThat(goes).hasText("No sequence fits. You can choose one after you submit.");

        page.getByRole(AriaRole.BUTTON, named("financial integrity")).click();
        page.getByRole(AriaRole.BUTTON, named("CFO").setExact(true)).click();

        assertThat(page.locator("[name=topic]")).hasValue("financial integrity");
        assertThat(page.locator("[name=personas]")).hasValue("CFO");
        assertThat(goes).hasText("Goes to: CFO sequence, awareness, once it’s Green.");
        page.getByLabel("Format").selectOption("podcast");
        page.getByText("reps may forward the link").click();
        page.locator("[name=personas]").fill("Head of nothing");
        assertThat(page.getByRole(AriaRole.BUTTON, named("CFO").setExact(true)))
                .hasAttribute("aria-pressed", "false");
        assertThat(goes).hasText("Goes to: CFO sequence, consideration.");
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);

        fillIn(page, "https://rules.example/podcast");
        page.getByLabel("Format").selectOption("podcast");
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".rows").first()).containsText("CFO sequence, consideration");
    }

    @Test
    void pasted_line_breaks_become_spaces_and_a_bare_link_gets_https() {
        Page page = visit(DESK, "#/");
        paste(page, "note", " First line\r\n second line\n");
        assertThat(page.locator("[name=note]")).hasValue("First line second line");
        paste(page, "outlet", "Becker’s\nHospital Review");
        assertThat(page.locator("[name=outlet]")).hasValue("Becker’s Hospital Review");
        page.locator("[name=headline]").fill("Two\nlines");
        assertThat(page.locator("[name=headline]")).hasValue("Two lines");

        page.locator("[name=url]").fill("news.example/story?id=1");
        page.locator("[name=url]").blur();
        assertThat(page.locator("[name=url]")).hasValue("https://news.example/story?id=1");
        page.locator("[name=url]").fill("javascript:alert(1)");
        page.locator("[name=url]").blur();
        assertThat(page.locator("[name=url]")).hasValue("javascript:alert(1)");
    }

    @Test
    void a_cleared_form_can_be_restored() {
        Page page = visit(PHONE, "#/");
        page.locator("[name=headline]").fill("Not meant to go");
        page.getByRole(AriaRole.BUTTON, named("Clear the form")).click();
        assertThat(page.locator("[name=headline]")).hasValue("");
        Locator undo = page.getByRole(AriaRole.BUTTON, named("Undo"));
        assertThat(undo).isFocused();
        Chromium.assertAccessible(page);

        page.keyboard().press("Enter");

        assertThat(page.locator("[name=headline]")).hasValue("Not meant to go");
        assertThat(undo).hasCount(0);
    }

    @Test
    void the_email_can_be_previewed_at_computer_and_phone_width() {
        for (int width : List.of(DESK, PHONE)) {
            Page page = signedIn(width, "#/", "pr");
            fillIn(page, "https://preview.example/" + width);
            page.getByRole(AriaRole.BUTTON, named("Preview").setExact(true)).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.locator("div.mail table").first()).isVisible();
            dialog.getByText("Phone").click();
            assertThat(dialog.getByText("Phone")).hasAttribute("aria-pressed", "true");
            assertThat(
                            ((Number)
                                            dialog.locator("div.mail")
                                                    .evaluate("each => each.offsetWidth"))
                                    .intValue())
                    .isBetween(280, 391);
            Chromium.assertFits(page);
            Chromium.assertAccessible(page);
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
        }
    }

    @Test
    void a_submission_that_fails_after_its_sender_left_says_so_and_the_draft_stays() {
        Page page = signedIn(PHONE, "#/", "pr");
        fillIn(page, "https://left.example/in-vain");
        HeldRequests held = HeldRequests.of(page, product.url() + "/placements");
        held.await(1, () -> page.locator("button[type=submit]").click());
        assertThat(page.locator("button[type=submit]")).hasText("Submitting …");
        page.evaluate("() => { location.hash = '#/test'; }");
        assertThat(page.locator("main h1")).hasText("That was a test");
        held.refuse("Try again in a minute.");

        assertThat(page.locator("#said"))
                .hasText(
                        "“A story of https://left.example/in-vain” wasn’t submitted."
                                + " Try again in a minute. It’s still in the form.");
        page.getByText("Back to the form").click();
        assertThat(page.locator("[name=outlet]")).hasValue("Healthcare Curated");
    }

    @Test
    void a_submission_that_succeeds_after_its_sender_left_says_so_where_they_are() {
        Page page = signedIn(PHONE, "#/", "pr");
        fillIn(page, "https://left.example/in-time");
        HeldRequests held = HeldRequests.of(page, product.url() + "/placements");
        held.await(1, () -> page.locator("button[type=submit]").click());
        page.evaluate("() => { location.hash = '#/test'; }");
        assertThat(page.locator("main h1")).hasText("That was a test");
        held.release();

        assertThat(page.locator("#said")).containsText("Submitted.");
        assertThat(page.locator("main h1")).hasText("That was a test");
    }

    static void fillIn(Page page, String url) {
        page.locator("[name=url]").fill(url);
        page.locator("[name=outlet]").fill("Healthcare Curated");
        page.getByLabel("Format").selectOption("news-mention");
        page.locator("form.sheet [name=headline]").fill("A story of " + url);
        page.getByLabel("Published on").fill(today().toString());
        page.getByLabel("Health systems").check();
        page.getByLabel("Note to the reps").fill("A line for the reps.");
    }

    static LocalDate today() {
        return LocalDate.now(CHICAGO);
    }

    /// Pastes as the clipboard does.
    private static void paste(Page page, String name, String text) {
        page.locator("[name=" + name + "]")
                .evaluate(
                        """
                        (field, text) => {
                          const clipboardData = new DataTransfer();
                          clipboardData.setData('text/plain', text);
                          field.focus();
                          field.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
                        }
                        """,
                        text);
    }

    /// Types at the speed of an experienced user.
    private static void type(Page page, String text) {
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(60));
    }

    private static Object zoneOf(Page page, String typed) {
        return page.evaluate(
                """
                async (typed) => {
                  const {zoneOf} = await import('/modules/time.js');
                  return zoneOf(typed);
                }
                """,
                typed);
    }
}
