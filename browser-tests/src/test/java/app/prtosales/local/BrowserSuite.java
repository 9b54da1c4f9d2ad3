package app.prtosales.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// What the suites in a browser have in common: each has a browser and a product of its own with
/// the lists of the sample company, and after each test nothing has strayed or broken.
abstract class BrowserSuite {

    /// The widths of the screens in CSS pixels.
    static final int DESK = 1280;

    static final int PHONE = 390;

    @SuppressWarnings("NullAway.Init")
    static LocalProduct product;

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.launchOrSkip();
        product = SampleProduct.startWithLists();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (product != null) {
            product.close();
        }
    }

    @AfterEach
    void nothing_strayed_or_broke() {
        chromium.closePages();
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

    /// Goes on by keyboard alone.
    ///
    /// @param most presses of Tab that it may take
    static void tabTo(Page page, String selector, int most) {
        for (int i = 0; i < most && !focusedIs(page, selector); i++) {
            page.keyboard().press("Tab");
        }
        Assertions.assertThat(focusedIs(page, selector)).as("Tab reaches " + selector).isTrue();
    }

    static boolean focusedIs(Page page, String selector) {
        return Boolean.TRUE.equals(
                page.evaluate("s => document.activeElement.matches(s)", selector));
    }
}
