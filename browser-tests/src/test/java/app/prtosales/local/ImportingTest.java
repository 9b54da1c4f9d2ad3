package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Importing people's own files as lists and as past placements (R4.8): the column mapping is shown
/// and can be changed, and nothing is stored before the difference is shown.
@Timeout(60)
class ImportingTest extends BrowserSuite {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String ROSTER =
            """
            Worker roster;;;;;;;
            Run on 11/28/2026;;;;;;;
            ;;;;;;;
            Employee ID;First Name;Last Name;Work Email;Reports To;Time Zone;Worker Type;Status
            W1001;Zoë;Sample;zoe@sample-medtech.example;Sample Manager;Eastern Time (US & Canada);Full-time;Active
            W1002;Ada;Sample;ada@sample-medtech.example;Sample Manager;PT;1099;Terminated
            ;;;;;;;
            Total: 2;;;;;;;
            Report generated on 11/28/2026 by Sample Manager;;;;;;;
            """;

    @Test
    void a_row_below_the_data_is_left_out_until_the_person_keeps_it() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");
        byte[] file = "ID,Name\nnew-1,Labs\nTotal: 1,\n".getBytes(StandardCharsets.UTF_8);

        choose(page, "segments.csv", file);
        assertThat(page.locator("main"))
                .containsText("Row 3 isn’t a segment: “Total: 1”. It’s left out.");
        page.getByText("Keep this row").click();

