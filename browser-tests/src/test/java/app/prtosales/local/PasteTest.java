package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.SamplePages.Sample;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pasting a link into the form fills in the rest (R5.11), in a real browser on the sample pages of
/// `./run`.
@Timeout(60)
class PasteTest extends BrowserSuite {

    /// How long a finger stays on a button, in milliseconds.
    private static final int A_PRESS = 120;

    @Test
    void r5_11_a_pasted_link_fills_the_form_with_sources_and_can_be_submitted() {
        Page page = form(DESK);

        paste(page, Sample.STORY.url() + "?utm_source=newsletter");

        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Care Systems Journal");
        assertThat(page.getByLabel("Headline")).hasValue("How four hospitals cut discharge delays");
        assertThat(page.getByLabel("Format")).hasValue("byline");
        assertThat(field(page, "outlet").locator(".from"))
                .hasText("The name the site gives itself");
        assertThat(field(page, "date").locator(".from"))
                .containsText("The site gives search engines this date: ");
        assertThat(field(page, "time").locator(".from"))
                .hasText("In CT, the time zone of this form");
        assertThat(page.locator(".looked"))
                .containsText("Filled in from the page: outlet, headline, format");
        // Chicago's time, because the page gives an offset but no zone.
        Instant published = product.timeline().now().minus(Duration.ofHours(3));
        assertThat(page.locator("[name=time]"))
                .hasValue(
                        Pattern.compile(
                                published
                                                .atZone(ZoneId.of("America/Chicago"))
                                                .toString()
                                                .substring(11, 14)
                                        + "\\d\\d"));
        // Only a person knows whether the author is one of the company's people.
        assertThat(page.locator("[name=spokesperson]")).hasValue("");
        assertThat(page.locator(".looked")).containsText("Is Robin Vale one of your people?");
        Chromium.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, named("Yes, our spokesperson")).click();
        assertThat(page.locator("[name=spokesperson]")).hasValue("Robin Vale");
        // An exact time changes with the chosen zone.
        Locator time = page.locator("[name=time]");
        LocalTime central = LocalTime.parse(time.inputValue());
        page.getByLabel("Outlet’s time zone").selectOption("Eastern (New York)");
        assertThat(time).hasValue(central.plusHours(1).toString());
        assertThat(field(page, "time").locator(".from"))
                .hasText("In ET, the time zone of this form");

        page.locator("#segments label").first().click();
        page.getByLabel("Note to the reps").fill("Gives nurse leaders a case for earlier calls.");
        page.getByRole(AriaRole.BUTTON, named("Submit and email the team")).click();
        assertThat(page).hasURL(Pattern.compile("#/placements/.+"));
        assertThat(page.locator(".badges")).isVisible();

        // The same link again: the first placement is shown, and nothing is filled in.
        page.navigate(product.url() + "/#/");
        paste(page, Sample.STORY.url());
        assertThat(page.locator(".looked"))
                .containsText(
                        "This story was submitted before: How four hospitals cut discharge delays");
        assertThat(page.locator(".looked a"))
                .hasAttribute("href", Pattern.compile("#/placements/"));
        assertThat(page.getByLabel("Headline")).hasValue("");

        // A copy of it elsewhere can be attached.
        paste(page, Sample.COPY.url());
        assertThat(page.locator(".looked")).containsText("a copy of");
        page.getByRole(AriaRole.BUTTON, named("Attach as a copy")).click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Reason").fill("syndicated, same text");
        page.locator("dialog [type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("#/placements/.+"));
    }

    @Test
    void r5_11_typed_values_stay_and_filled_values_go_with_their_link() {
        Page page = form(DESK);
        page.getByLabel("Headline").fill("My own headline");

        paste(page, Sample.DAY_ONLY.url());

        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Supply Room Weekly");
        assertThat(page.getByLabel("Headline")).hasValue("My own headline");
        assertThat(field(page, "headline").locator(".from")).hasCount(0);

        page.getByLabel("Outlet", exactly()).fill("SRW");
        assertThat(field(page, "outlet").locator(".from")).isHidden();
        paste(page, Sample.WALLED.url());
        assertThat(page.locator(".looked")).containsText("lets only people in");
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("SRW");
        assertThat(page.getByLabel("Headline")).hasValue("My own headline");
    }

    @Test
    void r5_11_messages_and_values_from_a_link_disappear_with_it() {
        Page page = form(DESK);
        paste(page, Sample.DAY_ONLY.url());
        assertThat(page.locator(".looked")).containsText("Filled in from the page");

        page.locator("[name=url]").fill("");

        assertThat(page.locator(".looked")).isEmpty();
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("");
    }

