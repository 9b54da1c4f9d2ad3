package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.SamplePages.Sample;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
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

/// A link is pasted into the form, and the rest is filled in (R5.11), in a real browser on the
/// sample pages of `./run`.
@Timeout(60)
class PasteTest extends BrowserSuite {

    @Test
    void r5_11_a_pasted_link_fills_the_form_says_where_from_and_is_submitted() {
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
        // Chicago's clock, since the page says an offset and no zone.
        Instant published = product.timeline().now().minus(Duration.ofHours(3));
        assertThat(page.locator("[name=time]"))
                .hasValue(
                        Pattern.compile(
                                published
                                                .atZone(ZoneId.of("America/Chicago"))
                                                .toString()
                                                .substring(11, 14)
                                        + "\\d\\d"));
        // Whether the author is one of the company's people, only a person knows.
        assertThat(page.locator("[name=spokesperson]")).hasValue("");
        assertThat(page.locator(".looked")).containsText("Is Robin Vale one of your people?");
        Chromium.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, named("Yes, our spokesperson")).click();
        assertThat(page.locator("[name=spokesperson]")).hasValue("Robin Vale");
        // An exact time moves with the zone that is chosen.
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

        // The same link once more: the first one is shown, and nothing is filled in.
        page.navigate(product.url() + "/#/");
        paste(page, Sample.STORY.url());
        assertThat(page.locator(".looked"))
                .containsText(
                        "This story was submitted before: How four hospitals cut discharge delays");
        assertThat(page.locator(".looked a"))
                .hasAttribute("href", Pattern.compile("#/placements/"));
        assertThat(page.getByLabel("Headline")).hasValue("");

        // And a copy of it elsewhere is offered to be attached.
        paste(page, Sample.COPY.url());
        assertThat(page.locator(".looked")).containsText("a copy of");
        page.getByRole(AriaRole.BUTTON, named("Attach as a copy")).click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Reason").fill("syndicated, same text");
        page.locator("dialog [type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("#/placements/.+"));
    }

    @Test
    void r5_11_what_was_typed_stays_and_what_the_page_filled_goes_with_its_link() {
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
    void r5_11_where_only_the_day_is_known_the_zone_is_asked() {
        Page page = form(PHONE);

        paste(page, Sample.DAY_ONLY.url());

        assertThat(page.locator("[name=date]")).not().hasValue("");
        assertThat(page.locator("[name=time]")).hasValue("");
        assertThat(page.getByLabel("Outlet’s time zone")).hasValue("");
        assertThat(field(page, "zone").locator(".from"))
                .hasText("The page does not say the zone. Where is the outlet?");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
    }

    @Test
    void where_a_site_turns_us_away_a_saved_page_is_dropped_instead() {
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
    void a_file_that_is_no_page_is_not_taken_for_one() {
        Page page = form(DESK);
        paste(page, Sample.WALLED.url());

        page.getByLabel("Drop a saved page here, or choose it")
                .setInputFiles(saved("page.html", "From: <Saved by Blink>\nMIME-Version: 1.0\n"));

        assertThat(page.locator(".looked")).containsText("not a web page as HTML");
        assertThat(page.getByLabel("Headline")).hasValue("");
    }

    @Test
    void a_bookmark_sends_the_page_from_the_browser_to_the_form_of_who_is_signed_in() {
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

        // The site itself, as the person's browser shows it.
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
    void the_keyboard_alone_reaches_every_way_out() {
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

    private static Page form(int width) {
        Page page = signedIn(width, "", "pr");
        assertThat(page.locator("#segments label").first()).isVisible();
        return page;
    }

    /// As a person does: the link is on the clipboard, and whatever stood there is replaced.
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
