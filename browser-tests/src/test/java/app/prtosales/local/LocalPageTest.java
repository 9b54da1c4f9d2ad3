package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The page of the local simulation.
@Timeout(120)
class LocalPageTest extends BrowserSuite {

    /// As in `Tue, Nov 24, 2026, 9:06:12 AM`.
    private static final Pattern CLOCK =
            Pattern.compile(
                    "[A-Z][a-z]{2}, [A-Z][a-z]{2} \\d{1,2}, \\d{4}, \\d{1,2}:\\d{2}:\\d{2}\\s[AP]M");

    /// As in `Nov 24, 9:06 AM`.
    private static final Pattern SENT =
            Pattern.compile("[A-Z][a-z]{2} \\d{1,2}, \\d{1,2}:\\d{2} [AP]M");

    @Test
    void its_times_are_as_americans_write_them_before_and_after_the_clock_ticks()
            throws InterruptedException {
        SampleProduct.submit(product, "local-page", Map.of());
        product.timeline().settleNow();
        Page page = chromium.open(DESK, 900, ColorScheme.LIGHT, Set.of(product.url()));

        page.navigate(product.url() + "/_local/");

        Locator clock = page.locator("#now");
        assertThat(clock).hasText(CLOCK);
        assertThat(page.locator("li time").first()).hasText(SENT);
        String before = clock.textContent();
        assertThat(clock).not().hasText(before);
        assertThat(clock).hasText(CLOCK);
    }
}