    @Test
    void r5_11_an_emptied_link_takes_its_values_out_of_the_draft_too() {
        Page page = form(DESK);
        paste(page, Sample.DAY_ONLY.url());
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Supply Room Weekly");

        page.locator("[name=url]").fill("");
        page.reload();

        assertThat(page.locator("#segments label").first()).isVisible();
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("");
    }

    @Test
    void r5_11_words_instead_of_a_link_take_its_values_back() {
        Page page = form(DESK);
        paste(page, Sample.DAY_ONLY.url());
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Supply Room Weekly");

        paste(page, "the story in Supply Room Weekly");

        assertThat(page.locator(".looked")).containsText("Enter a link");
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("");
    }

    @Test
    void r5_11_the_words_around_a_pasted_link_are_left_out() {
        Page page = form(DESK);

        paste(page, "Check this: <" + Sample.DAY_ONLY.url() + ">.");

        assertThat(page.locator("[name=url]")).hasValue(Sample.DAY_ONLY.url());
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Supply Room Weekly");
    }

    @Test
    void r5_11_words_without_a_link_are_pointed_out_at_once() {
        Page page = form(DESK);

        paste(page, "the story we talked about");

        assertThat(page.locator(".looked"))
                .hasText("Enter a link that begins with https:// or http://");
    }

    @Test
    void r5_11_if_only_the_day_is_known_the_form_asks_for_the_zone() {
        Page page = form(PHONE);

        paste(page, Sample.DAY_ONLY.url());

        assertThat(page.locator("[name=date]")).not().hasValue("");
        assertThat(page.locator("[name=time]")).hasValue("");
        assertThat(page.getByLabel("Outlet’s time zone")).hasValue("");
        assertThat(field(page, "zone").locator(".from"))
                .hasText("The page doesn’t give the time zone. Where is the outlet?");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
    }

    @Test
    void a_field_that_the_page_fills_is_no_longer_marked_as_missing() {
        Page page = form(DESK);
        page.locator("button[type=submit]").click();
        assertThat(page.getByText("Enter the outlet.")).isVisible();

        paste(page, Sample.DAY_ONLY.url());

        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Supply Room Weekly");
        assertThat(page.getByText("Enter the outlet.")).isHidden();
        assertThat(page.getByText("Enter a one-line note.")).isVisible();
    }

    @Test
    void for_a_site_that_blocks_us_a_saved_page_can_be_dropped_instead() {
        Page page = form(PHONE);
        paste(page, Sample.WALLED.url());
        assertThat(page.locator(".looked")).containsText("The website lets only people in");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);

        page.getByLabel("Drop a saved page here, or choose it")
                .setInputFiles(saved("walled.html", html("walled.html")));

