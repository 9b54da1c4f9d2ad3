package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Takes the pictures for `docs/images/`, with real placements: `-Dscreenshots=FOLDER`.
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "the pictures of docs/images are taken with -Dscreenshots=FOLDER")
class ScreenshotsTest {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "."));
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    private static final int DESK = 1_280;
    private static final int PHONE = 390;
    private static final int MAIL = 640;
    private static final int PAGE = 860;

    private static final int MAXIMUM = 1_300;

    /// The height that shows an upload's difference down to its buttons.
    private static final int DIFFERENCE = 1_450;

    private static final int QUALITY = 35;

    /// Samples that differ from another one only at the top.
    private static final Set<String> BEGINNING = Set.of("test", "handed-over", "test-page");

    private static final int BEGINS = 480;

    /// Samples that look like another one.
    private static final Set<String> ALIKE =
            Set.of(
                    "audit-1000",
                    "audit-good",
                    "audit-page-empty",
                    "audit-page-quarter",
                    "audit-page-restated",
                    "new-link",
                    "page-wrong",
                    "ping-green");

    private static final Set<String> DIALOGS = Set.of("retract", "shelf-life");

    /// The pages whose picture is also taken on a phone; the others are only tested on one.
    private static final Set<String> ON_A_PHONE =
            Set.of("form", "home", "placements", "placement", "retract", "lists", "newest");

    private static final String FINANCE =
            "Gives finance leaders a name for payer take-backs and a reason to review underpayments this quarter.";

    private LocalProduct product;

    @BeforeEach
    void start() {
        product = SampleProduct.start();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void each_page_on_a_desktop_in_light_and_dark_mode_and_on_a_phone()
            throws InterruptedException {
        try (Chromium chromium = Chromium.launch(Chromium.installed().orElseThrow())) {
            String shown = fill();
            for (ColorScheme scheme : SCHEMES) {
                Page desk = signedIn(chromium, DESK, 900, scheme);
                pictures(desk, shown, word(scheme));
                desk.context().close();
            }
            Page phone = signedIn(chromium, PHONE, 844, ColorScheme.LIGHT);
            pictures(phone, shown, "phone");
        }
    }

    /// The samples that `SamplePictures` of `shared/mail` wrote: `-Dsamples=FOLDER`. Emails at the
    /// width of an email program, the pages behind their links on a phone.
    @Test
    @EnabledIfSystemProperty(named = "samples", matches = ".+")
    void each_email_and_linked_page_in_light_and_dark_mode() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("samples")))) {
            samples = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
        try (Chromium chromium = Chromium.launch(Chromium.installed().orElseThrow())) {
            for (ColorScheme scheme : SCHEMES) {
                for (Path sample : samples) {
                    String name = sample.getFileName().toString().replace(".html", "");
                    if (!ALIKE.contains(name)) {
                        mail(chromium, sample, width(name), scheme, name);
                    }
                    if (name.equals("audit")) {
                        mail(chromium, sample, PHONE, scheme, name + "-phone");
                    }
                }
            }
        }
    }

    private static int width(String name) {
        return name.startsWith("page-") ? PHONE : name.equals("audit-page") ? PAGE : MAIL;
    }

    private static void mail(
            Chromium chromium, Path sample, int width, ColorScheme scheme, String name)
            throws IOException {
        Page page = chromium.open(width, 600, scheme, Set.of());
        page.setContent(Files.readString(sample));
        take(page, name, word(scheme));
        page.context().close();
    }

    private static String word(ColorScheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    private void pictures(Page page, String shown, String suffix) {
        go(page, "#/");
        draft(page);
        assertThat(page.getByText("12 of 12 reps")).isVisible();
        page.waitForTimeout(300);
        take(page, "form", suffix);
        page.evaluate("() => localStorage.clear()");
        go(page, "#/placements");
        assertThat(page.locator("tbody tr").first()).isVisible();
        take(page, "placements", suffix);
        go(page, "#/home");
        assertThat(page.getByText("The last 12 weeks")).isVisible();
        take(page, "home", suffix);
        go(page, "#/placements/" + shown);
        assertThat(page.locator(".answers").first()).isVisible();
        take(page, "placement", suffix);
        dialog(page, "Expiration", "shelf-life", suffix);
        dialog(page, "Retract", "retract", suffix);
        go(page, "#/directory/reps");
        assertThat(page.getByText("12 of 12 rows")).isVisible();
        page.getByLabel("Choose a CSV")
                .setInputFiles(
                        new FilePayload(
                                "roster.csv",
                                "text/csv",
                                "id;name;email;zone\r\nrep-01;Sample Rep 01, Boston;rep-01@sample-medtech.example;America/New_York\r\nrep-13;Sample Rep 13, Denver;rep-13@sample-medtech.example;America/Denver\r\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("1 new").first()).isVisible();
        take(page, "lists", suffix);
        page.evaluate("() => { document.activeElement.blur(); }");
        for (String list : List.of("sequences", "accounts", "rules", "agreement", "import")) {
            go(page, "#/directory/" + list);
            take(page, "lists-" + list, suffix);
        }
        go(page, "#/audit");
        page.waitForTimeout(300);
        take(page, "newest", suffix);
        go(page, "#/test");
        take(page, "test-page", suffix);
    }

    private static void dialog(Page page, String button, String name, String suffix) {
        Locator more = page.locator("details.rest:not([open]) > summary");
        if (more.isVisible()) {
            more.click();
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
        page.waitForTimeout(200);
        take(page, name, suffix);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")).click();
    }

    private void go(Page page, String at) {
        page.navigate(product.url() + "/" + at);
        page.waitForTimeout(400);
    }

    private void draft(Page page) {
        page.locator("[name=url]")
                .fill(
                        "https://www.beckershospitalreview.com/cybersecurity/medical-device-cybersecurity");
        page.locator("[name=outlet]").fill("Becker’s Hospital Review");
        page.locator("[name=format]").selectOption("interview");
        page.locator("[name=headline]")
                .fill(
                        "Medical device cybersecurity & how hospitals may be affected in a breach: Q&A with MedCrypt CEO");
        String published =
                LOCAL.format(
                        product.timeline()
                                .now()
                                .minus(Duration.ofHours(2))
                                .atZone(ZoneId.of("America/Chicago")));
        page.locator("[name=date]").fill(published.substring(0, 10));
        page.locator("[name=time]").fill(published.substring(11));
        page.getByLabel("Health systems").check();
        page.locator("[name=note]")
                .fill(
                        "Use with hospital security accounts weighing how a hacked device becomes a clinical and operational outage.");
    }

    private static void take(Page page, String name, String suffix) {
        if (suffix.equals("phone") && !ON_A_PHONE.contains(name)) {
            return;
        }
        Page.ScreenshotOptions picture =
                new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve("%s-%s.jpg".formatted(name, suffix)))
                        .setType(ScreenshotType.JPEG)
                        .setQuality(QUALITY);
        if (!DIALOGS.contains(name)) {
            picture.setFullPage(true).setClip(0, 0, page.viewportSize().width, shownOf(page, name));
        }
        page.screenshot(picture);
    }

    /// The height of the picture: the whole page, up to a maximum.
    private static int shownOf(Page page, String name) {
        Number height = (Number) page.evaluate("() => document.documentElement.scrollHeight");
        int most = BEGINNING.contains(name) ? BEGINS : name.equals("lists") ? DIFFERENCE : MAXIMUM;
        return Math.min(most, height.intValue());
    }

    private Page signedIn(Chromium chromium, int width, int height, ColorScheme scheme) {
        URI issuer = URI.create(Json.string(settings().get("issuer")));
        Page page =
                chromium.open(
                        width,
                        height,
                        scheme,
                        Set.of(product.url(), "http://" + issuer.getRawAuthority()));
        page.navigate(product.url() + "/");
        assertThat(page.locator("html[data-ready]")).isAttached();
        page.locator("#account").getByRole(AriaRole.BUTTON).click();
        page.locator("[value=ops]").check();
        page.locator("button").click();
        assertThat(page.getByText("pr@sample-medtech.example").first()).isVisible();
        return page;
    }

    private Map<String, Object> settings() {
        try {
            return Json.object(
                    product.as("pr@sample-medtech.example").get("/settings.json").text());
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// A week of data with the real stories of `placements.csv`; returns the id of the one to show.
    private String fill() throws InterruptedException {
        new SampleCompany(SampleProduct.ROOT, product).loadLists();
        submit(
                "Axios",
                "Remote patient monitoring is raking in venture funding",
                "news-mention",
                "https://www.axios.com/2022/02/01/venture-funding-patient-monitoring",
                "Shows health systems and payers that home-monitoring suppliers are funded well enough to be a safe partner.",
                "green",
                "remote monitoring",
                "CMO");
        submit(
                "Becker’s Healthcare Podcast",
                "Tackling Health System Capacity and Throughput",
                "podcast",
                "https://pod.wave.co/podcast/beckers-healthcare-podcast/tackling-health-system-capacity",
                "Answers real questions from hospital executives, so good for COO and CFO contacts with full beds.",
                "green",
                "capacity management; patient flow",
                "COO");
        product.timeline().moveTo(product.timeline().now().plus(Duration.ofHours(26)));
        submit(
                "Swecare-bloggen",
                "Så svarar Elekta på krisen",
                "interview",
                "https://swecare.se/elekta",
                "For hospital COOs in the Nordics: how a supplier kept radiotherapy running through a crisis.",
                "amber",
                "continuity of care",
                "COO");
        submit(
                "Siemens Healthineers, mednic",
                "Siemens Healthineers: Digitalisierung endet nie",
                "interview",
                "https://mednic.de/siemens-healthineers-digitalisierung",
                "For CIOs in Germany: why digitalisation never ends.",
                "amber",
                "digital transformation",
                "CIO");
        product.timeline().moveTo(product.timeline().now().plus(Duration.ofHours(2)));
        String shown =
                submit(
                        "Healthcare Curated",
                        "Waystar Uses AI to Recover Billions in Healthcare Revenue",
                        "news-mention",
                        "https://healthcarecurated.com/tech-and-innovation/waystar-uses-ai-to-recover-billions-in-healthcare-revenue",
                        FINANCE,
                        "green",
                        "financial integrity; denials and payer take-backs",
                        "CFO");
        product.timeline().settleNow();
        product.timeline().moveTo(product.timeline().now().plus(Duration.ofHours(3)));
        return shown;
    }

    private String submit(
            String outlet,
            String headline,
            String format,
            String url,
            String note,
            String forwardability,
            String topic,
            String persona) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outlet", outlet);
        body.put("headline", headline);
        body.put("format", format);
        body.put("url", url);
        body.put(
                "publishedAt",
                LOCAL.format(
                        product.timeline().now().minus(Duration.ofMinutes(40)).atZone(NEW_YORK)));
        body.put("zone", "America/New_York");
        body.put("segments", List.of("health-systems"));
        body.put("note", note);
        body.put("forwardability", forwardability);
        body.put("topic", topic);
        body.put("personas", List.of(persona));
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr").post("/placements", body, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        try {
            return Json.string(Json.object(answer.text()).get("id"));
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException(broken);
        }
    }
}
