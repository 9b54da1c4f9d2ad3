package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the dialogs for changes say, and what they ask for, before anything is sent.
@Timeout(60)
class ChangeDialogsTest extends ModuleSuite {

    @AfterEach
    void nothing_stays_open() {
        page.evaluate("() => document.querySelectorAll('dialog').forEach((each) => each.close())");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void while_emails_go_out_everyone_who_has_one_by_then_is_told() {
        assertThat(DialogModulesTest.change("correct", "status: 'scheduled',").locator(".whom"))
                .containsText("Everyone who has the first email by then. It’s going out now.");
        assertThat(DialogModulesTest.change("retract", "status: 'distributing',").locator(".whom"))
                .containsText("Everyone who has the first email by then");
    }

    @Test
    void the_recipients_shown_follow_the_placement_while_the_dialog_is_open() {
        Locator dialog =
                DialogModulesTest.change(
                        "correct",
                        "status: 'scheduled', publishedAt: '2099-01-01T00:00:00Z', reached: {},");
        assertThat(dialog.locator(".whom")).containsText("Nobody yet. No emails have gone out.");

        page.evaluate(
                """
                () => {
                  story.placement = {...story.placement, status: 'distributed', reached: {count: 7}};
                  dispatchEvent(new Event('fresh'));
                }
                """);

        assertThat(dialog.locator(".whom")).containsText("Everyone who got the first email");
        assertThat(dialog.locator(".whom")).containsText("7 so far");
    }

    @Test
    void a_correction_that_corrects_nothing_is_not_sent() {
        Locator dialog = DialogModulesTest.change("correct");
        dialog.getByLabel("Reason").fill("A word was missing");

        dialog.locator("[type=submit]").click();

        assertThat(dialog.locator(".notice.bad")).containsText("Change what was wrong");
        assertThat(page.evaluate("() => submitted")).isEqualTo(0);
    }

    @Test
    void r5_7_a_story_corrected_to_negative_asks_for_what_reps_should_say() {
        Locator dialog = DialogModulesTest.change("correct");
        dialog.getByLabel("Reason").fill("It is about a recall.");
        dialog.locator("[name=tone]").selectOption("negative");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).containsText("Enter what reps should say.");
        assertThat(page.evaluate("() => submitted")).isEqualTo(0);

        dialog.locator("[name=holdingLine]").fill("We know of the recall.");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).hasCount(0);
        assertThat(page.evaluate("() => submitted")).isEqualTo(1);
    }

    @Test
    void no_question_is_preselected_for_an_exemption() {
        Locator dialog = DialogModulesTest.change("exempt", "audit: {},");
        dialog.getByLabel("Reason").fill("An award");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).containsText("Choose a question");
        assertThat(page.evaluate("() => submitted")).isEqualTo(0);
        dialog.locator("[name=question]").selectOption("referencedInDeal");
        dialog.locator("[type=submit]").click();
        assertThat(dialog).hasCount(0);
        assertThat(page.evaluate("() => said")).isEqualTo("Marked as exempt.");
    }

    @Test
    void undoing_an_exemption_says_who_will_be_asked_to_act() {
        Locator dialog =
                DialogModulesTest.change(
                        "undoExemption",
                        "exemptions: [{question: 'inActiveSequence'}, {question: 'referencedInDeal'}],");
        assertThat(dialog.locator(".whom")).containsText("Owners of matching sequences");

        dialog.locator("[name=question]").selectOption("referencedInDeal");

        assertThat(dialog.locator(".whom")).containsText("Reps with an open deal");
        dialog.getByLabel("Reason").fill("A wrong click");
        dialog.locator("[type=submit]").click();
        assertThat(dialog).hasCount(0);
        assertThat(page.evaluate("() => said")).isEqualTo("Not exempt anymore.");
    }

    @Test
    void a_copy_may_be_on_another_page_of_the_same_outlet() {
        assertThat(DialogModulesTest.change("attach").locator(".about"))
                .hasText(
                        "The same story elsewhere. The deadline stays with the first publication.");
    }

    @Test
    void a_repeated_exemption_says_so() {
        Locator dialog = DialogModulesTest.change("exempt", "audit: {referencedInDeal: 'exempt'},");
        dialog.getByLabel("Reason").fill("An award");
        dialog.locator("[name=question]").selectOption("referencedInDeal");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).hasCount(0);
        assertThat(page.evaluate("() => said"))
                .isEqualTo("It was exempt already. This is its reason now.");
    }

    @Test
    void the_agreements_form_shows_its_version_and_date_in_words() {
        assertThat(DialogModulesTest.agreement("[]"))
                .containsText("Now version 3, as of Sep 1. The weekly email names its version.");
    }

    @Test
    void the_message_at_an_empty_choice_says_choose_not_enter() {
        Locator dialog =
                DialogModulesTest.agreement(
                        """
                        [{"field": "items[0].zone", "message": "Enter a time zone"}]\
                        """);
        dialog.locator("[name=leadership]").fill("jane@sample-medtech.example");
        dialog.locator("[type=submit]").click();

        assertThat(dialog).containsText("Choose a time zone");
    }
}
