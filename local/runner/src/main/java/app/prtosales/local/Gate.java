package app.prtosales.local;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers for a product that is still starting: until [#open] is called, every request gets a 503,
/// and `/health` says that the product is starting.
final class Gate implements Function<HttpCall, HttpAnswer> {

    private static final int UNAVAILABLE = 503;
    private volatile @Nullable Function<HttpCall, HttpAnswer> site;

    /// Passes every request through to the site from now on.
    void open(Function<HttpCall, HttpAnswer> ready) {
        site = ready;
    }

    @Override
    public HttpAnswer apply(HttpCall call) {
        Function<HttpCall, HttpAnswer> ready = site;
        if (ready != null) {
            return ready.apply(call);
        }
        HttpAnswer answer =
                call.path().equals("/health")
                        ? HttpAnswer.json(UNAVAILABLE, Map.of("status", "starting"))
                        : HttpAnswer.gateway(UNAVAILABLE, "Service Unavailable");
        return answer.with("retry-after", "1").with("cache-control", "no-store");
    }
}
