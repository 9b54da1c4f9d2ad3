package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Features that all pages share: signing in and out, size, and time format.
@Timeout(60)
class SiteTest extends BrowserSuite {

    @Test
    void signing_out_ends_the_session_at_the_provider_too_and_returns() {
        Page page = signedIn(DESK, "#/placements", "pr");

        Request asked =
                page.waitForRequest(
                        request -> request.url().contains("/endsession?"),
                        () -> page.getByRole(AriaRole.BUTTON, named("Sign out")).click());

        assertThat(asked.url())
                .contains("id_token_hint=", "post_logout_redirect_uri=", "client_id=");
        assertThat(page.locator("#account").getByRole(AriaRole.BUTTON)).hasText("Sign in");
        assertThat(page).hasURL(product.url() + "/");
        assertThat(page.evaluate("() => sessionStorage.getItem('token')")).isNull();
    }

    @Test
    void a_sign_in_not_started_here_or_expired_is_refused_and_the_draft_stays() {
        Page page = visit(DESK, "?code=stolen&state=forged");
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("wasn’t started here");

        Page over = signedIn(DESK, "#/", "pr");
        over.locator("form.sheet [name=headline]").fill("Kept while signed out");
        over.evaluate(
                "() => { const [h, b, s] = sessionStorage.token.split('.'); const c = JSON.parse(atob(b.replaceAll('-', '+').replaceAll('_', '/'))); c.exp = 1; sessionStorage.token = [h, btoa(JSON.stringify(c)), s].join('.'); }");
        over.reload();
        assertThat(over.getByRole(AriaRole.BUTTON, named("Sign in to submit"))).isVisible();
        assertThat(over.locator("form.sheet [name=headline]")).hasValue("Kept while signed out");
    }

    @Test
    void a_dialogs_text_is_sent_after_signing_in_in_another_tab() {
        String id = submit("Withdrawn by two tabs", Duration.ofHours(-3));
        Page page = signedIn(DESK, "#/placements/" + id, "pr");
        page.locator("details.rest > summary").click();
        button(page, "Withdraw").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("the outlet dropped it");
        page.evaluate("() => sessionStorage.removeItem('token')");
        press(dialog, "Withdraw");
        assertThat(dialog).containsText("Open this page in another tab and sign in there");

        Page other = page.context().newPage();
        other.navigate(product.url() + "/#/placements");
        button(other, "Sign in").first().click();
        SampleProduct.signIn(other, "pr");

        assertThat(page.locator("#said"))
                .hasText("You’re signed in as pr@sample-medtech.example. Try again.");
        press(dialog, "Withdraw");
        assertThat(page.locator(".badges")).containsText("Withdrawn");
    }

    @Test
    void a_first_visit_to_the_form_asks_for_four_files_of_under_130_kb_in_all() {
        Page page = visit(DESK, "#/");
        assertThat(page.locator("html[data-ready]")).isAttached();

        Object loaded =
                page.evaluate(
                        """
                        () => {
                          const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                          return [all.map(({name}) => name.split('/').pop()).sort(), all.reduce((sum, each) => sum + each.encodedBodySize, 0)];
                        }
                        """);

        assertThat(loaded)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .satisfiesExactly(
                        files ->
                                assertThat(files)
                                        .isEqualTo(
                                                List.of("", "app.css", "app.js", "settings.json")),
                        bytes ->
                                assertThat(((Number) bytes).intValue()).isBetween(20_000, 130_000));
    }

    @Test
    void r5_9_the_pages_format_times_as_the_mails_do() {
        Page page = visit(DESK, "#/");
        PageModules.offer(page, product.url());

        Object written =
                page.evaluate(
                        """
                        async () => {
                          const {set, when, day} = await import('/modules/time.js');
                          set('2026-11-24T15:30:00Z');
                          const at = '2026-11-24T14:06:00Z';
                          return [
                            when(at, 'America/New_York'), when(at, 'America/Phoenix'),
                            when(at, 'America/Anchorage'), when(at, 'Pacific/Honolulu'),
                            when(at, 'Europe/Berlin'), when(at, 'UTC'),
                            when('2026-11-01T05:30:00Z', 'America/New_York'),
                            when('2026-11-01T06:30:00Z', 'America/New_York'),
                            when('2026-10-25T00:30:00Z', 'Europe/Berlin'),
                            when('2025-11-24T14:06:00Z', 'America/New_York'),
                            day(at, 'America/New_York'), day('2025-11-24T14:06:00Z', 'UTC'),
                          ];
                        }
                        """);

        assertThat(written)
                .isEqualTo(
                        List.of(
                                "Tue, Nov 24, 9:06 AM ET",
                                "Tue, Nov 24, 7:06 AM MST",
                                "Tue, Nov 24, 5:06 AM AKT",
                                "Tue, Nov 24, 4:06 AM HST",
                                "Tue, Nov 24, 3:06 PM Berlin time",
                                "Tue, Nov 24, 2:06 PM UTC",
                                "Sun, Nov 1, 1:30 AM EDT",
                                "Sun, Nov 1, 1:30 AM EST",
                                "Sun, Oct 25, 2:30 AM Berlin time (UTC+2)",
                                "Mon, Nov 24, 2025, 9:06 AM ET",
                                "Nov 24",
                                "Nov 24, 2025"));
    }
}
