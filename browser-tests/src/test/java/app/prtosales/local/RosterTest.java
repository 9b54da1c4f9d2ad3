package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Rosters from HR systems and CRMs: they have regions instead of time zones, people who join are
/// emailed the open stories, and a wrong match between people can be corrected.
@Timeout(60)
class RosterTest extends BrowserSuite {

    /// Long enough for a page to draw what has arrived, in milliseconds.
    private static final int A_MOMENT = 100;

    private static final String WITH_REGIONS =
            """
            Employee ID,Full Name,Work Email,Region
            rep-01,"Sample Rep 01, Boston",rep-01@sample-medtech.example,West
            N1,Nora New,nora@sample-medtech.example,East
            N2,Ned New,ned@sample-medtech.example,EMEA
            N3,Nell New,nell@sample-medtech.example,EAST
            """;

    private static final String WITH_STATES =
            """
            Employee ID,Full Name,Work Email,State
            N1,Nora New,nora@sample-medtech.example,CA
            N2,Ned New,ned@sample-medtech.example,Texas
            N3,Nell New,nell@sample-medtech.example,CT
            """;

    @Test
    void the_time_zone_of_each_region_is_asked_once_and_never_guessed() {
        Page page = signedIn(PHONE, "#/directory/reps", "ops");
        choose(page, WITH_REGIONS);
        Locator asked = page.locator(".zone-question");
        assertThat(asked)
                .containsText(
                        "Your file has no time zones, and 3 people need one. The other 1 keeps"
                                + " what’s on the list.");
        Assertions.assertThat(top(page, ".zone-question .zones-asked"))
                .isGreaterThan(top(page, "#zones-by"));
        assertThat(asked.getByLabel("East (2 people)")).hasValue("");
        assertThat(asked.getByLabel("West")).hasCount(0);
        asked.getByLabel("East (2 people)").selectOption("America/New_York");
        press(asked, "Use these time zones");
        assertThat(asked.getByText("Choose a time zone.")).isVisible();
        assertThat(asked.getByLabel("EMEA (1 person)")).isFocused();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);

        asked.getByLabel("EMEA (1 person)").selectOption("Europe/London");
        press(asked, "Use these time zones");

