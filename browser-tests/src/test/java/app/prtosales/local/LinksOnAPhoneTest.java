package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The pages behind a ping's links, as reps use them on a phone, and as mail scanners fetch them
/// first.
@Timeout(180)
class LinksOnAPhoneTest extends BrowserSuite {

    private static final int MAXIMUM_BYTES = 30_000;

    /// The user agents of mail scanners, a link preview and a crawler.
    private static final List<String> SCANNERS =
            List.of(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
                    "Mozilla/5.0 (compatible; Barracuda Sentinel (EE))",
                    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                    "curl/8.5.0");

    private static int stories;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    void r5_8_five_kinds_of_scanners_change_nothing_and_the_reps_answer_counts_once()
            throws IOException, InterruptedException {
        String id = distributed();
        List<String> links = links(ping());
        assertThat(links).hasSizeGreaterThanOrEqualTo(3);

        for (int time = 0; time < 3; time++) {
            for (String link : links) {
                for (String scanner : SCANNERS) {
                    assertThat(fetched("HEAD", link, scanner)).isEqualTo(200);
                    assertThat(fetched("GET", link, scanner)).isEqualTo(200);
                }
                Page scanned = chromium.open(PHONE, 844, ColorScheme.LIGHT, Set.of(product.url()));
                scanned.navigate(link);
                scanned.context().close();
            }
        }
        assertThat(acknowledged(id)).isZero();
        assertThat(placement(id).get("responses")).isEqualTo(List.of());

        Page phone = chromium.phoneWithoutScripts(PHONE, 844, Set.of(product.url()));
        String gotIt = link(ping(), "Got it");
        answer(phone, gotIt);
        assertThat(acknowledged(id)).isEqualTo(1);
        answer(phone, gotIt);
        assertThat(phone.getByRole(AriaRole.HEADING, level(1)).textContent())
                .containsIgnoringCase("already recorded");
        assertThat(acknowledged(id)).isEqualTo(1);
        phone.context().close();
    }

    @Test
    void r5_1_each_page_fits_a_phone_is_accessible_and_is_small()
            throws IOException, InterruptedException {
        distributed();
        for (String link : links(ping())) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = chromium.open(PHONE, 844, scheme, Set.of(product.url()));
                page.navigate(link);
                Chromium.assertAccessible(page);
                Chromium.assertFits(page);
                page.context().close();
            }
            assertThat(body(link).getBytes(UTF_8).length).as(link).isLessThan(MAXIMUM_BYTES);
        }
        chromium.assertNothingStrayedOrBroke();
    }

    @Test
    void recording_a_use_in_a_deal_takes_two_taps_and_a_save_without_scripts()
            throws InterruptedException {
        String id = distributed();
        Page phone = chromium.phoneWithoutScripts(PHONE, 844, Set.of(product.url()));

        phone.navigate(link(ping(), "I used it in a deal"));
        phone.locator("input[name=account]").first().check();
        phone.locator("input[name=how]").first().check();
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save")).click();

        assertThat((List<?>) placement(id).get("responses")).hasSize(1);
        phone.context().close();
    }

    @Test
    void a_printed_kit_contains_only_the_kit() throws InterruptedException {
        distributed();
        Page page = chromium.open(PHONE, 844, ColorScheme.LIGHT, Set.of(product.url()));
        page.navigate(
                links(ping()).stream()
                        .filter(each -> each.contains("persona="))
                        .findFirst()
                        .orElseThrow());
        String onScreen = page.innerText("body");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        String onPaper = page.innerText("body").strip();
        assertThat(onScreen).contains("I sent it", "Not you?");
        assertThat(onPaper)
                .isEqualTo(page.innerText(".kit").strip())
                .doesNotContain("I sent it", "Not you?", "Green");
        assertThat(onPaper).isNotBlank();
        page.context().close();
    }

    private static void answer(Page page, String link) {
        page.navigate(link);
        if (page.locator("input[value=read]").count() > 0) {
            page.locator("input[value=read]").check();
            page.locator("form button").first().click();
        }
    }

    private static GetByRoleOptions level(int level) {
        return new GetByRoleOptions().setLevel(level);
    }

    /// A placement that was emailed to every rep.
    private static String distributed() throws InterruptedException {
        String id =
                SampleProduct.submit(product, "-" + ++stories, Map.of("forwardability", "green"));
        product.timeline().settleNow();
        return id;
    }

    /// The newest ping to the rep who has accounts.
    private static Mail ping() {
        return product.edges()
                .mails()
                .find("rep-01@sample-medtech.example", "[Coverage]")
                .getLast();
    }

    private static List<String> links(Mail mail) {
        List<String> links = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("href=\"(" + Pattern.quote(product.url()) + "/r/[^\"]+)\"")
                        .matcher(mail.html());
        while (matcher.find()) {
            links.add(matcher.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    private static String link(Mail mail, String label) {
        Matcher matcher =
                Pattern.compile("href=\"([^\"]+)\"[^>]*>\\s*" + Pattern.quote(label))
                        .matcher(mail.html());
        assertThat(matcher.find()).as(label).isTrue();
        return matcher.group(1);
    }

    private static int acknowledged(String id) {
        return Json.number(placement(id).get("acknowledged"), -1);
    }

    private static Map<String, Object> placement(String id) {
        return SampleProduct.object(
                product.as("pr@sample-medtech.example", "pr").get("/placements/" + id).text());
    }

    private int fetched(String method, String link, String agent)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(link))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("User-Agent", agent)
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String body(String link) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(link)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
