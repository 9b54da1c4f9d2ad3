package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.prtosales.local.edges.Mail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each page, driven through its job in a real browser, as PR and ops use it.
@Timeout(60)
class PagesTest extends BrowserSuite {

    private static final String HEADLINE =
            "Waystar Uses AI to Recover Billions in Healthcare Revenue";
    private static final String NOTE =
            "Gives finance leaders a name for payer take-backs and a reason to review underpayments this quarter.";

    @Test
    void pr_signs_in_submits_and_sees_that_everybody_was_reached() {
        Page page = visit(DESK, "#/");
        assertThat(page.getByRole(AriaRole.HEADING, named("New placement"))).isVisible();
        assertThat(page.getByText("to see your company’s segments")).isVisible();
        Chromium.assertAccessible(page);
        page.getByLabel("Outlet", new Page.GetByLabelOptions().setExact(true))
                .fill("Healthcare Curated");

        page.getByRole(AriaRole.BUTTON, named("Sign in to submit")).click();
        SampleProduct.signIn(page, "pr");

        assertThat(page.getByLabel("Outlet", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Healthcare Curated");
        fillIn(page, "https://healthcarecurated.com/waystar?utm_source=x", HEADLINE);
        assertThat(page.locator(".side .zones dt")).hasText(new String[] {"Deadline", "UTC"});
        assertThat(page.getByText("12 of 12 reps")).isVisible();
        assertThat(page.locator("div.mail").getByText(NOTE).first()).isVisible();
        assertThat(page.locator("div.mail table").first()).isVisible();
        Chromium.assertAccessible(page);
        page.reload();
        assertThat(page.locator("form.sheet [name=headline]")).hasValue(HEADLINE);
        assertThat(page.getByLabel("Health systems")).isChecked();
        page.getByRole(AriaRole.BUTTON, named("Submit and email the team")).dblclick();

        assertThat(page.getByRole(AriaRole.HEADING, named(HEADLINE))).isVisible();
        assertThat(page.locator(".figure", containing("12 of 12 reps reached"))).isVisible();
        assertThat(page.getByRole(AriaRole.TIMER)).containsText("left");
        Chromium.assertAccessible(page);
        page.getByRole(AriaRole.LINK, named("Placements").setExact(true)).click();
        assertThat(page.locator("tbody tr", containing(HEADLINE))).hasCount(1);
        assertThat(product.edges().mails().find("rep-01@sample-medtech.example", HEADLINE))
                .hasSize(1);
        page.getByRole(AriaRole.LINK, named("New placement").setExact(true)).first().click();
        assertThat(page.locator("form.sheet [name=headline]")).hasValue("");
    }

    @Test
    void a_test_email_goes_to_the_signed_in_person_and_its_link_says_it_was_a_test()
            throws InterruptedException {
        Page page = signedIn(PHONE, "#/", "pr");
        fillIn(page, "https://test.example/story", "Seen before it is sent");
        Locator button = page.getByRole(AriaRole.BUTTON, named("Send a test to myself"));
        assertThat(button).isVisible();

        button.dblclick();
        assertThat(page.getByRole(AriaRole.STATUS).first())
                .containsText("We sent a test to pr@sample-medtech.example");
        product.timeline().settleNow();

        List<Mail> mails = product.edges().mails().find("", "Seen before it is sent");
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().to()).containsExactly("pr@sample-medtech.example");
        assertThat(mails.getFirst().subject()).startsWith("[Test] [Coverage] ");
        String link = mails.getFirst().text().split("Got it: ", 2)[1].split("\\s", 2)[0];
        page.navigate(link);
        assertThat(page.getByRole(AriaRole.HEADING, named("That was a test"))).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
    }

    @Test
    void a_later_publication_is_not_announced_as_mailed_now() {
        Page page = signedIn(DESK, "#/", "pr");
        fillIn(page, "https://later.example/story", "Published in two days");
        page.getByLabel("Published on")
                .fill(LocalDate.now(ZoneId.of("America/Chicago")).plusDays(2).toString());

        assertThat(page.locator("form .submit"))
                .containsText("12 reps get it when it’s published: ");
        page.getByRole(AriaRole.BUTTON, named("Submit for later")).click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Published in two days"))).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS).first())
                .containsText("Reps get it when it’s published: ");
    }

    @Test
    void two_tabs_keep_two_drafts() {
        Page one = signedIn(DESK, "#/", "pr");
        one.locator("form.sheet [name=headline]").fill("The story of the first tab");
        Page other = one.context().newPage();
        other.navigate(product.url() + "/#/");
        assertThat(other.getByRole(AriaRole.BUTTON, named("Sign out"))).isVisible();
        other.locator("form.sheet [name=headline]").fill("The story of the second tab");

        one.reload();
        other.reload();

        assertThat(one.locator("form.sheet [name=headline]"))
                .hasValue("The story of the first tab");
        assertThat(other.locator("form.sheet [name=headline]"))
                .hasValue("The story of the second tab");
        one.getByRole(AriaRole.BUTTON, named("Clear the form")).click();
        one.reload();
        assertThat(one.locator("form.sheet [name=headline]")).hasValue("");
    }

    @Test
    void the_same_story_leads_to_the_first_one_before_and_after_submitting() {
        Page page = signedIn(DESK, "#/", "pr");
        fillIn(page, "https://duplicate.example/story", "The same story twice");
        submit(page);
        assertThat(page.getByRole(AriaRole.HEADING, named("The same story twice"))).isVisible();
        String first = page.url();

        Page other = signedIn(PHONE, "#/", "jordan", "pr");
        fillIn(other, "http://www.duplicate.example/story/?utm_medium=mail", "Told in other words");
        assertThat(other.locator(".side"))
                .containsText("already submitted by pr@sample-medtech.example on ");
        assertThat(other.locator(".side")).containsText("Nobody gets a second email.");
        assertThat(other.locator(".side")).not().containsText("Goes out right away");
        assertThat(other.locator("button[type=submit]")).hasText("Add my name to it");
        Chromium.assertFits(other);
        Chromium.assertAccessible(other);
        other.locator("button[type=submit]").click();

        Locator said = other.getByRole(AriaRole.ALERT);
        assertThat(said).containsText("We added your name to it");
        assertThat(said).hasClass("notice good");
        assertThat(other.getByLabel("Note to the reps")).not().hasValue("");
        other.locator("form.sheet [name=url]").fill("https://duplicate.example/another-story");
        assertThat(other.locator("button[type=submit]")).hasText("Submit and email the team");
        said.getByRole(AriaRole.LINK).click();
        assertThat(other).hasURL(first);
    }

    @Test
    void a_persons_own_story_is_opened_instead_of_submitted_again() {
        Page page = signedIn(DESK, "#/", "pr");
        fillIn(page, "https://duplicate.example/my-own", "My own story twice");
        submit(page);
        assertThat(page.getByRole(AriaRole.HEADING, named("My own story twice"))).isVisible();
        String first = page.url();

        page.navigate(product.url() + "/#/");
        fillIn(page, "https://duplicate.example/my-own", "My own story twice");
        assertThat(page.locator(".side")).containsText("already submitted by you on ");
        page.getByRole(AriaRole.BUTTON, named("Open the story")).click();

        assertThat(page).hasURL(first);
    }

    @Test
    void r4_8_past_coverage_is_listed_as_history_and_not_as_an_alarm() {
        Map<String, Object> past =
                Map.of(
                        "url",
                        "https://past.example/story",
                        "outlet",
                        "Past Weekly",
                        "headline",
                        "Coverage of two years ago",
                        "format",
                        "feature",
                        "publishedAt",
                        LocalDate.now(ZoneId.of("America/Chicago")).minusYears(2) + "T09:00",
                        "zone",
                        "America/Chicago",
                        "segments",
                        List.of("health-systems"),
                        "note",
                        "A line for the reps.",
                        "backfill",
                        true);
        SampleProduct.submit(product, past);
        Page page = signedIn(DESK, "#/placements?search=two+years+ago", "pr");

        Locator row = page.locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("History, not emailed");
        assertThat(row).containsText("Red: expired");
        assertThat(row.locator(".badge.red")).hasCount(0);
        Chromium.assertAccessible(page);
    }

    @Test
    void each_bad_field_says_what_is_wrong_and_the_first_is_focused() {
        Page page = signedIn(DESK, "#/", "pr");
        page.getByLabel("Note to the reps").fill("x".repeat(161));
        assertThat(page.getByText("161 of 160")).isVisible();

        submit(page);

        Locator outlet = page.getByLabel("Outlet", new Page.GetByLabelOptions().setExact(true));
        assertThat(outlet).hasAttribute("aria-invalid", "true");
        assertThat(outlet).isFocused();
        assertThat(outlet).hasAccessibleDescription(Pattern.compile("Enter the outlet"));
        assertThat(page.getByLabel("Note to the reps"))
                .hasAccessibleDescription(Pattern.compile("160"));
        assertThat(page.locator("#segments-error")).isVisible();
        // Shown at the fields, and not repeated above them.
        assertThat(page.locator("#said")).isEmpty();
        Chromium.assertAccessible(page);

        outlet.fill("MedCity News");
        page.getByLabel("Note to the reps").fill("x".repeat(161) + "x");
        page.getByLabel("Health systems").check();

        assertThat(outlet).hasAttribute("aria-invalid", "false");
        assertThat(page.locator("#segments-error")).isHidden();
        assertThat(page.getByLabel("Note to the reps")).hasAttribute("aria-invalid", "true");
        page.getByLabel("Note to the reps").fill("Short enough.");
        assertThat(page.getByLabel("Note to the reps")).hasAttribute("aria-invalid", "false");
    }

    @Test
    void a_correction_says_who_is_emailed_and_emails_them() throws InterruptedException {
        Page page = signedIn(DESK, "#/", "pr");
        fillIn(page, "https://correct.example/story", "A headline with a mistake");
        submit(page);
        assertThat(page.locator(".figure", containing("12 of 12 reps reached"))).isVisible();

        page.getByRole(AriaRole.BUTTON, named("Correct")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Everyone who got the first email");
        assertThat(dialog.getByLabel("Reason")).isInViewport();
        assertThat(
                        dialog.getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName("Correct and notify reps")))
                .isInViewport();
        dialog.getByLabel("Headline").fill("A headline without one");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Correct and notify reps"))
                .click();
        assertThat(dialog.getByLabel("Reason")).hasAttribute("aria-invalid", "true");
        assertThat(dialog.getByLabel("Reason")).isFocused();
        Chromium.assertAccessible(page);
        dialog.getByLabel("Reason").fill("we had misread it");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Correct and notify reps"))
                .click();

        assertThat(dialog).isHidden();
        assertThat(page.getByRole(AriaRole.HEADING, named("A headline without one"))).isVisible();
        assertThat(page.locator(".history")).containsText("we had misread it");
        product.timeline().settleNow();
        List<Mail> corrections =
                product.edges().mails().find("", "A headline with a mistake").stream()
                        .filter(mail -> mail.subject().startsWith("Re: "))
                        .toList();
        assertThat(corrections).hasSize(12);
        assertThat(corrections)
                .allSatisfy(mail ->
                        assertThat(mail.text())
                                .contains("A headline without one", "we had misread it"));
    }

    @Test
    void the_main_pages_fit_a_phone_and_pr_can_submit_there() {
        Page page = signedIn(PHONE, "#/", "pr", "ops", "leadership");
        fillIn(
                page,
                "https://phone.example/story",
                "Streamlining Hospital Communication: Reducing Noise");
        assertThat(page.getByText("12 of 12 reps")).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        submit(page);
        assertThat(page.locator(".figure", containing("12 of 12 reps reached"))).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        for (String each :
                List.of(
                        "placements",
                        "directory/reps",
                        "directory/agreement",
                        "directory/import",
                        "audit")) {
            page.navigate(product.url() + "/#/" + each);
            assertThat(page.locator("h1")).isVisible();
            page.waitForTimeout(300);
            Chromium.assertFits(page);
            Chromium.assertAccessible(page);
        }
    }

    @Test
    void leadership_can_read_any_week_without_its_email() {
        Page page = signedIn(PHONE, "#/audit", "leadership");
        Chromium.assertFits(page);
        page.getByRole(AriaRole.LINK, named("The last 13 weeks")).click();

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.getByText("Last 12 weeks")).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        page.getByText("Previous week").click();
        assertThat(page.getByText("Next week")).isVisible();
    }