        assertThat(page.getByText("East → Eastern, EMEA → London")).isVisible();
        assertThat(page.locator(".says"))
                .containsText("Time zones of the 3 new people: 2 Eastern, 1 London.");
        assertThat(page.locator(".keys").filter(hasText("Nora New")))
                .hasText("Nora New (Eastern), Ned New (London), Nell New (Eastern)");
        press(page.locator("main"), "Change the time zones");
        assertThat(asked.getByLabel("EMEA (1 person)")).hasValue("Europe/London");
        assertThat(page.locator(".says")).hasCount(0);
    }

    @Test
    void a_sign_in_in_another_tab_keeps_the_file_and_what_was_answered() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(page, WITH_REGIONS);
        Locator east = page.locator(".zone-question").getByLabel("East (2 people)");
        east.selectOption("America/New_York");

        page.evaluate(
                """
                () => {
                  const token = sessionStorage.getItem('token');
                  sessionStorage.removeItem('token');
                  dispatchEvent(new Event('signed-out'));
                  new BroadcastChannel('session').postMessage({token});
                }
                """);

        assertThat(page.locator("#said")).containsText("You’re signed in as");
        assertThat(east).hasValue("America/New_York");
    }

    @Test
    void a_states_single_time_zone_is_proposed_and_two_are_asked_about() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(page, WITH_STATES);
        Locator asked = page.locator(".zone-question");

        assertThat(asked.getByLabel("CA (1 person)")).hasValue("America/Los_Angeles");
        assertThat(asked.getByLabel("CT (1 person)")).hasValue("America/New_York");
        assertThat(asked.getByLabel("Texas (1 person)")).hasValue("");
        assertThat(asked.getByText("Proposed. Please check.").filter(visible())).hasCount(2);
        assertThat(page.locator(".says")).hasCount(0);
        Chromium.assertAccessible(page);
    }

    @Test
    void one_time_zone_for_everybody_takes_one_choice() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(page, WITH_STATES);
        Locator asked = page.locator(".zone-question");
        asked.getByLabel("Go by").selectOption("all");
        asked.getByLabel("Time zone of all 3 people").selectOption("America/Denver");
        press(asked, "Use these time zones");

        assertThat(page.locator(".says"))
                .containsText("Time zones of the 3 new people: 3 Mountain.");
    }

    @Test
    void in_a_column_of_time_zones_only_unknown_words_are_asked_about() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(
                page,
                """
                Employee ID,Full Name,Work Email,Time Zone
                N1,Nora New,nora@sample-medtech.example,ET
                N2,Ned New,ned@sample-medtech.example,Boston office
                """);
        Locator asked = page.locator(".zone-question");
        assertThat(asked.locator("select")).hasCount(1);
        asked.getByLabel("Boston office (1 person)").selectOption("America/New_York");
        press(asked, "Use these time zones");

        assertThat(page.locator(".says"))
                .containsText("Time zones of the 2 new people: 2 Eastern.");
    }

    @Test
    void a_change_says_who_will_be_emailed_the_open_stories_and_they_are() throws Exception {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(page, joining("J1", "Jo Joiner", "jo"));
        assertThat(page.locator(".says")).containsText("1 person is new");
        assertThat(page.locator(".says")).not().containsText("emailed");

        SampleProduct.submit(product, "open-1", Map.of("headline", "Open one"));
        SampleProduct.submit(product, "open-2", Map.of("headline", "Open two"));
        product.timeline().settleNow();
        choose(page, joining("J1", "Jo Joiner", "jo"));
        page.getByLabel("Keep reps that aren’t in this file").check();
        assertThat(page.locator(".says"))
                .containsText(
                        "1 new person will be emailed the 2 stories still within their 24 hours,"
                                + " within minutes.");
        press(page.locator("main"), "Apply changes");
        assertThat(page.getByText("Changes applied: 1 new").first()).isVisible();
        product.timeline().settleNow();
        Assertions.assertThat(mailsTo("jo@sample-medtech.example")).isEqualTo(2);

        press(page.locator("main"), "Add a rep");
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.locator("[name=name]").fill("Kim Joiner");
        form.locator("[name=email]").fill("kim@sample-medtech.example");
        form.locator("[name=zone]").selectOption("America/New_York");
        press(form, "See what changes");
        assertThat(form)
                .containsText(
                        "Is emailed the 2 stories still within their 24 hours within minutes.");
    }

    @Test
    void when_a_match_between_people_is_undone_the_preview_is_updated() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(
                page,
                """
                Employee ID,Full Name,Work Email,Time Zone
                W1,"Sample Rep 01, Boston",rep-01@sample-medtech.example,ET
                """);
        page.getByLabel("Keep reps that aren’t in this file").check();
        Locator still = page.locator(".notice").filter(hasText("Still used in other lists."));
        Locator box = page.locator(".people input");
        assertThat(box).isChecked();
        assertThat(still).hasCount(0);

        box.uncheck();

        assertThat(still).containsText("Sample Rep 01, Boston is the rep of ");
        assertThat(box).not().isChecked();
        assertThat(box).isFocused();
        box.check();
        assertThat(still).hasCount(0);
    }

    @Test
    void r5_12_a_second_address_that_is_not_in_the_file_does_not_tell_who_somebody_is() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(
                page,
                """
                Employee ID,Full Name,Work Email,Time Zone
                rep-09,Sam Roe,sam.roe@sample-medtech.example,ET
                """);
        page.getByLabel("Keep reps that aren’t in this file").check();

        assertThat(page.locator("main")).containsText("This ID has another name and address now.");
        assertThat(page.locator(".people input")).not().isChecked();
    }

    @Test
    void r1_10_the_preview_names_who_is_on_leave_and_still_gets_each_story() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(
                page,
                """
                Employee ID,Full Name,Work Email,Time Zone,Status
                J9,Jo Away,jo@sample-medtech.example,ET,On Leave
                """);
        page.getByLabel("Keep reps that aren’t in this file").check();

        assertThat(page.locator("main")).containsText("On leave in your file: Jo Away.");
    }

    @Test
    void the_preview_is_the_answer_to_the_latest_question() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        HeldRequests held = HeldRequests.of(page, "**/directory/reps?dryRun=true*");
        held.await(1, () -> choose(page, joining("J8", "Jan Later", "jan")));
        held.await(2, () -> page.getByLabel("Keep reps that aren’t in this file").check());

        page.waitForResponse("**/directory/reps?dryRun=true*", () -> held.release(1));
        assertThat(page.getByText("1 new", new Page.GetByTextOptions().setExact(true))).isVisible();
        page.waitForResponse("**/directory/reps?dryRun=true*", () -> held.release(0));
        page.waitForTimeout(A_MOMENT);

        assertThat(page.getByText("removed")).hasCount(0);
    }

    @Test
    void an_answer_about_columns_that_were_changed_meanwhile_is_not_shown() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        HeldRequests held = HeldRequests.of(page, "**/directory/reps?dryRun=true*");
        held.await(1, () -> choose(page, joining("J7", "Joy Later", "joy")));

        page.getByLabel("Your column for Email").selectOption("");
        assertThat(page.getByText("Tell us where to find: Email.")).isVisible();
        page.waitForResponse("**/directory/reps?dryRun=true*", () -> held.release(0));
        page.waitForTimeout(A_MOMENT);

        assertThat(button(page, "Apply changes")).hasCount(0);
    }

    @Test
    void on_a_phone_the_list_comes_before_the_file() {
        Page page = signedIn(PHONE, "#/directory/reps", "ops");
        assertThat(page.getByLabel("Current list")).isVisible();
        Assertions.assertThat(top(page, "[aria-label='Current list']"))
                .isLessThan(top(page, "#file"));
        press(page.locator("main"), "Update from a file");
        assertThat(page.locator("#file")).isFocused();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);

        Page desk = signedIn(DESK, "#/directory/reps", "ops");
        assertThat(desk.getByLabel("Current list")).isVisible();
        Assertions.assertThat(top(desk, "#file"))
                .isLessThan(top(desk, "[aria-label='Current list']"));
    }

    private static double top(Page page, String selector) {
        return page.locator(selector).boundingBox().y;
    }

    private static String joining(String id, String name, String mailbox) {
        return "Employee ID,Full Name,Work Email,Time Zone\n%s,%s,%s@sample-medtech.example,ET\n"
                .formatted(id, name, mailbox);
    }

    private static long mailsTo(String address) {
        return product.edges().mails().find(address, "Open ").size();
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.FilterOptions visible() {
        return new Locator.FilterOptions().setVisible(true);
    }

    private static void choose(Page page, String file) {
        page.getByLabel("Choose a CSV or Excel file")
                .setInputFiles(
                        new FilePayload(
                                "roster.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }
}
