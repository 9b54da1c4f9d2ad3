package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A list that ops uploads from Excel.
@Timeout(60)
class ListPageTest extends BrowserSuite {

    @Test
    void ops_sees_what_a_list_from_excel_changes_before_it_takes_effect() {
        Page page = signedIn(DESK, "#/directory/segments", "ops");
        assertThat(page.getByText("5 of 5 rows")).isVisible();

        upload(
                page,
                asExcelSavesIt(
                        """
                        id;name
                        health-systems;Health systems
                        ;nothing
                        ascs;
                        """));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was saved");
        assertThat(page.locator("tr", containing("Enter ")).first()).containsText("3");
        Chromium.assertAccessible(page);

        upload(
                page,
                asExcelSavesIt(
                        """
                        id;name
                        health-systems;Hospitals and health systems
                        ascs;Ambulatory surgery centers
                        ambulatory;Ambulatory practices
                        payers;Payers
                        life-sciences;Life sciences
                        home-health;=cmd|' /C calc'!A0
                        """));
        assertThat(page.getByText("1 new").first()).isVisible();
        assertThat(page.getByText("1 changed")).isVisible();
        assertThat(page.locator("tr", containing("Hospitals and health systems")))
                .containsText("Health systems");
        Chromium.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, named("Apply changes")).click();

        assertThat(page.getByText("6 of 6 rows")).isVisible();
        Download download =
                page.waitForDownload(
                        () -> page.getByRole(AriaRole.BUTTON, named("Download CSV")).click());
        assertThat(text(download)).contains("home-health,'=cmd|");

        upload(
                page,
                """
                id,name
                health-systems,Health systems
                ascs,Ambulatory surgery centers
                ambulatory,Ambulatory practices
                payers,Payers
                """);
        assertThat(page.getByText("Remove 2 of 6 current")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Apply changes")).click();
        assertThat(page.getByText("Check the box to confirm the removal.")).isVisible();
        page.reload();
        assertThat(page.getByText("6 of 6 rows")).isVisible();
    }

    private static void upload(Page page, String csv) {
        page.getByLabel("Choose a CSV")
                .setInputFiles(
                        new FilePayload(
                                "list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    /// With a byte order mark and CRLF line endings.
    private static String asExcelSavesIt(String rows) {
        return "\uFEFF" + rows.replace("\n", "\r\n");
    }

    private static String text(Download download) {
        try {
            return Files.readString(download.path());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
