package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.SesBehaviour;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What may be done with a placement after it was submitted, and the past brought in, each in a
/// real browser: what the dialog says before, and what became of it.
@Timeout(180)
class JobsTest extends BrowserSuite {

    private static final int MOST_TABS = 40;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    /// Real placements of the industry, as somebody gathered them in a spreadsheet.
    private static final Path PAST =
            SampleProduct.ROOT.resolve("shared/domain/src/test/resources/placements.csv");

    /// Published an hour ago.
    private static final Duration AGO = Duration.ofHours(1);

    @Test
    void a_placement_that_waits_is_withdrawn_and_nobody_hears_of_it() throws InterruptedException {
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
        product.timeline().settleNow();
        assertThat(mails("Withdrawn in time")).isEmpty();
    }

    @Test
    void a_moved_publication_moves_the_clock_and_both_versions_are_kept() {
        Page page = placement(DESK, submit("Moved by a day", Duration.ofHours(-3)), "pr");
        String before = page.locator(".zones dd").first().innerText();

        Locator dialog = begin(page, "Change publication time");
        String moved =
                LOCAL.format(product.timeline().now().plus(Duration.ofHours(30)).atZone(NEW_YORK));
        dialog.getByLabel("Published on").fill(moved.substring(0, 10));
        dialog.locator("[name=time]").fill("09:30");
        dialog.getByLabel("Reason").fill("the editor moved it");
        Chromium.assertAccessible(page);
        press(dialog, "Change it");

        assertThat(dialog).isHidden();
        assertThat(page.locator(".zones dd").first()).not().hasText(before);
        assertThat(page.locator(".zones dd").first()).containsText("8:30 AM CT");
        assertThat(page.locator(".history")).containsText("the editor moved it");
        assertThat(page.getByRole(AriaRole.TIMER)).containsText("Goes out in");
    }

    @Test
    void a_time_that_does_not_exist_there_is_refused_at_its_field_in_the_dialog() {
        Page page = placement(PHONE, submit("Moved into a gap", Duration.ofHours(-3)), "pr");

        Locator dialog = begin(page, "Change publication time");
        dialog.getByLabel("Published on").fill("2027-03-14");
        dialog.locator("[name=time]").fill("02:30");
        press(dialog, "Change it");

        assertThat(dialog.getByLabel("Published on")).hasAttribute("aria-invalid", "true");
        assertThat(dialog.getByLabel("Published on")).isFocused();
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        press(dialog, "Cancel");
        assertThat(button(page, "Change publication time")).isFocused();
    }

    @Test
    void an_exempt_question_is_shown_as_exempt_with_its_reason_and_name() {
        Page page = placement(PHONE, submit("An award that no sequence carries", AGO), "pr");

        Locator dialog = begin(page, "Mark as exempt");
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
        assertThat(page.getByText("Sample Leader").first()).isVisible();
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
    }

    @Test
    void pr_says_until_when_it_is_still_true() {
        Page page = placement(PHONE, submit("Still true next year", AGO), "pr");
        LocalDate last = LocalDate.ofInstant(product.timeline().now(), ZoneOffset.UTC).plusYears(2);

        Locator dialog = begin(page, "Expiration");
        dialog.getByLabel("Last day").fill(last.toString());
        dialog.getByLabel("Reason").fill("uses this year’s figures");
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        press(dialog, "Set date");

        assertThat(dialog).isHidden();
        assertThat(page.getByText("may be used until " + last)).isVisible();
        assertThat(page.getByText("uses this year’s figures")).isVisible();
    }

