package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real headless browser that records what it saw.
final class Chromium implements AutoCloseable {

    /// Prefers the build without windows: the same engine in half the time (decision 340).
    private static final List<String> PLACES =
            List.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable");

    /// How long an action or an assertion waits for the page, in milliseconds, on a machine that is
    /// busy with other builds.
    private static final int PATIENCE = 20_000;

    private static final Pattern INSTANT =
            Pattern.compile(".{0,40}\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.{0,20}");

    private final Playwright playwright;
    private final Browser browser;

    /// Requests outside the allowed origins, and errors, of every page opened.
    private final List<String> strayed = new CopyOnWriteArrayList<>();

    private final List<String> console = new CopyOnWriteArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// The browser on this machine, or the one that `CHROMIUM` names.
    static Optional<Path> installed() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM"))
                                .filter(each -> !each.isEmpty()),
                        PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Launches the browser of this machine; without one the tests are skipped, or fail with
    /// `CI=true`.
    static Chromium launchOrSkip() {
        Optional<Path> executable = installed();
        if (executable.isEmpty()) {
            String said =
                    "no Chromium on this machine (apt-get install chromium-headless-shell, or say CHROMIUM=…)";
            if ("true".equals(System.getenv("CI"))) {
                fail(said);
            }
            abort("the browser tests are skipped: " + said);
        }
        return launch(executable.orElseThrow());
    }

    static Chromium launch(Path executable) {
        Playwright playwright = Playwright.create();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(List.of("--no-sandbox", "--disable-gpu"))));
    }

    /// A new person with a screen of this size.
    ///
    /// @param origins the origins that their pages may contact
    Page open(int width, int height, ColorScheme scheme, Set<String> origins) {
        return open(width, height, scheme, origins, true);
    }

    /// A phone with scripts disabled.
    Page phoneWithoutScripts(int width, int height, Set<String> origins) {
        return open(width, height, ColorScheme.LIGHT, origins, false);
    }

    private Page open(
            int width, int height, ColorScheme scheme, Set<String> origins, boolean scripts) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(scripts)
                                .setViewportSize(width, height)
                                .setColorScheme(scheme)
                                // Before each click the browser waits for transitions to end.
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("en-US")
                                .setTimezoneId("America/Chicago")
                                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE);
        context.onRequest(request -> {
            URI uri = URI.create(request.url().split("[?#]", 2)[0]);
            if (!Set.of("data", "blob", "about").contains(uri.getScheme())
                    && !origins.contains(uri.getScheme() + "://" + uri.getRawAuthority())) {
                strayed.add(request.url());
            }
        });
        context.onConsoleMessage(message -> {
            // The browser itself logs the API's 4xx responses; they are not errors of the page.
            if (message.type().equals("error")
                    && !message.text().contains("the server responded with a status of 4")) {
                console.add(message.text());
            }
        });
        context.onWebError(error -> console.add(error.error()));
        return context.newPage();
    }

    /// Fails on accessibility violations that axe finds.
    static void assertAccessible(Page page) {
        List<String> found = new ArrayList<>();
        for (Rule rule : axe(page).analyze().getViolations()) {
            if (Set.of("serious", "critical").contains(rule.getImpact())) {
                rule.getNodes().forEach(node -> found.add(rule.getId() + ": " + node.getHtml()));
            }
        }
        assertThat(found).as("axe on " + page.url()).isEmpty();
    }

    /// Skips frames of other sites, of which our pages have none, and the details of passed checks.
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    /// Fails if the page scrolls horizontally.
    static void assertFits(Page page) {
        assertThat(
                        page.evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what sticks out on " + page.url())
                .isEqualTo(0);
    }

    /// What the product's open pages show that looks like a time of the API:
    /// `2026-06-24T13:00:00Z`.
    List<String> shownInstants() {
        return browser.contexts().stream()
                .flatMap(context -> context.pages().stream())
                .filter(page -> page.locator("#main").count() > 0)
                .flatMap(page -> INSTANT.matcher(page.locator("#main").innerText()).results())
                .map(MatchResult::group)
                .toList();
    }

    /// Closes every page, because an open page keeps polling the product.
    void closePages() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    /// Fails if a page opened since the last call did either.
    void assertNothingStrayedOrBroke() {
        assertThat(drained(strayed)).as("requests to elsewhere").isEmpty();
        assertThat(drained(console)).as("console").isEmpty();
    }

    private static List<String> drained(List<String> recorded) {
        List<String> all = List.copyOf(recorded);
        recorded.clear();
        return all;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
