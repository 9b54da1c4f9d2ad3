package app.prtosales.local;

import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Requests of a page that are held back until a test releases them, as by a slow network.
final class HeldRequests {

    private final Page page;
    private final String pattern;
    private final List<Route> held = new ArrayList<>();

    private HeldRequests(Page page, String pattern) {
        this.page = page;
        this.pattern = pattern;
    }

    /// Holds back every request whose URL matches the glob, from now on.
    static HeldRequests of(Page page, String pattern) {
        HeldRequests requests = new HeldRequests(page, pattern);
        page.route(pattern, requests.held::add);
        return requests;
    }

    /// Does something, and waits until this many requests in all are held.
    void await(int number, Runnable cause) {
        cause.run();
        page.waitForCondition(() -> held.size() >= number);
    }

    /// Lets one request through; those after it stay.
    void release(int index) {
        held.get(index).resume();
    }

    /// Has all of them refused with these words, and holds no more.
    void refuse(String detail) {
        held.forEach(route ->
                route.fulfill(
                        new Route.FulfillOptions()
                                .setStatus(429)
                                .setContentType("application/problem+json")
                                .setBody(Json.text(Map.of("detail", detail)))));
        page.unroute(pattern);
    }

    /// Lets all of them through, and holds no more.
    void release() {
        held.forEach(Route::resume);
        page.unroute(pattern);
    }
}