    @Test
    void hostile_input_is_shown_as_text() {
        String hostile =
                "<img src=x onerror=alert(1)> \"quoted\" ' style=\"color:red\" </script>{{7*7}} =1+1";
        Page page = signedIn(DESK, "#/", "pr");
        page.onDialog(dialog -> fail("a script ran: " + dialog.message()));
        fillIn(page, "https://hostile.example/?q=%3Cscript%3Ealert(1)%3C/script%3E", hostile);
        page.getByText("More details for the champion kit").click();
        page.getByLabel("Quote").fill("</template><script>alert(2)</script>");
        submit(page);

        assertThat(headline(page, "<img src=x onerror=alert(1)>")).isVisible();
        assertThat(page.locator("main img, main script")).hasCount(0);
        page.navigate(product.url() + "/#/placements");
        assertThat(page.getByText("<img src=x").first()).isVisible();
    }

    /// The page's own headline, not the one in the email that it shows.
    private static Locator headline(Page page, String text) {
        return page.locator("h1", new Page.LocatorOptions().setHasText(text));
    }

    private static void fillIn(Page page, String url, String headline) {
        page.locator("[name=url]").fill(url);
        page.getByLabel("Outlet", new Page.GetByLabelOptions().setExact(true))
                .fill("Healthcare Curated");
        page.getByLabel("Format").selectOption("news-mention");
        page.locator("form.sheet [name=headline]").fill(headline);
        page.getByLabel("Published on").fill(today());
        page.getByLabel("Health systems").check();
        page.getByLabel("Note to the reps").fill(NOTE);
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("America/Chicago")).toString();
    }

    private static void submit(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Submit and email the team")).click();
    }
}
