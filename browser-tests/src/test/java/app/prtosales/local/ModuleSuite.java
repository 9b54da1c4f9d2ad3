package app.prtosales.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/// The base of the suites that call the page's modules by name: one empty page for all tests, and
/// no product, so that a test takes milliseconds.
@ExtendWith(SharedChromium.class)
abstract class ModuleSuite {

    static final String ORIGIN = "http://localhost";

    private static final String EMPTY =
            "<!doctype html><main id=main></main><p id=said role=status></p>";

    @SuppressWarnings("NullAway.Init")
    static Page page;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void start(Chromium shared) {
        chromium = shared;
        page = chromium.open(BrowserSuite.DESK, 900, ColorScheme.LIGHT, Set.of(ORIGIN));
        page.route(
                ORIGIN + "/**",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody(EMPTY)));
        PageModules.offer(page, ORIGIN);
        page.navigate(ORIGIN + "/empty.html");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.closePages();
            chromium.assertNothingStrayedOrBroke();
        }
    }

    /// Calls a function of a module.
    ///
    /// @param then a JavaScript function that picks the part of its result to return
    static Object call(String module, String function, List<?> given, String then) {
        return page.evaluate(
                "async given => (%s)((await import('/modules/%s')).%s(...given))"
                        .formatted(then, module, function),
                given);
    }

    static Map<String, Object> rep(String id, String name, String email, boolean active) {
        return new HashMap<>(Map.of("id", id, "name", name, "email", email, "active", active));
    }

    /// The rows of a list after a file was imported into it, without empty cells, each with its
    /// problem if it has one. The file's columns have the list's own names.
    @SuppressWarnings("unchecked") // rows of the page
    static List<Map<String, Object>> imported(
            String id, List<List<String>> file, List<Map<String, Object>> list) {
        return (List<Map<String, Object>>)
                page.evaluate(
                        """
                        async ([id, table, rows]) => {
                          const {canonical} = await import('/modules/canonical.js');
                          const mapping = Object.fromEntries(table[0].map((name, at) => [name, {columns: [at]}]));
                          const context = {known: {}, named: {}, stages: new Map(), order: 'md'};
                          return canonical({id, table, header: 0, mapping, context, rows, keepOthers: false})
                              .map(({cells, problem}) => Object.fromEntries(Object.entries({...cells, problem}).filter(([, text]) => text)));
                        }
                        """,
                        List.of(id, file, list));
    }
}
