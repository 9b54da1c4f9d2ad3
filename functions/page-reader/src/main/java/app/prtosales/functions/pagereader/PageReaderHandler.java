package app.prtosales.functions.pagereader;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.Priming;
import app.prtosales.functions.pagereader.PageSource.Answer;
import app.prtosales.functions.pagereader.PageSource.Answer.None;
import app.prtosales.lookup.PageRefusal;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.jspecify.annotations.Nullable;

/// Reads the page of a pasted link: takes `url`, and `html` if the person sent the page itself;
/// returns what the page says about itself, or `refused` with a word for the reason. Nothing is
/// stored.
public final class PageReaderHandler
        implements RequestHandler<Map<String, Object>, Map<String, @Nullable Object>> {

    /// The time limit for a page with all its redirects. The calling function waits a little
    /// longer.
    private static final Duration TIME_LIMIT = Duration.ofSeconds(6);

    private final PageReader reader;
    private final PageSource source;

    /// Called by Lambda, once per cold start.
    public PageReaderHandler() {
        AwsApplication application = AwsApplication.fromEnvironment();
        this(application);
        FirstPage first = new FirstPage(this);
        Priming.register(application.clock(), first::read, first::ask);
    }

    public PageReaderHandler(AwsApplication application) {
        this(application.clock(), theInternet(application.fromAddress()));
    }

    private PageReaderHandler(InstantSource clock, PageSource source) {
        this.reader = new PageReader(clock);
        this.source = source;
    }

    /// A reader with another source of pages.
    public static PageReaderHandler reading(InstantSource clock, PageSource source) {
        return new PageReaderHandler(clock, source);
    }

    /// The public internet as a source.
    ///
    /// @param complaintsTo the address for complaints from site owners
    public static PageSource theInternet(String complaintsTo) {
        return new FetchPage(
                new PublicNames(InetAddress::getAllByName),
                DefaultClientTlsStrategy.createDefault(),
                "pr-to-sales-page-reader/1.0 (reads one page when a person pastes its link; %s)"
                        .formatted(complaintsTo),
                TIME_LIMIT);
    }

    @Override
    public Map<String, @Nullable Object> handleRequest(Map<String, Object> event, Context context) {
        String url = event.get("url") instanceof String text ? text.strip() : "";
        if (event.get("html") instanceof String html) {
            return url.isEmpty()
                    ? refused(new None(PageRefusal.NOT_AN_ADDRESS, 0), "", context)
                    : read(html, url, context);
        }
        Optional<PageUrl> address = PageUrl.of(url);
        if (address.isEmpty()) {
            return refused(new None(PageRefusal.NOT_AN_ADDRESS, 0), "", context);
        }
        return switch (source.get(address.get())) {
            case Answer.Page(var at, var html, var charset) -> {
                String page = LeanHtml.decode(html, charset);
                if (!LeanHtml.isHtml(page)) {
                    yield refused(None.because(PageRefusal.UNREADABLE), at.host(), context);
                }
                Log.of(context).info("page read", Map.of("site", at.host(), "bytes", html.length));
                yield answer(at.toString(), reader.read(page, at + route(url)));
            }
            case None none -> refused(none, address.get().host(), context);
        };
    }

    /// `#/` if the page's scripts show something other than what its server sends; else empty.
    private static String route(String url) {
        return url.contains("#/") || url.contains("#!") ? "#/" : "";
    }

    private Map<String, @Nullable Object> read(String html, String url, Context context) {
        String cut = html.substring(0, Math.min(html.length(), PageReader.MAXIMUM_BYTES));
        return LeanHtml.isHtml(cut)
                ? answer(url, reader.read(cut, url))
                : refused(
                        None.because(PageRefusal.UNREADABLE),
                        PageUrl.of(url).map(PageUrl::host).orElse(""),
                        context);
    }

    private static Map<String, @Nullable Object> answer(
            String url, Map<String, @Nullable Object> said) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("url", url);
        answer.putAll(said);
        return answer;
    }

    private static Map<String, @Nullable Object> refused(None none, String site, Context context) {
        Log.of(context)
                .info(
                        "page not read",
                        Map.of("site", site, "why", none.why().word(), "status", none.status()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("refused", none.why().word());
        if (none.status() != 0) {
            answer.put("status", none.status());
        }
        return answer;
    }
}
