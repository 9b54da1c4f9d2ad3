package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.SesBehavior;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An address that bounced is marked as working after an outage; and while emails are stopped,
/// every affected page says so.
@Timeout(60)
class MailHealthTest extends BrowserSuite {

    private static final Pattern BOUNCED =
            Pattern.compile("Email bounced \\w{3}, \\w{3} \\d.*[AP]M CT: mailbox does not exist");

    @Test
    void a_bouncing_address_is_a_task_for_ops_until_they_mark_it_as_working() throws Exception {
        bounce("rep-05@sample-medtech.example");
        SampleProduct.submit(product, "-bounced", Map.of());
        product.timeline().settleNow();
        bounce();

        Page page = signedIn(PHONE, "#/home", "ops");
        assertThat(page.getByText("Sample Rep 05, Chicago gets no emails")).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        assertThat(page.locator("main")).containsText(BOUNCED);
        page.getByText("Sample Rep 05, Chicago gets no emails").click();
        assertThat(page.locator("main")).containsText(BOUNCED);
        assertThat(page.getByText("Bouncing", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, named("Mark as working")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("[type=submit]").click();
        assertThat(dialog.locator(".error")).isVisible();
        dialog.getByLabel("Reason").fill("Their mail server was down.");
        Chromium.assertAccessible(page);
        dialog.locator("[type=submit]").click();

        assertThat(page.getByText("Bouncing", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        page.navigate(product.url() + "/#/home");
        assertThat(page.getByRole(AriaRole.HEADING, named("Home"))).isVisible();
        assertThat(page.getByText("gets no emails")).hasCount(0);
    }

    @Test
    void while_emails_are_stopped_the_pages_say_who_stopped_them_and_where_to_resume() {
        product.as("ops@sample-medtech.example", "ops")
                .post("/sending/stop", Map.of("reason", "Our mailboxes are moving"), Map.of());
        String id = SampleProduct.submit(product, "-stopped", Map.of());

        Page pr = signedIn(PHONE, "#/", "pr");
        for (String at : List.of("", "home", "placements", "placements/" + id)) {
            pr.navigate(product.url() + "/#/" + at);
            assertThat(pr.getByText("Emails to reps are stopped.")).isVisible();
            assertThat(pr.getByText("ops@sample-medtech.example stopped them on")).isVisible();
            assertThat(pr.getByRole(AriaRole.LINK, named("Resume emails"))).hasCount(0);
            Chromium.assertFits(pr);
            Chromium.assertAccessible(pr);
        }

        Page ops = signedIn(DESK, "#/home", "ops");
        ops.getByRole(AriaRole.LINK, named("Resume emails")).click();
        assertThat(ops.getByText("Emails to reps are stopped.")).isVisible();
        ops.getByRole(AriaRole.BUTTON, named("Resume emails")).click();
        ops.getByRole(AriaRole.DIALOG).getByLabel("Reason").fill("The mailboxes have moved.");
        ops.getByRole(AriaRole.DIALOG).locator("[type=submit]").click();
        assertThat(ops.getByText("Emails to reps are stopped.")).hasCount(0);
        ops.navigate(product.url() + "/#/home");
        assertThat(ops.getByRole(AriaRole.HEADING, named("Home"))).isVisible();
        assertThat(ops.getByText("Emails to reps are stopped.")).hasCount(0);
    }

    private static void bounce(String... addresses) {
        product.edges().ses(SesBehavior.read(Map.of("bounce", List.of(addresses))));
    }
}
