package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;

/// The page's modules one by one; the product serves them joined into one script.
final class PageModules {

    private static final String FOLDER = "/app/prtosales/functions/placementintake/page/";

    private PageModules() {}

    /// Lets a page import modules as `/modules/dom.js`, for example.
    ///
    /// @param origin the page's origin
    static void offer(Page page, String origin) {
        page.route(origin + "/modules/*.js", PageModules::serve);
    }

    private static void serve(Route route) {
        String name = URI.create(route.request().url()).getPath().replaceFirst(".*/", FOLDER);
        try (InputStream file =
                Objects.requireNonNull(PageModules.class.getResourceAsStream(name), name)) {
            route.fulfill(
                    new Route.FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody(new String(file.readAllBytes(), UTF_8)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
