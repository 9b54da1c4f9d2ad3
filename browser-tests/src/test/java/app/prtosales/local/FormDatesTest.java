package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Dates and times in the form that are wrong or look wrong, in a real browser.
@Timeout(60)
class FormDatesTest extends BrowserSuite {

    @Test
    void a_mistyped_year_is_questioned_and_not_sent() {
        Page page = signedIn(DESK, "#/", "pr");
        FormTest.fillIn(page, "https://year.example/mistyped");

        page.locator("[name=date]").fill("2062-11-30");

        assertThat(page.locator(".lacks")).containsText("the right year");
        assertThat(page.locator(".clock")).hasText("Check the year of the date.");
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[id$=-error]:visible"))
                .hasText("Check the year. It can be from 2000 to a year from now.");
        assertThat(page.locator("[name=date]")).isFocused();
    }

    @Test
    void a_date_far_from_today_must_be_confirmed() {
        Page page = signedIn(PHONE, "#/", "pr");
        FormTest.fillIn(page, "https://year.example/far-away");
        page.locator("[name=date]").fill(FormTest.today().plusDays(90).toString());

        assertThat(page.locator(".lacks")).containsText("whether the date is right");
        page.locator("button[type=submit]").click();
        Locator sure = page.locator("[name=sure]");
        assertThat(sure).isFocused();
        assertThat(page.getByText("Check the date, and confirm it if it’s right.")).isVisible();
        Chromium.assertFits(page);
        Chromium.assertAccessible(page);
        sure.check();
        assertThat(page.locator(".submit")).containsText("12 reps get it when it’s published");
        assertThat(page.locator(".clock")).containsText("Embargoed: goes out ");

        page.locator("[name=date]").fill(FormTest.today().plusDays(91).toString());
        assertThat(sure).not().isChecked();
        page.locator("[name=date]").fill(FormTest.today().minusDays(400).toString());
        assertThat(sure).isHidden();
        page.getByText("Send it to every rep now").click();
        assertThat(sure).isVisible();
        page.getByText("Keep it as history").click();
        assertThat(sure).isHidden();
        assertThat(page.locator("button[type=submit]")).hasText("Save as history");
    }

    @Test
    void a_time_that_clocks_skip_is_refused_with_the_two_nearest_times() {
        Page page = signedIn(PHONE, "#/", "pr");
        FormTest.fillIn(page, "https://gap.example/skipped-by-clocks");
        LocalDateTime skipped = nextGap().getDateTimeBefore();
        page.locator("[name=date]").fill(skipped.toLocalDate().toString());
        page.locator("[name=time]").fill(skipped.plusMinutes(30).toLocalTime().toString());
        page.locator("button[type=submit]").click();

        assertThat(page.locator("[id$=-error]:visible"))
                .hasText(
                        "That time doesn’t exist there, because clocks went forward. Use 1:59 AM or 3:00 AM.");
        assertThat(page.locator("[name=date]")).isFocused();
        Chromium.assertFits(page);
    }

    private static ZoneOffsetTransition nextGap() {
        ZoneRules rules = FormTest.CHICAGO.getRules();
        ZoneOffsetTransition next = rules.nextTransition(Instant.now());
        return next.isGap() ? next : rules.nextTransition(next.getInstant());
    }
}
