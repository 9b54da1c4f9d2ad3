package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two people change the same placement at once: neither overwrites what they have not seen.
@Timeout(180)
class TwoPeopleTest extends BrowserSuite {

    private static final Duration EMBARGO = Duration.ofDays(-3);

    @Test
    void a_corrected_text_is_shown_beside_the_other_persons_and_may_replace_it() {
        String id = submit("Corrected by two, mine", EMBARGO);
        Page page = signedIn(PHONE, "#/placements/" + id, "pr");
        Locator dialog = begin(page, "Correct");
        colleague(id, "correction", Map.of("note", "Their line.", "reason", "theirs"));
        dialog.locator("[name=note]").fill("My line.");
        dialog.locator("[name=topic]").fill("care coordination");
        dialog.getByLabel("Reason").fill("mine");
        press(dialog, "Correct and notify reps");

        Locator note = field(dialog, "note");
        assertThat(note.locator(".newer"))
                .containsText("colleague@sample-medtech.example changed this");
        assertThat(note.locator("blockquote")).hasText("Their line.");
        assertThat(dialog.locator("[name=note]")).hasValue("My line.");
        assertThat(dialog.locator("[name=note]")).isFocused();
        assertThat(dialog.getByRole(AriaRole.ALERT).first()).containsText("Nothing was saved");
        assertThat(dialog.locator(".newer")).hasCount(1);
        Chromium.assertAccessible(page);
        Chromium.assertFits(page);
        press(note, "Use mine anyway");
        assertThat(dialog.locator(".newer")).hasCount(0);
        press(dialog, "Correct and notify reps");

        assertThat(dialog).isHidden();
        assertThat(page.locator("blockquote.note")).hasText("My line.");
        assertThat(page.locator(".history")).containsText("note from “Their line.” to “My line.”");
    }

    @Test
    void the_other_persons_text_may_stay_while_the_rest_is_corrected() {
        String id = submit("Corrected by two, theirs", EMBARGO);
        Page page = signedIn(DESK, "#/placements/" + id, "pr");
        Locator dialog = begin(page, "Correct");
        colleague(id, "correction", Map.of("note", "Their line.", "reason", "theirs"));
        dialog.locator("[name=note]").fill("My line.");
        dialog.locator("[name=headline]").fill("Corrected by two, together");
        dialog.getByLabel("Reason").fill("mine");
        press(dialog, "Correct and notify reps");

        press(field(dialog, "note"), "Keep theirs");
        assertThat(dialog.locator("[name=note]")).hasValue("Their line.");
        press(dialog, "Correct and notify reps");

        assertThat(dialog).isHidden();
        assertThat(page.locator("blockquote.note")).hasText("Their line.");
        assertThat(page.locator("main h1")).hasText("Corrected by two, together");
    }

    @Test
    void the_other_persons_segments_may_stay() {
        String id = submit("Segments by two", EMBARGO);
        Page page = signedIn(DESK, "#/placements/" + id, "pr");
        Locator dialog = begin(page, "Correct");
        colleague(id, "correction", Map.of("segments", List.of("payers"), "reason", "theirs"));
        Locator segments = field(dialog, "segments");
        segments.getByRole(AriaRole.CHECKBOX).first().setChecked(true);
        segments.getByRole(AriaRole.CHECKBOX).last().setChecked(true);
        dialog.getByLabel("Reason").fill("mine");
        press(dialog, "Correct and notify reps");

        assertThat(segments.locator("blockquote")).hasText("Payers");
        press(segments, "Keep theirs");
        assertThat(segments.locator("input:checked")).hasCount(1);
    }

    @Test
    void a_publication_that_someone_else_moved_is_shown_before_it_moves_again() {
        String id = submit("Moved by two", EMBARGO);
        Page page = signedIn(DESK, "#/placements/" + id, "pr");
        Locator dialog = begin(page, "Change publication time");
        String theirs =
                SampleProduct.local(product.timeline().now().plus(Duration.ofHours(30)))
                        .substring(0, 10);
        colleague(
                id, "publication", Map.of("publishedAt", theirs + "T09:30", "zone", "US/Eastern"));
        dialog.locator("[name=time]").fill("11:00");
        press(dialog, "Change it");

        Locator at = field(dialog, "publishedAt");
        assertThat(at.locator("blockquote")).containsText("9:30 AM ET");
        press(at, "Keep theirs");
        assertThat(dialog.locator("[name=publishedAt]")).hasValue(theirs);
        assertThat(dialog.locator("[name=time]")).hasValue("09:30");
    }

    @Test
    void a_last_day_that_someone_else_set_is_shown_before_it_is_set_again() {
        String id = submit("Extended by two", EMBARGO);
        Page page = signedIn(DESK, "#/placements/" + id, "pr");
        Locator dialog = begin(page, "Expiration");
        int next = product.timeline().now().atZone(ZoneOffset.UTC).getYear() + 1;
        colleague(id, "shelf-life", Map.of("until", next + "-06-30", "reason", "theirs"));
        dialog.locator("[name=until]").fill(next + "-12-31");
        dialog.getByLabel("Reason").fill("mine");
        press(dialog, "Set date");

        Locator until = field(dialog, "until");
        assertThat(until.locator("blockquote")).hasText("Jun 30, " + next);
        press(until, "Use mine anyway");
        press(dialog, "Set date");
        assertThat(dialog).isHidden();
        assertThat(page.getByText("May be used until Dec 31, " + next)).isVisible();
    }

    private static void colleague(String id, String change, Map<String, Object> body) {
        HttpAnswer answer =
                product.as("colleague@sample-medtech.example", "pr")
                        .post("/placements/" + id + "/" + change, body, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Locator begin(Page page, String change) {
        assertThat(page.locator(".answers").first()).isVisible();
        return PlacementChangesTest.begin(page, change);
    }

    private static Locator field(Locator dialog, String name) {
        return dialog.locator(".field:has([name=%s])".formatted(name));
    }
}
