package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/// The base of the browser suites: each has a product of its own with the sample company's lists.
/// After each test, no page may have sent requests elsewhere, logged errors, or shown a time as the
/// API writes it (R5.9).
@ExtendWith(SharedChromium.class)
abstract class BrowserSuite {

    /// Screen widths in CSS pixels.
    static final int DESK = 1280;

    static final int PHONE = 390;

    @SuppressWarnings("NullAway.Init")
    static LocalProduct product;

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    @BeforeAll
    static void start(Chromium shared) {
        chromium = shared;
        product = SampleProduct.startWithLists();
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
    }

    @AfterEach
    void no_page_contacted_other_sites_logged_errors_or_shows_a_time_in_the_apis_format() {
        List<String> shown = chromium.shownInstants();
        chromium.closePages();
        Assertions.assertThat(shown).as("times shown in the API's format").isEmpty();
        chromium.assertNothingStrayedOrBroke();
    }

    static Page visit(int width, String at) {
        return SampleProduct.visit(chromium, product, width, at);
    }

    static Page signedIn(int width, String at, String... roles) {
        return SampleProduct.signedIn(chromium, product, width, at, roles);
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    /// Reaches an element by keyboard alone.
    ///
    /// @param most the maximum number of Tab presses
    static void tabTo(Page page, String selector, int most) {
        for (int i = 0; i < most && !isFocused(page, selector); i++) {
            page.keyboard().press("Tab");
        }
        Assertions.assertThat(isFocused(page, selector)).as("Tab reaches " + selector).isTrue();
    }

    static boolean isFocused(Page page, String selector) {
        return Boolean.TRUE.equals(
                page.evaluate("s => document.activeElement.matches(s)", selector));
    }

    /// Opens a page of the site and waits until it is shown.
    static void go(Page page, String at) {
        page.navigate(product.url() + "/" + at);
        assertThat(page.locator("main h1")).isVisible();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    static FilePayload csv(String rows) {
        return new FilePayload("list.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    /// Submits a new story.
    ///
    /// @param ago how long ago it was published; negative for a future publication
    /// @return the placement's id
    static String submit(String headline, Duration ago) {
        return SampleProduct.submit(product, SampleProduct.story(product, headline, ago, Map.of()));
    }

    /// Merges a submitted story into another one.
    static void attachAsCopy(String headline, String original) {
        Map<String, Object> story = SampleProduct.story(product, headline, Duration.ZERO, Map.of());
        HttpAnswer merged =
                product.as("pr@sample-medtech.example", "pr")
                        .post(
                                "/placements/" + original + "/copies",
                                Map.of(
                                        "url", Objects.requireNonNull(story.get("url")),
                                        "outlet", Objects.requireNonNull(story.get("outlet")),
                                        "reason", "The same story."),
                                Map.of());
        Assertions.assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    }

    static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    static void press(Locator place, String name) {
        place.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
