package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// R2.5: a question that does not apply, and one that applies after all.
@Timeout(180)
class ExemptionTest extends BrowserSuite {

    /// Published an hour ago.
    private static final Duration AGO = Duration.ofHours(1);

    @Test
    void an_exempt_question_is_shown_as_exempt_with_its_reason_and_name() {
        Page page =
                PlacementChangesTest.placement(
                        PHONE, submit("An award that no sequence carries", AGO), "pr");

        Locator dialog = PlacementChangesTest.begin(page, "Mark as exempt");
        dialog.getByLabel("Question").selectOption("inActiveSequence");
        dialog.getByLabel("Reason").fill("an award, which sequences don’t use");
        dialog.getByLabel("Who decided").fill("Sample Leader");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        press(dialog, "Mark as exempt");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".answers li").nth(1)).containsText("Exempt");
        assertThat(page.locator(".answers li").nth(1)).not().containsText("Yes");
        assertThat(page.getByText("an award, which sequences don’t use").first()).isVisible();
        assertThat(page.locator(".history"))
                .containsText("Exempt from being in a sequence, as Sample Leader said");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
    }

    @Test
    void an_exemption_is_undone_with_a_reason() {
        String id = submit("Exempt by mistake", AGO);
        Page page = PlacementChangesTest.placement(PHONE, id, "pr");
        Locator dialog = PlacementChangesTest.begin(page, "Mark as exempt");
        dialog.getByLabel("Question").selectOption("inActiveSequence");
        dialog.getByLabel("Reason").fill("an award");
        press(dialog, "Mark as exempt");
        assertThat(dialog).isHidden();

        dialog = PlacementChangesTest.begin(page, "Undo exemption");
        dialog.getByLabel("Reason").fill("marked by mistake");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        press(dialog, "Undo exemption");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".answers li").nth(1)).not().containsText("Exempt");
        assertThat(page.locator(".history")).containsText("No longer exempt from being in a");
        assertThat(button(page, "Undo exemption")).hasCount(0);
    }
}
