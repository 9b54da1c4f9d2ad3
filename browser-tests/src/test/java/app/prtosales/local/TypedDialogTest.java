package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A dialog asks before it drops what somebody typed into it.
@Timeout(60)
class TypedDialogTest extends ModuleSuite {

    @AfterEach
    void nothing_stays_open() {
        page.evaluate("() => document.querySelectorAll('dialog').forEach((each) => each.close())");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void cancel_and_esc_ask_before_they_drop_what_was_typed() {
        Locator dialog = DialogModulesTest.dialog("() => {}");
        dialog.getByLabel("Reason").fill("A long reason");
        for (Runnable leaving :
                List.<Runnable>of(
                        () -> dialog.getByText("Cancel").click(),
                        () -> dialog.getByLabel("Reason").press("Escape"))) {
            leaving.run();

            assertThat(dialog.locator(".asks")).containsText("Discard what you typed?");
            page.keyboard().press("Escape");
            dialog.getByText("Keep editing").click();
            assertThat(dialog.locator(".asks")).isHidden();
            assertThat(dialog.getByLabel("Reason")).hasValue("A long reason");
        }

        dialog.getByText("Cancel").click();
        dialog.getByText("Discard", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void browser_back_asks_before_it_drops_what_was_typed() {
        page.evaluate("() => { location.hash = '#/here'; }");
        page.waitForFunction("() => location.hash === '#/here'");
        Locator dialog = DialogModulesTest.dialog("() => {}");
        dialog.getByLabel("Reason").fill("A long reason");

        page.evaluate("() => { location.hash = '#/there'; }");

        assertThat(dialog.locator(".asks")).isVisible();
        assertThat(page.evaluate("() => location.hash")).isEqualTo("#/here");
        assertThat(dialog.getByLabel("Reason")).hasValue("A long reason");
        dialog.getByText("Discard", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).hasCount(0);
        assertThat(page.evaluate("() => location.hash")).isEqualTo("#/there");
    }

    @Test
    void a_dialog_without_typed_text_closes_at_once() {
        Locator dialog = DialogModulesTest.dialog("() => {}");

        dialog.getByLabel("Reason").press("Escape");

        assertThat(dialog).hasCount(0);
    }

    @Test
    void a_dialog_closes_without_asking_once_its_change_was_sent() {
        Locator dialog = DialogModulesTest.dialog("() => {}");
        dialog.getByLabel("Reason").fill("A long reason");

        dialog.locator("[type=submit]").click();

        assertThat(dialog).hasCount(0);
    }

    @Test
    void the_form_of_the_agreement_asks_too() {
        Locator dialog = DialogModulesTest.agreement("[]");
        dialog.locator("[name=leadership]").fill("jane@sample-medtech.example");

        dialog.getByText("Cancel").click();

        assertThat(dialog.locator(".asks")).isVisible();
        assertThat(dialog.locator("[name=leadership]")).hasValue("jane@sample-medtech.example");
    }
}
