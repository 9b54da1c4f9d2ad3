package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.SesBehavior;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Changing a placement after submission: what the dialog says first, and what happens then.
@Timeout(180)
class PlacementChangesTest extends BrowserSuite {

    /// Published an hour ago.
    private static final Duration AGO = Duration.ofHours(1);

    /// `Publication moved from Sun, Nov 29, 9:00 AM CT to Mon, Nov 30, 8:30 AM CT`.
    private static final Pattern MOVED =
            Pattern.compile(
                    "Publication moved from \\w{3}, \\w{3} \\d.*[AP]M CT to \\w{3}, \\w{3} \\d.*8:30 AM CT");

    @Test
    void a_scheduled_placement_is_withdrawn_and_nobody_is_emailed() throws InterruptedException {
        Page page = placement(DESK, submit("Withdrawn in time", Duration.ofHours(-3)), "pr");
        assertThat(page.getByRole(AriaRole.TIMER)).containsText("Goes out in");

        Locator dialog = begin(page, "Withdraw");
        assertThat(dialog.locator(".whom")).containsText("Nobody.");
        press(dialog, "Withdraw");
        assertThat(dialog.getByLabel("Reason")).isFocused();
        dialog.getByLabel("Reason").fill("the outlet dropped the story");
        press(dialog, "Withdraw");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".badges")).containsText("Withdrawn");
        assertThat(page.locator(".history")).containsText("the outlet dropped the story");
        assertThat(button(page, "Correct")).hasCount(0);
        Chromium.assertAccessible(page);
        submit("Not withdrawn", Duration.ofHours(-3));
        product.timeline().moveTo(product.timeline().now().plus(Duration.ofHours(4)));
        assertThat(mails("Not withdrawn")).hasSize(12);
        assertThat(mails("Withdrawn in time")).isEmpty();
    }

    @Test
    void a_story_withdrawn_right_after_it_was_submitted_is_not_called_submitted() {
        Page page = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(page, "https://changes.example/withdrawn-at-once");
        page.getByLabel("Published on").fill(FormTest.today().plusDays(2).toString());
        button(page, "Submit for later").click();
        assertThat(page.getByText("Submit another")).isVisible();

        Locator dialog = begin(page, "Withdraw");
        dialog.getByLabel("Reason").fill("the outlet dropped the story");
        press(dialog, "Withdraw");

        assertThat(page.locator(".badges")).containsText("Withdrawn");
        assertThat(page.getByText("Submit another")).hasCount(0);
    }

    @Test
    void a_dialog_says_who_gets_an_email_although_they_went_out_after_it_was_opened()
            throws InterruptedException {
        Page page = placement(DESK, submit("Out in the meantime", Duration.ofHours(-3)), "pr");
        Locator dialog = begin(page, "Correct");
        assertThat(dialog.locator(".whom")).containsText("Nobody yet. No emails have gone out.");

        product.timeline().moveTo(product.timeline().now().plus(Duration.ofHours(4)));

        assertThat(dialog.locator(".whom")).containsText("Everyone who");
        press(dialog, "Cancel");
        assertThat(dialog).isHidden();
    }

    @Test
    void browser_back_asks_before_it_drops_a_correction() {
        String id = submit("Left by Back", Duration.ofHours(-3));
        Page page = signedIn(DESK, "#/placements", "pr");
        page.locator("a.story", containing("Left by Back")).click();
        Locator dialog = begin(page, "Correct");
        dialog.locator("[name=topic]").fill("care coordination");

        page.goBack();

        assertThat(dialog).containsText("Discard what you typed?");
        assertThat(page).hasURL(Pattern.compile("#/placements/" + id));
        assertThat(page.locator(".answers").first()).isVisible();
        press(dialog, "Discard");
        assertThat(dialog).isHidden();
        assertThat(page.locator("main h1")).hasText("Placements");
    }

    @Test
    void a_scheduled_placement_whose_copy_went_out_first_is_retracted()
            throws InterruptedException {
        String story = submit("Its copy went out first", Duration.ofHours(-3));
        submit("The copy that went out", AGO);
        product.timeline().settleNow();
        attachAsCopy("The copy that went out", story);
        Page page = placement(DESK, story, "pr");

        Locator correction = begin(page, "Correct");
        assertThat(correction.locator(".whom"))
                .containsText(
                        "Nobody yet. Once the story is out, everyone who got only an email about a copy of it.");
        press(correction, "Cancel");
        assertThat(button(page, "Withdraw")).hasCount(0);
        Locator dialog = begin(page, "Retract");
        assertThat(dialog.locator(".whom")).containsText("who got an email about a copy of it");
        dialog.getByLabel("Reason").fill("the study was withdrawn");
        press(dialog, "Retract and notify reps");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".badges")).containsText("Retracted");
        assertThat(page.locator("main"))
                .containsText("everyone who got an email about a copy of it was told");
    }

    @Test
    void a_scheduled_placement_whose_copy_never_went_out_is_withdrawn() {
        String story = submit("Its copy never went out", Duration.ofHours(-3));
        submit("The copy that never went out", Duration.ofHours(-3));
        attachAsCopy("The copy that never went out", story);
        Page page = placement(DESK, story, "pr");

        Locator dialog = begin(page, "Withdraw");
        assertThat(button(page, "Retract")).hasCount(0);
        assertThat(dialog.locator(".whom")).containsText("Nobody.");
        dialog.getByLabel("Reason").fill("the outlet dropped the story");
        press(dialog, "Withdraw");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".badges")).containsText("Withdrawn");
    }

    @Test
    void moving_the_publication_moves_the_clock_and_keeps_both_versions() {
        Page page = placement(DESK, submit("Moved by a day", Duration.ofHours(-3)), "pr");
        String before = page.locator(".zones dd").first().innerText();

        Locator dialog = begin(page, "Change publication time");
        assertThat(dialog.locator(".whom"))
                .containsText("Every active rep, at the new time. If it has passed, right away.");
        String moved = SampleProduct.local(product.timeline().now().plus(Duration.ofHours(30)));
        dialog.getByLabel("Published on").fill(moved.substring(0, 10));
        dialog.locator("[name=time]").fill("09:30");
        dialog.getByLabel("Reason").fill("the editor moved it");
        Chromium.assertAccessible(page);
        press(dialog, "Change it");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".zones dd").first()).not().hasText(before);
        assertThat(page.locator(".zones dd").first()).containsText("8:30 AM CT");
        assertThat(page.locator(".history")).containsText("the editor moved it");
        assertThat(page.locator(".history")).containsText(MOVED);
        assertThat(page.getByRole(AriaRole.TIMER)).containsText("Goes out in");
    }

    @Test
    void a_nonexistent_local_time_is_refused_at_its_field_in_the_dialog() {
        Page page = placement(PHONE, submit("Moved into a gap", Duration.ofHours(-3)), "pr");

        Locator dialog = begin(page, "Change publication time");
        dialog.getByLabel("Published on").fill("2027-03-14");
        dialog.locator("[name=time]").fill("02:30");
        press(dialog, "Change it");

        assertThat(dialog.getByLabel("Published on")).hasAttribute("aria-invalid", "true");
        assertThat(dialog.getByLabel("Published on")).isFocused();
        assertThat(dialog).containsText("Use 1:59 AM or 3:00 AM.");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        press(dialog, "Cancel");
        press(dialog, "Discard");
        assertThat(button(page, "Change publication time")).isFocused();
    }

    @Test
    void pr_sets_how_long_a_story_stays_true() {
        Page page = placement(PHONE, submit("Still true next year", AGO), "pr");
        LocalDate last = LocalDate.ofInstant(product.timeline().now(), ZoneOffset.UTC).plusYears(2);

        Locator dialog = begin(page, "Expiration");
        dialog.getByLabel("Last day").fill(last.toString());
        dialog.getByLabel("Reason").fill("uses this year’s figures");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        press(dialog, "Set date");

        assertThat(dialog).isHidden();
        String inWords = last.format(DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US));
        assertThat(page.getByText("May be used until " + inWords)).isVisible();
        assertThat(page.getByText("uses this year’s figures")).isVisible();
    }

    @Test
    void when_turned_green_reps_are_told_they_may_forward_it() throws InterruptedException {
        String id = submit("Cleared by review", AGO);
        product.timeline().settleNow();
        Page page = placement(DESK, id, "pr");

        Locator dialog = begin(page, "Change forwarding");
        assertThat(dialog.locator(".whom")).containsText("Everyone who got the first email");
        dialog.getByLabel("New status", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("green");
        dialog.getByLabel("Reason").fill("promotional review cleared it");
        press(dialog, "Change and notify reps");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".badges")).containsText("Green: may be forwarded");
        product.timeline().settleNow();
        List<Mail> told =
                mails("Cleared by review").stream()
                        .filter(mail -> mail.subject().startsWith("Re: "))
                        .toList();
        assertThat(told).hasSize(12);
        assertThat(told.getFirst().text()).contains("promotional review cleared it");
        button(page, "Show").click();
        assertThat(page.locator(".paragraph")).isVisible();
        Chromium.assertAccessible(page);
    }

    @Test
    void a_rep_whose_address_was_fixed_gets_it_again_and_nobody_else_does()
            throws InterruptedException {
        product.edges()
                .ses(SesBehavior.read(Map.of("bounce", List.of("rep-05@sample-medtech.example"))));
        String id = submit("Not delivered to one", AGO);
        product.timeline().settleNow();
        product.edges().ses(SesBehavior.HEALTHY);
        Page page = placement(PHONE, id, "pr", "ops");
        assertThat(page.locator(".figure").first()).containsText("11 of 12 reps reached");
        assertThat(page.locator(".people").first()).containsText("Sample Rep 05");
        set("reps", "rep-05", "mailHealth", "ok");

        Locator dialog = begin(page, "Send again to reps who missed it");
        assertThat(dialog.locator(".whom")).containsText("Sample Rep 05");
        dialog.getByLabel("Reason").fill("the address is fixed");
        press(dialog, "Send again");

        assertThat(dialog).isHidden();
        product.timeline().settleNow();
        page.reload();
        assertThat(page.locator(".figure").first()).containsText("12 of 12 reps reached");
        assertThat(product.edges().mails().find("rep-06@sample-medtech.example", "Not delivered"))
                .hasSize(1);
        Chromium.assertFits(page);
    }

    @Test
    void the_page_shows_each_sequence_owners_last_answer() throws InterruptedException {
        String id =
                SampleProduct.submit(
                        product,
                        SampleProduct.story(
                                product,
                                "In a sequence for a day",
                                AGO,
                                Map.of("topic", "care coordination", "forwardability", "green")));
        product.timeline().settleNow();
        Page page = placement(DESK, id, "pr");
        Locator row =
                page.locator(
                        ".rows li", new Page.LocatorOptions().setHasText("Health system sequence"));
        assertThat(row).containsText("Suggested");
        assertThat(row).containsText("asked");

        answer("[Sequence] ", "In a sequence for a day", "Awareness");
        page.reload();
        assertThat(row).containsText("Confirmed");

        Locator dialog = begin(page, "Retract");
        dialog.getByLabel("Reason").fill("a figure in it was wrong");
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        assertThat(row).containsText("Take out");
        assertThat(page.locator(".answers li").first()).containsText("Pending");
        product.timeline().settleNow();

        answer("Re: [Sequence] ", "In a sequence for a day", "Yes, it’s out of every step");
        page.reload();
        assertThat(row).containsText("Taken out");
        assertThat(page.locator(".history"))
                .containsText("@sample-medtech.example, sequence owner");
        Chromium.assertAccessible(page);
    }

    /// The owner of a sequence follows an email's link and answers.
    private static void answer(String subject, String headline, String choice) {
        Mail mail =
                mails(headline).stream()
                        .filter(each -> each.subject().startsWith(subject))
                        .findFirst()
                        .orElseThrow();
        Page phone = visit(PHONE, "");
        phone.navigate(mail.text().split("(?=http://localhost:\\d+/r/)", 2)[1].split("\\s", 2)[0]);
        phone.getByLabel(choice).first().check();
        phone.locator("button").first().click();
        assertThat(phone.getByText("Recorded. Thank you.")).isVisible();
    }

    @Test
    void a_copy_elsewhere_is_attached_and_the_clock_stays() {
        Page page = placement(DESK, submit("Syndicated elsewhere", AGO), "pr");
        String clock = page.locator(".zones").innerText();

        Locator dialog = begin(page, "Attach a copy");
        dialog.getByLabel("Its link").fill("javascript:alert(1)");
        dialog.getByLabel("Its outlet").fill("The Copying Times");
        dialog.getByLabel("Reason").fill("syndicated, same text");
        press(dialog, "Attach");
        assertThat(dialog.getByLabel("Its link")).hasAttribute("aria-invalid", "true");
        dialog.getByLabel("Its link").fill("https://copies.example/syndicated?utm_source=x");
        press(dialog, "Attach");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".facts", new Page.LocatorOptions().setHasText("Copying Times")))
                .containsText("https://copies.example/syndicated");
        assertThat(page.locator(".zones").innerText()).isEqualTo(clock);
        Chromium.assertAccessible(page);
    }

    @Test
    void a_sequence_without_a_status_can_be_chosen() {
        set("sequences", "cfo", "status", null);
        Page page =
                placement(DESK, submit("For a sequence without a status", AGO) + "/sequence", "pr");

        assertThat(page.getByLabel("Sequence", new Page.GetByLabelOptions().setExact(true)))
                .containsText("CFO sequence");
    }

    static Page placement(int width, String id, String... roles) {
        Page page = signedIn(width, "#/placements/" + id, roles);
        assertThat(page.locator(".answers").first()).isVisible();
        return page;
    }

    /// Opens More first, if the action is behind it.
    static Locator begin(Page page, String change) {
        Locator more = page.locator("details.rest:not([open]) > summary");
        if (!button(page, change).isVisible() && more.isVisible()) {
            more.click();
        }
        button(page, change).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static List<Mail> mails(String headline) {
        return product.edges().mails().find("", headline);
    }

    /// Sets a cell of a list, as ops.
    static void set(String list, String id, String column, @Nullable Object value) {
        Person ops = product.as("ops@sample-medtech.example", "ops");
        String at = "/directory/" + list;
        List<Map<String, Object>> rows =
                Json.list(SampleProduct.object(ops.get(at).text()).get("items")).stream()
                        .map(Json::map)
                        .toList();
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(row);
            if (id.equals(row.get("id"))) {
                copy.put(column, value);
            }
            changed.add(copy);
        }
        HttpAnswer answer = ops.put(at, Map.of("items", changed));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
