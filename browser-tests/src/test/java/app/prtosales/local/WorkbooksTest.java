package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Importing Excel workbooks: links, hidden rows, lists that refer to other lists, and long files.
@Timeout(120)
class WorkbooksTest extends BrowserSuite {

    private static final int LONG = 10_000;

    private static final String STORY = "https://linked.example/story-";

    @Test
    void a_link_behind_a_short_text_is_the_storys_and_stays_in_the_rows_to_fix()
            throws IOException {
        Page page = signedIn(DESK, "#/directory/import", "pr");

        choose(
                page,
                "links.xlsx",
                WorkbookFile.of(
                        List.of(
                                List.of(
                                        "Live link",
                                        "Publication",
                                        "Title",
                                        "Type",
                                        "Date of pub.",
                                        "Market",
                                        "Notes"),
                                linked("Linked one", "2026-09-22"),
                                linked("Linked two", "2026-09-23"),
                                linked("Linked three", "sometime")),
                        0,
                        Map.of("A2", STORY + 1, "A3", STORY + 2, "A4", STORY + 3)));

        assertThat(page.locator(".mapping")).containsText(STORY + 1);
        Download download =
                page.waitForDownload(() ->
                        page.getByRole(AriaRole.BUTTON, named("Download the rows to fix")).click());
        Assertions.assertThat(Files.readString(download.path())).contains(STORY + "3,Linked");
        page.getByRole(AriaRole.BUTTON, named("Import the 2 good rows")).click();
        assertThat(page.getByText("2 imported.").first()).isVisible();
        Assertions.assertThat(
                        product.as("pr@sample-medtech.example", "pr").get("/placements").text())
                .contains(STORY + 1, STORY + 2)
                .doesNotContain("\"https://linked.example\"");
    }

    private static List<String> linked(String title, String date) {
        return List.of("linked.example", "Linked", title, "Byline", date, "Payers", "Shows it.");
    }

    @Test
    void hidden_rows_are_read_and_can_be_left_out() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");

        choose(
                page,
                "segments.xlsx",
                WorkbookFile.of(
                        List.of(
                                List.of("ID", "Name"),
                                List.of("labs-1", "Labs"),
                                List.of("imaging-1", "Imaging")),
                        3,
                        Map.of()));
        page.getByLabel("Keep segments that aren’t in this file").check();

        assertThat(page.locator("main"))
                .containsText("Row 3 is hidden in the file. It’s read like the others.");
        assertThat(page.getByText("2 new").first()).isVisible();
        Chromium.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, named("Leave it out")).click();

        assertThat(page.locator("main")).containsText("It’s left out.");
        assertThat(page.getByText("1 new").first()).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Include it")).click();
        assertThat(page.getByText("2 new").first()).isVisible();
    }

    @Test
    void accounts_sequences_and_rules_in_a_workbook_are_matched_by_name() {
        Page page = signedIn(DESK, "#/directory/accounts", "ops");
        choose(
                page,
                "accounts.xlsx",
                WorkbookFile.of(
                        List.of(
                                List.of("Target accounts, fall"),
                                List.of(
                                        "Account Name",
                                        "Industry",
                                        "Account Owner",
                                        "Target Account",
                                        "Open Opportunity"),
                                List.of(
                                        "Bay Health",
                                        "Payers",
                                        "Sample Rep 04, Chicago",
                                        "Y",
                                        "No"))));
        page.getByLabel("Keep accounts that aren’t in this file").check();
        assertThat(page.getByText("1 new").first()).isVisible();
        assertThat(page.getByText("Not found in your other lists.")).hasCount(0);
        Chromium.assertAccessible(page);
        apply(page);
        assertThat(page.locator("tr", row("Bay Health"))).containsText("Sample Rep 04, Chicago");

        page.navigate(product.url() + "/#/directory/sequences");
        assertThat(page.getByRole(AriaRole.HEADING, named("Sequences"))).isVisible();
        choose(
                page,
                "sequences.xlsx",
                WorkbookFile.of(
                        List.of(
                                List.of(
                                        "Sequence Name",
                                        "Owner Name",
                                        "Owner Email",
                                        "Status",
                                        "Stages"),
                                List.of(
                                        "Payer sequence",
                                        "Sample Owner",
                                        "payer-owner@sample-medtech.example",
                                        "Running",
                                        "Awareness; Decision"))));
        page.getByLabel("Keep sequences that aren’t in this file").check();
        assertThat(page.getByText("1 new").first()).isVisible();
        apply(page);
        assertThat(page.locator("tr", row("Payer sequence"))).containsText("Awareness; Decision");

        page.navigate(product.url() + "/#/directory/rules");
        assertThat(page.getByRole(AriaRole.HEADING, named("Rules"))).isVisible();
        choose(
                page,
                "rules.xlsx",
                WorkbookFile.of(
                        List.of(
                                List.of("Theme", "Market", "Cadence", "Step"),
                                List.of("denials", "Payers", "Payer sequence", "awareness"))));
        page.getByLabel("Keep rules that aren’t in this file").check();
        assertThat(page.getByText("1 new").first()).isVisible();
        apply(page);
        assertThat(page.locator("tr", row("denials"))).containsText("Payer sequence");
    }

    @Test
    void the_file_of_rows_to_fix_has_all_of_them_and_not_only_those_shown() throws IOException {
        Page page = signedIn(DESK, "#/directory/segments", "ops");
        String rows =
                IntStream.range(0, 700)
                        .mapToObj("segment %d,Segment"::formatted)
                        .collect(Collectors.joining("\n"));
        choose(page, "segments.csv", ("id,name\n" + rows).getBytes(StandardCharsets.UTF_8));

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("700 things to fix");
        assertThat(page.getByText("The first 500 are shown. The file has all of them."))
                .isVisible();
        Download download =
                page.waitForDownload(() ->
                        page.getByRole(AriaRole.BUTTON, named("Download the rows to fix")).click());
        Assertions.assertThat(Files.readAllLines(download.path())).hasSize(701);
    }

    /// The expected duration is in `docs/performance.md`.
    @Test
    void ten_thousand_rows_of_a_workbook_are_mapped_and_previewed() {
        Page page = signedIn(DESK, "#/directory/accounts", "ops");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Account ID", "Account Name", "Industry", "Account Owner", "Target"));
        for (int i = 0; i < LONG; i++) {
            rows.add(List.of("A" + i, "Hospital " + i, "Payers", "Sample Rep 04, Chicago", "yes"));
        }
        byte[] file = WorkbookFile.of(rows);

        long began = System.nanoTime();
        choose(page, "accounts.xlsx", file);
        assertThat(page.getByText(LONG + " new"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        System.out.printf(
                "%,d rows mapped and previewed in %d ms%n",
                LONG, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private static void apply(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Apply changes")).click();
        assertThat(page.getByText("Changes applied").first()).isVisible();
    }

    private static Page.LocatorOptions row(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void choose(Page page, String name, byte[] file) {
        page.getByLabel("Choose a CSV or Excel file")
                .setInputFiles(new FilePayload(name, "application/octet-stream", file));
    }
}
