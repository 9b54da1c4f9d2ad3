package app.prtosales.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

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

    /// Lets all of them through, and holds no more.
    void release() {
        page.unroute(pattern);
        held.forEach(Route::resume);
    }
}
