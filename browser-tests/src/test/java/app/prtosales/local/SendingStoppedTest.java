package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.SesBehaviour;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Too many mails come back: ops is mailed, sees it beside the roster, and lets mails go out again.
@Timeout(120)
class SendingStoppedTest {

    private static final int TEAM = 220;
    private static final int DEAD = 10;

    @Test
    void ops_is_mailed_sees_it_beside_the_roster_and_lets_mails_go_out_again()
            throws InterruptedException, IOException {
        try (Chromium chromium = Chromium.launchOrSkip();
                LocalProduct product = SampleProduct.start()) {
            SampleCompany company = new SampleCompany(SampleProduct.ROOT, product, TEAM);
            company.loadLists();
            List<String> dead =
                    company.rows("reps").stream()
                            .limit(DEAD)
                            .map(rep -> Json.string(rep.get("email")))
                            .toList();
            product.edges()
                    .ses(
                            SesBehaviour.read(
                                    Map.of(
                                            "bounce",
                                            dead,
                                            "quota",
                                            Map.of("perSecond", 1_000, "per24h", 100_000))));
            submit(product, "");
            product.timeline().settleNow();

            List<Mail> alarms = product.edges().mails().find("", "[Alarm] No mail goes out");
            assertThat(alarms).hasSize(1);
            Page page = roster(chromium, product);
            assertThat(page.getByText("No mail goes out to reps").first()).isVisible();
            Chromium.assertAccessible(page);
            picture(page, alarms.getFirst());
            int before = pings(product);
            submit(product, "-2");
            product.timeline().settleNow();
            assertThat(pings(product)).isEqualTo(before).isBetween(200, TEAM);

            page.getByRole(AriaRole.BUTTON, named("Let mails go out again")).click();
            page.getByLabel("Reason").fill("The dead addresses are taken out.");
            page.getByRole(AriaRole.BUTTON, named("Let them go out")).click();
            assertThat(page.getByText("No mail goes out to reps")).hasCount(0);
            product.timeline().moveTo(product.timeline().now().plus(Duration.ofMinutes(20)));

            assertThat(pings(product)).isEqualTo(TEAM + TEAM - DEAD);
            chromium.assertNothingStrayedOrBroke();
        }
    }

    private static Page roster(Chromium chromium, LocalProduct product) {
        Page page = chromium.open(1280, 900, ColorScheme.LIGHT, SampleProduct.origins(product));
        page.navigate(product.url() + "/#/directory/reps");
        assertThat(page.locator("html[data-ready]")).isAttached();
        page.locator("#account").getByRole(AriaRole.BUTTON).click();
        SampleProduct.signIn(page, "ops");
        return page;
    }

    private static void submit(LocalProduct product, String another) {
        Map<String, Object> event =
                SampleCompany.read(SampleProduct.ROOT.resolve("events/placement-intake.json"));
        Map<String, Object> placement =
                new HashMap<>(SampleProduct.object(Json.string(event.get("body"))));
        placement.put("url", placement.get("url") + another);
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr")
                        .post(
                                "/placements",
                                SampleCompany.publishedAgo(
                                        placement, product.timeline().now(), Duration.ofHours(1)),
                                Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static int pings(LocalProduct product) {
        return product.edges().mails().find("", "[Coverage]").size();
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    /// To be looked at, with `-Dscreenshots=FOLDER`.
    private static void picture(Page page, Mail alarm) throws IOException {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "stopped.png")));
            Files.writeString(Path.of(folder, "stopped-mail.html"), alarm.html());
        }
    }
}
