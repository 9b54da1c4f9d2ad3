package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.SesBehavior;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Too many emails bounce: ops is emailed, sees it next to the roster, and resumes sending.
@ExtendWith(SharedChromium.class)
@Timeout(120)
class SendingStoppedTest {

    private static final int TEAM = 220;
    private static final int BOUNCING = 10;

    @Test
    void ops_is_emailed_sees_it_next_to_the_roster_and_resumes_sending(Chromium chromium)
            throws InterruptedException {
        try (LocalProduct product = SampleProduct.start()) {
            SampleCompany company = new SampleCompany(SampleProduct.ROOT, product, TEAM);
            company.loadLists();
            List<String> bouncing =
                    company.rows("reps").stream()
                            .limit(BOUNCING)
                            .map(rep -> Json.string(rep.get("email")))
                            .toList();
            product.edges()
                    .ses(
                            SesBehavior.read(
                                    Map.of(
                                            "bounce",
                                            bouncing,
                                            "quota",
                                            Map.of("perSecond", 1_000, "per24h", 100_000))));
            SampleProduct.submit(product, "", Map.of());
            product.timeline().settleNow();

            List<Mail> alarms =
                    product.edges().mails().find("", "[Alarm] Emails to reps have stopped");
            assertThat(alarms).hasSize(1);
            Page page = SampleProduct.signedIn(chromium, product, 1280, "#/directory/reps", "ops");
            assertThat(page.getByText("Emails to reps are stopped").first()).isVisible();
            Chromium.assertAccessible(page);
            picture(page);
            int before = pings(product);
            SampleProduct.submit(product, "-2", Map.of());
            product.timeline().settleNow();
            assertThat(pings(product)).isEqualTo(before).isBetween(200, TEAM);

            page.getByRole(AriaRole.BUTTON, named("Resume emails")).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Reason").fill("Removed the bouncing addresses.");
            dialog.locator("[type=submit]").click();
            assertThat(page.getByText("Emails to reps are stopped")).hasCount(0);
            product.timeline().moveTo(product.timeline().now().plus(Duration.ofMinutes(20)));

            assertThat(pings(product)).isEqualTo(TEAM + TEAM - BOUNCING);
            chromium.closePages();
            chromium.assertNothingStrayedOrBroke();
        }
    }

    private static int pings(LocalProduct product) {
        return product.edges().mails().find("", "[Coverage]").size();
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    /// Takes a screenshot for `docs/images/`, with `-Dscreenshots=FOLDER`.
    private static void picture(Page page) {
        String folder = System.getProperty("screenshots", "");
        if (folder.isEmpty()) {
            return;
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForTimeout(500);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(
                                    Path.of(
                                            folder,
                                            "stopped-%s.jpg"
                                                    .formatted(
                                                            scheme.name()
                                                                    .toLowerCase(Locale.ROOT))))
                            .setType(ScreenshotType.JPEG)
                            .setQuality(35));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
