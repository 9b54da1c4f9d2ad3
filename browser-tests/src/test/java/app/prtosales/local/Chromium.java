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

/// A real headless browser that records stray requests and errors of its pages.
final class Chromium implements AutoCloseable {

    /// Prefers the headless shell: the same engine in half the time (decision 340).
    private static final List<String> PLACES =
            List.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable");

    /// How long an action or an assertion waits for the page, in milliseconds: long enough for a
    /// machine that is busy with other builds.
    private static final int PATIENCE = 20_000;

    private static final Pattern INSTANT =
            Pattern.compile(".{0,40}\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.{0,20}");

    private final Playwright playwright;
    private final Browser browser;

    /// Requests of all pages to origins that are not allowed.
    private final List<String> strayed = new CopyOnWriteArrayList<>();

    /// Errors of all pages.

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
                    "no Chromium on this machine (apt-get install chromium-headless-shell, or set CHROMIUM=…)";
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

    /// Opens a page as a new visitor whose screen has this size.
    ///
    /// @param origins the origins that their pages may contact
    Page open(int width, int height, ColorScheme scheme, Set<String> origins) {
        return open(width, height, scheme, origins, true);
    }

    /// Opens a page on a phone with scripts disabled.
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

    /// Fails if axe finds a serious or critical accessibility violation.
    static void assertAccessible(Page page) {
        List<String> found = new ArrayList<>();
        for (Rule rule : axe(page).analyze().getViolations()) {
            if (Set.of("serious", "critical").contains(rule.getImpact())) {
                rule.getNodes().forEach(node -> found.add(rule.getId() + ": " + node.getHtml()));
            }
        }
        assertThat(found).as("axe on " + page.url()).isEmpty();
    }

    /// Skips frames from other sites, because our pages have none, and the details of passed
    /// checks.
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
                .as("pixels of horizontal overflow on " + page.url())
                .isEqualTo(0);
    }

    /// The text on the product's open pages that looks like a time in the API's format:
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

    /// Fails if a page has sent a stray request or logged an error since the last call.
    void assertNothingStrayedOrBroke() {
        assertThat(drained(strayed)).as("requests to other sites").isEmpty();
        assertThat(drained(console)).as("errors in the console").isEmpty();
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