        assertThat(page.getByLabel("Headline")).hasValue("What nurses do with a better handoff");
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Members Only Review");
        assertThat(page.getByLabel("Drop a saved page here, or choose it")).isHidden();
        Chromium.assertFits(page);
    }

    @Test
    void a_page_saved_from_another_link_is_read_only_after_a_question() {
        Page page = form(DESK);
        paste(page, Sample.WALLED.url());
        assertThat(page.locator(".looked")).containsText("The website lets only people in");
        String other = "https://other.example/news/beds";

        page.getByLabel("Drop a saved page here, or choose it")
                .setInputFiles(
                        saved(
                                "other.html",
                                "<!DOCTYPE html>\n<!-- saved from url=(0031)%s -->\n<h1>More beds for all</h1>"
                                        .formatted(other)));

        assertThat(page.locator(".looked")).containsText("comes from " + other);
        assertThat(page.getByLabel("Headline")).hasValue("");
        Chromium.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, named("Use the page’s link")).click();
        assertThat(page.getByLabel("Headline")).hasValue("More beds for all");
        assertThat(page.locator("[name=url]")).hasValue(other);
    }

    @Test
    void a_file_that_is_not_a_page_is_refused() {
        Page page = form(DESK);
        paste(page, Sample.WALLED.url());

        page.getByLabel("Drop a saved page here, or choose it")
                .setInputFiles(saved("page.html", "From: <Saved by Blink>\nMIME-Version: 1.0\n"));

        assertThat(page.locator(".looked")).containsText("isn’t an HTML page");
        assertThat(page.getByLabel("Headline")).hasValue("");
    }

    @Test
    void a_file_that_only_looks_like_a_page_is_refused_and_another_can_be_dropped() {
        Page page = form(DESK);
        paste(page, Sample.WALLED.url());

        page.getByLabel("Drop a saved page here, or choose it")
                .setInputFiles(saved("page.html", "<feed><entry>Beds</entry></feed>"));

        assertThat(page.locator(".looked")).containsText("empty or isn’t a web page");
        page.getByLabel("Drop a saved page here, or choose it")
                .setInputFiles(saved("walled.html", html("walled.html")));
        assertThat(page.getByLabel("Headline")).hasValue("What nurses do with a better handoff");
    }

    @Test
    void a_bookmark_sends_the_page_from_the_browser_to_the_form() {
        Set<String> origins = new HashSet<>(SampleProduct.origins(product));
        origins.add("https://members-only-review.example");
        Page page = chromium.open(DESK, 900, ColorScheme.LIGHT, origins);
        page.navigate(product.url() + "/");
        page.locator("#account").getByRole(AriaRole.BUTTON).click();
        SampleProduct.signIn(page, "pr");
        paste(page, Sample.WALLED.url());
        page.locator(".instead summary").click();
        String bookmark =
                String.valueOf(
                        page.getByText("Send to PR to Sales", exactText()).getAttribute("href"));
        assertThat(bookmark).startsWith("javascript:");

        // The site itself, in the person's browser.
        Page article = page.context().newPage();
        article.route(
                "https://members-only-review.example/**",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody(html("walled.html"))));
        article.navigate(Sample.WALLED.url());
        article.evaluate(bookmark.substring("javascript:".length()));

        assertThat(page.getByLabel("Headline")).hasValue("What nurses do with a better handoff");
        assertThat(page.getByLabel("Outlet", exactly())).hasValue("Members Only Review");
    }

    @Test
    void every_alternative_is_reachable_by_keyboard() {
        Page page = form(DESK);
        paste(page, Sample.WALLED.url());
        assertThat(page.locator(".looked")).containsText("lets only people in");

        page.locator("[name=url]").focus();
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Drop a saved page here, or choose it")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator(".instead summary")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Send to PR to Sales", exactText())).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Copy it"))).isFocused();
    }

    @Test
    void pressing_a_button_right_after_typing_the_link_hits_the_button() {
        Page page = signedIn(DESK, "#/", "pr");
        page.locator("[name=url]").pressSequentially("https://nowhere.example/a-story");
        // Scrolls the segments clear of the bar at the bottom of the window.
        page.locator("#segments").evaluate("each => each.scrollIntoView({block: 'center'})");

        pressTheLastSegment(page, () -> {});

        assertThat(page.getByText("There is no website at this address")).isVisible();
    }

    @Test
    void an_answer_that_arrives_during_a_press_does_not_move_the_page_from_under_it() {
        Page page = signedIn(DESK, "#/", "pr");
        // At the top of a page, the browser doesn't correct its scroll position for what moves.
        page.setViewportSize(DESK, 1600);
        HeldRequests held = HeldRequests.of(page, product.url() + "/placements/lookup");
        Locator url = page.locator("[name=url]");
        url.fill("https://slow.example/a-story");
        held.await(1, url::blur);

        pressTheLastSegment(page, () -> held.refuse("Try again in a minute."));

        assertThat(page.locator(".looked")).hasText("Try again in a minute.");
    }

    /// @param meanwhile what happens between the press and the release
    private static void pressTheLastSegment(Page page, Runnable meanwhile) {
        BoundingBox segment = page.locator("#segments label").last().boundingBox();
        page.mouse().move(segment.x + 20, segment.y + 12);
        page.mouse().down();
        meanwhile.run();
        page.waitForTimeout(A_PRESS);
        page.mouse().up();
        assertThat(page.locator("#segments input").last()).isChecked();
    }

    private static Page form(int width) {
        Page page = signedIn(width, "", "pr");
        assertThat(page.locator("#segments label").first()).isVisible();
        return page;
    }

    /// Pastes as a person does, replacing the field's content.
    private static void paste(Page page, String url) {
        Locator link = page.locator("[name=url]");
        link.fill(url);
        link.dispatchEvent("paste");
    }

    private static Locator field(Page page, String name) {
        return page.locator(".field:has([name=" + name + "])").first();
    }

    private static FilePayload saved(String name, String html) {
        return new FilePayload(name, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private static String html(String name) {
        return SamplePages.file(name, product.timeline()::now).orElseThrow();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByTextOptions exactText() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