        assertThat(page.locator("main")).containsText("Enter a name");
        assertThat(page.locator("main")).not().containsText("It’s left out");
    }

    @Test
    void a_numbers_file_is_refused_by_name_with_what_to_save_instead() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");

        choose(page, "team.numbers", new byte[] {'P', 'K'});

        assertThat(page.locator("main"))
                .containsText(
                        "We can’t read team.numbers, because it’s a Numbers file. Save the list as CSV or as an Excel workbook (.xlsx)");
    }

    @Test
    void the_columns_that_are_not_used_are_named() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");

        choose(
                page,
                "segments.csv",
                "ID,Name,Color,Since\nnew-1,Labs,blue,2020\n".getBytes(StandardCharsets.UTF_8));

        assertThat(page.getByText("Columns we don’t use: Color and Since.")).isVisible();
    }

    @Test
    void an_hr_systems_roster_is_understood_as_exported() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");

        choose(page, "roster.csv", ROSTER.getBytes(WINDOWS));
        page.getByLabel("Keep reps that aren’t in this file").check();

        assertThat(page.getByText("2 new", new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(page.locator("main")).containsText("Zoë Sample (Eastern), Ada Sample (Pacific)");
        assertThat(page.locator("main"))
                .containsText("The last 2 rows aren’t reps. They’re left out:");
        assertThat(page.locator("main")).containsText("Row 8: “Total: 2”");
        assertThat(page.getByLabel("Row with the column names")).hasValue("3");
        assertThat(page.getByLabel("Your column for Name")).hasValue("1+2");
        assertThat(page.locator(".mapping")).containsText("America/Los_Angeles");
        Chromium.assertAccessible(page);
    }

    @Test
    void r1_1_a_person_who_is_in_a_roster_twice_is_pointed_out_with_the_other_errors() {
        Page page = signedIn(DESK, "#/directory/reps", "ops");
        choose(
                page,
                "roster.csv",
                """
                Name,Email,Time Zone,Status
                Ann Lee,Ann Lee <ann@sample-medtech.example>,ET,Active
                Ann Lee,ann@sample-medtech.example,ET,Active
                Bo Lee,bo@sample-medtech.example,ET,Pending
                """
                        .getBytes(StandardCharsets.UTF_8));

        Locator errors = page.getByLabel("What to fix, row by row");
        assertThat(errors).containsText("This is the same person as in row 2");
        assertThat(errors).containsText("Replace “Pending” with yes or no");
        assertThat(errors.locator("tbody tr")).hasCount(2);
        assertThat(page.getByRole(AriaRole.BUTTON, named("Apply changes"))).hasCount(0);
    }

    @Test
    void a_year_of_coverage_asks_for_missing_facts_and_returns_the_rows_to_fix()
            throws IOException {
        Page page = signedIn(PHONE, "#/directory/import", "pr");

        choose(
                page,
                "coverage.csv",
                """
                \uFEFFCoverage 2026, all outlets
                ,,,,,
                Publication,Date of pub.,Title,Type,Price,Comments
                MassDevice,9/10/2026,A byline on cost,Contributed article,"$1,200",Shows what it saves.
                STAT,2026-10-02,A podcast on care,Podcast,$0,Says why it matters.
                STAT,sometime,A story without a date,Podcast,$0,Says why it matters.
                MassDevice,2026-09-10,A byline on cost,Contributed article,$0,It is here twice.
                """
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(page.getByText("Tell us where to find: Segments.")).isVisible();
        page.getByLabel("Your column for Segments").selectOption("=");
        page.getByLabel("Segments of every row").selectOption("payers");
        assertThat(page.getByRole(AriaRole.ALERT).last())
                .hasText(
                        "Row 4, Date of pub.: is 9/10/2026 September 10 or October 9? It’s the only"
                                + " date that can be read both ways.");
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, named("September 10")).click();

        assertThat(page.getByLabel("What to fix, row by row")).containsText("Date of pub.");
        assertThat(page.getByLabel("What to fix, row by row"))
                .containsText("This is the same story as row 4");
        Download download =
                page.waitForDownload(() ->
                        page.getByRole(AriaRole.BUTTON, named("Download the rows to fix")).click());
        Assertions.assertThat(Files.readString(download.path()))
                .contains("Publication,Date of pub.,Title,Type,Price,Comments,What to fix")
                .contains("STAT,sometime,A story without a date");
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(Pattern.compile("Import the 2 good rows")))
                .click();
        assertThat(page.getByText("2 imported.").first()).isVisible();
    }

    @Test
    void a_roster_summarizes_its_changes_and_cancel_discards_them() {
        Page page = signedIn(PHONE, "#/directory/reps", "ops");
        choose(
                page,
                "roster.csv",
                """
                Employee ID,Full Name,Work Email,Time Zone,Status
                W1,"Sample Rep 01, Boston",rep-01@sample-medtech.example,ET,Active
                rep-02,"Sample Rep 02, Boston",rep-02@sample-medtech.example,PT,Active
                rep-03,"Sample Rep 03, Boston",rep-03@sample-medtech.example,ET,Terminated
                W9,Somebody New,new@sample-medtech.example,ET,Active
                """
                        .getBytes(StandardCharsets.UTF_8));
        page.getByLabel("Keep reps that aren’t in this file").check();

        assertThat(page.locator(".says"))
                .containsText("1 person changes time zone, 1 person becomes inactive.");
        assertThat(page.locator(".says"))
                .containsText("The person under a new ID keeps their segments.");
        assertThat(page.locator(".says")).containsText("1 person is new and has no segments yet.");
        Locator stillUsed =
                page.locator(
                        ".notice",
                        new Page.LocatorOptions().setHasText("Still used in other lists."));
        assertThat(stillUsed).containsText("Sample Rep 03, Boston is the rep of ");
        assertThat(stillUsed).not().containsText("Sample Rep 01");
        assertThat(page.getByLabel("Changed cells")).containsText("Pacific");
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);

        page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
        assertThat(page.locator(".mapping")).hasCount(0);
        assertThat(page.locator("#file")).isFocused();
    }

    @Test
    void a_file_compared_with_an_older_list_does_not_overwrite_a_newer_one() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");
        byte[] file = "id,name\nascs,Surgery centers\n".getBytes(StandardCharsets.UTF_8);
        choose(page, "segments.csv", file);
        page.getByLabel("Keep segments that aren’t in this file").check();
        assertThat(page.getByText("4 unchanged")).isVisible();
        addSegment();

        page.getByRole(AriaRole.BUTTON, named("Apply changes")).click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("other@sample-medtech.example changed it");
        page.getByRole(AriaRole.BUTTON, named("Load the list again")).click();
        assertThat(page.getByText("1 changed")).isVisible();
        assertThat(page.getByText("5 unchanged")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Apply changes")).click();

        assertThat(page.getByText("6 of 6 rows")).isVisible();
        assertThat(page.getByText("Added meanwhile").first()).isVisible();
    }

    private static void addSegment() {
        List<Object> rows =
                new ArrayList<>(
                        Json.list(
                                SampleProduct.object(
                                                product.as("other@sample-medtech.example", "ops")
                                                        .get("/directory/segments")
                                                        .text())
                                        .get("items")));
        rows.add(Map.of("id", "meanwhile", "name", "Added meanwhile"));
        HttpAnswer answer =
                product.as("other@sample-medtech.example", "ops")
                        .put("/directory/segments", Map.of("items", rows));
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void a_changed_agreement_asks_about_its_version() {
        Page page = signedIn(DESK, "#/directory/agreement", "ops");
        choose(
                page,
                "agreement.csv",
                """
                version,date,zone,leadership,auditDay
                1,2026-01-05,America/New_York,ceo@sample-medtech.example,tuesday
                """
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(page.getByText("The version stays 1.")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Make it version 2, as of today")).click();

        assertThat(page.getByText("The version stays 1.")).hasCount(0);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Version")))
                .containsText("2");
    }

    @Test
    void a_damaged_workbook_gets_a_plain_message() {
        Page page = signedIn(DESK, "#/directory/accounts", "ops");

        choose(page, "accounts.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

        assertThat(page.getByText("This Excel file is damaged.")).isVisible();
    }

    private static void choose(Page page, String name, byte[] file) {
        page.getByLabel("Choose a CSV or Excel file")
                .setInputFiles(new FilePayload(name, "application/octet-stream", file));
    }
}
