package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.Mail;
import app.prtosales.placement.PlacementId;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rep with a link from last quarter, by keyboard and without scripts.
@Timeout(120)
class ExpiredLinkTest extends BrowserSuite {

    private static final int MAXIMUM_TABS = 10;
    private static final Pattern LINK = Pattern.compile("http://localhost:\\S+");

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void one_button_emails_the_rep_a_new_link_that_works(int width) throws InterruptedException {
        String id = SampleProduct.submit(product, "expired-" + width, Map.of());
        product.timeline().settleNow();
        String rep = width == DESK ? "rep-01" : "rep-02";
        String expired = product.url() + "/r/" + token(id, rep);
        Page seen = visit(width, "");
        seen.navigate(expired);
        assertThat(seen.getByRole(AriaRole.HEADING)).hasText("This link has expired");
        Chromium.assertAccessible(seen);
        Chromium.assertFits(seen);

        Page page = chromium.phoneWithoutScripts(width, 844, Set.of(product.url()));
        page.navigate(expired);
        page.keyboard().press("Tab");
        for (int i = 0; i < MAXIMUM_TABS && page.locator("button:focus").count() == 0; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("button:focus")).hasText("Email me a new link");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Check your inbox");
        product.timeline().settleNow();

        List<Mail> mails =
                product.edges().mails().find(rep + "@sample-medtech.example", "[New link]");
        assertThat(mails).hasSize(1);
        Matcher link = LINK.matcher(mails.getFirst().text());
        assertThat(link.find()).isTrue();
        page.navigate(link.group());
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Did you read it?");
    }

    private static String token(String placement, String rep) {
        LinkTokens tokens = product.application("RepResponse").linkTokens();
        return tokens.sign(
                new Link(
                        Purpose.ACKNOWLEDGE,
                        new PlacementId(placement),
                        rep,
                        product.timeline().now().minus(Duration.ofDays(1))));
    }
}
