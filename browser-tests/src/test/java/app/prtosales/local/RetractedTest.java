package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.Mail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// R5.6: whom PR has to tell about a retraction, because nobody else can.
@Timeout(180)
class RetractedTest extends BrowserSuite {

    private static final String STORY = "Retracted after its rep left";

    @Test
    void r5_6_the_champions_of_a_rep_who_has_left_are_named_to_pr() throws InterruptedException {
        String id =
                SampleProduct.submit(
                        product,
                        SampleProduct.story(
                                product,
                                STORY,
                                Duration.ofHours(1),
                                Map.of("forwardability", "green")));
        product.timeline().settleNow();
        sendKitTo("Jane Doe", "rep-01@sample-medtech.example");
        PlacementChangesTest.set("reps", "rep-01", "active", false);
        Page page = PlacementChangesTest.placement(PHONE, id, "pr");

        Locator dialog = PlacementChangesTest.begin(page, "Retract");
        assertThat(dialog.locator(".whom"))
                .containsText("PR is asked to tell 1 champion whose rep has left");
        dialog.getByLabel("Reason").fill("a figure in it was wrong");
        press(dialog, "Retract and notify reps");

        assertThat(dialog).isHidden();
        Locator toTell = page.locator(".notice.warn", containing("Tell these champions"));
        assertThat(toTell).containsText("Jane Doe at Sample Account, by Sample Rep 01");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
    }

    private static void sendKitTo(String champion, String rep) {
        Mail ping = product.edges().mails().find(rep, STORY).getFirst();
        Page phone = visit(PHONE, "");
        phone.navigate(
                Arrays.stream(ping.text().split("\\s"))
                        .filter(each -> each.contains("/r/") && each.contains("persona="))
                        .findFirst()
                        .orElseThrow());
        phone.locator("[name=accountName]").fill("Sample Account");
        phone.locator("[name=account][value='~other']").check();
        phone.locator("[name=champion]").fill(champion);
        phone.locator("form button").first().click();
        assertThat(phone.getByText(champion).first()).isVisible();
    }
}