    @Test
    void turned_green_the_reps_are_told_that_they_may_forward_it_now() throws InterruptedException {
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
    void a_rep_whose_address_was_mended_gets_it_again_and_nobody_else_does()
            throws InterruptedException {
        product.edges()
                .ses(SesBehaviour.read(Map.of("bounce", List.of("rep-05@sample-medtech.example"))));
        String id = submit("Not delivered to one", AGO);
        product.timeline().settleNow();
        product.edges().ses(SesBehaviour.HEALTHY);
        Page page = placement(PHONE, id, "pr", "ops");
        assertThat(page.locator(".figure").first()).containsText("11 of 12 reps reached");
        assertThat(page.locator(".people").first()).containsText("Sample Rep 05");
        mend("rep-05");

        Locator dialog = begin(page, "Send again to reps who missed it");
        assertThat(dialog.locator(".whom")).containsText("Sample Rep 05");
        dialog.getByLabel("Reason").fill("the address is mended");
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
    void the_page_says_what_the_owner_of_each_sequence_said_last() throws InterruptedException {
        String id =
                SampleProduct.submit(
                        product,
                        body(
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
        assertThat(row).containsText("To take out");
        assertThat(page.locator(".answers li").first()).containsText("Pending");
        product.timeline().settleNow();

        answer("Re: [Sequence] ", "In a sequence for a day", "Yes, it’s out of every step");
        page.reload();
        assertThat(row).containsText("Taken out");
        assertThat(page.locator(".history"))
                .containsText("@sample-medtech.example, sequence owner");
        Chromium.assertAccessible(page);
    }

    /// The owner of a sequence follows the link of a mail, and answers.
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
    void the_past_is_brought_in_from_a_spreadsheet_bad_rows_named_and_nobody_mailed()
            throws InterruptedException {
        int before = product.edges().mails().find("", "").size();
        Page page = signedIn(DESK, "#/directory/import", "pr");
        page.getByLabel("Choose a CSV").setInputFiles(PAST);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was saved");
        assertThat(page.getByLabel("What to fix, row by row").locator("tbody tr").first())
                .containsText("published");
        Chromium.assertAccessible(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(Pattern.compile("Import the \\d+ good row")))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("imported");
        go(page, "#/placements");
        assertThat(page.locator("tbody").getByText("Remote patient monitoring is raking in"))
                .isVisible();
        product.timeline().settleNow();
        assertThat(product.edges().mails().find("", "")).hasSize(before);
    }

    @Test
    void the_past_fits_a_phone_and_good_rows_are_seen_before_they_are_taken_in() {
        Page page = signedIn(PHONE, "#/directory/import", "ops");
        page.getByLabel("Choose a CSV")
                .setInputFiles(
                        csv(
                                """
                                outlet;headline;format;publishedAt;segments;note
                                STAT;An older story, found on a phone;feature;2026-01-05;health-systems;Shows that it was there before.
                                """));

        assertThat(page.getByText("1 new, 0 already here")).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        button(page, "Import 1 placement").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1 imported");
    }

    @Test
    void a_slip_of_the_pen_in_a_list_is_said_before_it_is_in_force() {
        Page page = signedIn(PHONE, "#/directory/reps", "ops");
        page.getByLabel("Choose a CSV")
                .setInputFiles(
                        csv(
                                """
                                id;name;email;zone;segments;employment;active
                                rep-01;Sample Rep 01;rep-01@sample-medtech.example;Europe/Berlin;payer;employee;Yes
                                """));

        assertThat(page.getByText("Not found in your other lists.")).isVisible();
        assertThat(page.locator(".notice li").first()).containsText("Segments “payer”, in one row");
        assertThat(page.getByText("Enter true or false")).hasCount(0);
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        button(page, "Cancel").click();
    }

    @Test
    void without_a_pointer_a_placement_is_found_in_the_list_and_corrected() {
        submit("Found without a pointer", AGO);
        Page page = signedIn(DESK, "#/placements", "pr");
        tabTo(page, "[type=search]", MOST_TABS);
        page.keyboard().type("without a pointer");
        assertThat(page.locator("tbody tr")).hasCount(1);
        tabTo(page, "a.story", MOST_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Found without a pointer"))).isFocused();

        tabTo(page, ".acts > button:nth-of-type(3)", MOST_TABS);
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("Reason")).isFocused();
        page.keyboard().type("a word was missing");
        tabTo(page, "dialog [name=headline]", MOST_TABS);
        page.keyboard().press("End");
        page.keyboard().type(", corrected");
        tabTo(page, "dialog button[type=submit]", MOST_TABS);
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, named("a pointer, corrected"))).isVisible();
        assertThat(page.locator(".acts > button:nth-of-type(3)")).isFocused();
        page.keyboard().press("Enter");
        assertThat(dialog).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void back_finds_the_search_and_the_filters_of_the_list() {
        submit("Sought again with Back", AGO);
        Page page = signedIn(DESK, "#/placements", "pr");
        assertThat(page.locator("table caption")).hasText("Last published first");
        page.getByLabel("Search").fill("sought again");
        page.getByLabel("Status").selectOption("pending");
        assertThat(page.locator("a.story")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("search=sought.*state=pending"));

        page.locator("a.story").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Sought again with Back"))).isVisible();
        page.goBack();

        assertThat(page.getByLabel("Search")).hasValue("sought again");
        assertThat(page.getByLabel("Status")).hasValue("pending");
        assertThat(page.locator("a.story")).hasCount(1);
        page.locator("a.story").click();
        page.getByText("← Placements").click();
        assertThat(page.getByLabel("Search")).hasValue("sought again");
    }

    @Test
    void without_a_pointer_ops_uploads_a_list_and_puts_it_in_force() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");
        String before =
                """
                id,name
                health-systems,Health systems
                ascs,Ambulatory surgery centers
                ambulatory,Ambulatory practices
                payers,Payers
                life-sciences,Life sciences
                """;
        choose(page, "Enter", before + "home-health,Home health\nhospices,Hospices\n");
        assertThat(page.getByText("2 new")).isVisible();
        tabTo(page, "main .actions button.primary", MOST_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByText("7 of 7 rows")).isVisible();

        choose(page, "Space", before);
        tabTo(page, "#sure", MOST_TABS);
        page.keyboard().press("Space");
        tabTo(page, "main .actions button.primary", MOST_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByText("5 of 5 rows")).isVisible();
    }

    @Test
    void without_a_pointer_pr_leaves_a_list_as_it_is_and_brings_in_the_past() {
        Page page = signedIn(DESK, "#/directory/rules", "ops", "pr");
        choose(page, "Enter", "id,format,topic,segment,persona,sequence,stage\n");
        tabTo(page, "main .actions button:nth-of-type(2)", MOST_TABS);
        page.keyboard().press("Enter");
        assertThat(page.locator("main .actions")).hasCount(0);

        go(page, "#/directory/import");
        assertThat(page.getByRole(AriaRole.HEADING, named("Past coverage"))).isVisible();
        choose(
                page,
                "Enter",
                """
                outlet,headline,format,publishedAt,segments,note
                STAT,Brought in by keyboard,feature,2026-01-06,payers,A line.
                """);
        tabTo(page, "main .actions button.primary", MOST_TABS);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1 imported");
    }

    @Test
    void r4_4_the_three_answers_about_the_newest_placement_are_one_click_away() {
        submit("The newest of all", AGO);
        Page page = signedIn(DESK, "#/", "leadership");

        page.getByRole(AriaRole.NAVIGATION).getByText("Audit").first().click();

        assertThat(page.locator(".answers li")).hasCount(3);
        assertThat(page.locator("main")).containsText("The newest of all");
    }

    @Test
    void without_a_pointer_leadership_downloads_the_rows_of_a_week() {
        submit("Asked about in the audit", AGO);
        Page page = signedIn(DESK, "#/audit", "leadership");
        assertThat(page.locator(".answers li")).hasCount(3);
        tabTo(page, "#week", MOST_TABS);
        page.keyboard().press("Tab");

        String name =
                page.waitForDownload(() -> page.keyboard().press("Enter")).suggestedFilename();

        assertThat(name).matches("audit-\\d{4}-W\\d{2}\\.zip");
    }

    @Test
    void on_the_first_day_each_page_says_what_comes_next() {
        try (LocalProduct empty = SampleProduct.start()) {
            for (int width : List.of(DESK, PHONE)) {
                Page page = SampleProduct.signedIn(chromium, empty, width, "#/", "pr", "ops");
                assertThat(page.getByText("There are no segments yet")).isVisible();
                firstDay(page);
                Map.of(
                                "placements", "No placements yet",
                                "directory/reps", "Nothing here yet",
                                "directory/agreement", "Nothing here yet",
                                "directory/import", "Choose a CSV",
                                "audit", "No placements yet")
                        .forEach((at, said) -> {
                            page.navigate(empty.url() + "/#/" + at);
                            assertThat(page.getByText(said).first()).isVisible();
                            firstDay(page);
                        });
            }
        }
    }

    private static void firstDay(Page page) {
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
    }

    private static Page placement(int width, String id, String... roles) {
        Page page = signedIn(width, "#/placements/" + id, roles);
        assertThat(page.locator(".answers").first()).isVisible();
        return page;
    }

    private static void go(Page page, String at) {
        page.navigate(product.url() + "/" + at);
        assertThat(page.locator("main h1")).isVisible();
    }

    /// What is behind More is brought in sight first.
    private static Locator begin(Page page, String change) {
        Locator more = page.locator("details.rest:not([open]) > summary");
        if (!button(page, change).isVisible() && more.isVisible()) {
            more.click();
        }
        button(page, change).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static void press(Locator dialog, String name) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    /// A key opens the system's own dialog, in which a file is chosen. Playwright looks out for it
    /// from a moment after it is asked to, so it is asked before the way there.
    private static void choose(Page page, String key, String rows) {
        assertThat(page.getByLabel("Choose a CSV")).isVisible();
        page.waitForFileChooser(
                        () -> {
                            tabTo(page, "[type=file]", MOST_TABS);
                            page.keyboard().press(key);
                        })
                .setFiles(csv(rows));
        assertThat(page.locator("main .actions")).isVisible();
    }

    private static FilePayload csv(String rows) {
        return new FilePayload("list.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Mail> mails(String headline) {
        return product.edges().mails().find("", headline);
    }

    /// Ops says that the address works again.
    private static void mend(String rep) {
        Person ops = product.as("ops@sample-medtech.example", "ops");
        List<Map<String, Object>> rows =
                Json.list(SampleProduct.object(ops.get("/directory/reps").text()).get("items"))
                        .stream()
                        .map(Json::map)
                        .toList();
        List<Map<String, Object>> mended =
                rows.stream()
                        .map(row -> {
                            Map<String, Object> copy = new LinkedHashMap<>(row);
                            if (rep.equals(row.get("id"))) {
                                copy.put("mailHealth", "ok");
                            }
                            return copy;
                        })
                        .toList();
        HttpAnswer answer = ops.put("/directory/reps", Map.of("items", mended));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /// @param ago negative for one that is still to be published
    /// @return its id
    private static String submit(String headline, Duration ago) {
        return SampleProduct.submit(product, body(headline, ago, Map.of()));
    }

    private static Map<String, Object> body(
            String headline, Duration ago, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outlet", "Healthcare Curated");
        body.put("headline", headline);
        body.put("format", "byline");
        body.put("url", "https://jobs.example/" + headline.replace(' ', '-'));
        body.put("publishedAt", LOCAL.format(product.timeline().now().minus(ago).atZone(NEW_YORK)));
        body.put("zone", "America/New_York");
        body.put("segments", List.of("health-systems"));
        body.put("note", "A line for the reps.");
        body.put("personas", List.of("CFO"));
        body.putAll(more);
        return body;
    }
}
