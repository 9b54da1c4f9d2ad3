package app.prtosales.functions.pagereader;

import app.prtosales.functions.pagereader.PageSource.Answer.None;
import app.prtosales.functions.pagereader.PageSource.Answer.Page;
import app.prtosales.lookup.PageRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Fetches a page from the public internet, and only from there: https only, every redirect checked
/// again, no cookies, no proxy, with limits on redirects, bytes and time.
final class FetchPage implements PageSource {

    static final int MAXIMUM_REDIRECTS = 5;

    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final int MAXIMUM_HEADERS = 200;
    private static final int LONGEST_HEADER = 16 * 1_024;

    private final DnsResolver names;
    private final TlsSocketStrategy tls;
    private final String userAgent;
    private final Duration timeLimit;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    /// @param names resolves a site's name, or refuses it
    /// @param timeLimit the time limit for all hops together
    FetchPage(DnsResolver names, TlsSocketStrategy tls, String userAgent, Duration timeLimit) {
        this.names = names;
        this.tls = tls;
        this.userAgent = userAgent;
        this.timeLimit = timeLimit;
    }

    /// Uses a client for this page only, so that nothing from one site is kept for the next.
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a late result is not waited for
    public Answer get(PageUrl url) {
        CloseableHttpClient client = client();
        Future<Answer> running = threads.submit(() -> follow(client, url));
        try {
            return running.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            running.cancel(true);
            return None.because(PageRefusal.TOO_SLOW);
        } catch (InterruptedException stopping) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return None.because(PageRefusal.TOO_SLOW);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the page could not be fetched", broken.getCause());
        } finally {
            // Closes immediately, even if the site is still sending.
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private Answer follow(CloseableHttpClient client, PageUrl url) {
        PageUrl at = url;
        for (int hop = 0; hop <= MAXIMUM_REDIRECTS; hop++) {
            switch (ask(client, at)) {
                case Moved(var to) -> at = to;
                case Ended(var answer) -> {
                    return answer;
                }
            }
        }
        return None.because(PageRefusal.ENDLESS_REDIRECTS);
    }

    /// The outcome of one request.
    private sealed interface Hop {}

    private record Moved(PageUrl to) implements Hop {}

    private record Ended(Answer answer) implements Hop {

        static Ended because(PageRefusal why) {
            return new Ended(None.because(why));
        }
    }

    private Hop ask(CloseableHttpClient client, PageUrl at) {
        HttpGet get = new HttpGet(at.uri());
        get.setHeader(HttpHeaders.USER_AGENT, userAgent);
        get.setHeader(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml");
        get.setHeader(HttpHeaders.ACCEPT_LANGUAGE, "en-US,en;q=0.8,*;q=0.5");
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        // Closing the response would first read it to the end; the client is closed instead.
        try {
            return read(at, client.executeOpen(RoutingSupport.determineHost(get), get, null));
        } catch (NotPublicException elsewhere) {
            return Ended.because(PageRefusal.NOT_PUBLIC);
        } catch (UnknownHostException nobody) {
            return Ended.because(PageRefusal.UNKNOWN_SITE);
        } catch (SSLException notTrusted) {
            return Ended.because(PageRefusal.CERTIFICATE);
        } catch (InterruptedIOException late) {
            return Ended.because(PageRefusal.TOO_SLOW);
        } catch (IOException | HttpException broken) {
            return Ended.because(PageRefusal.NO_ANSWER);
        }
    }

    private static Hop read(PageUrl at, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        @Nullable Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (isRedirect(status) && location != null) {
            return at.redirectedTo(location.getValue())
                    .<Hop>map(Moved::new)
                    .orElseGet(() -> Ended.because(PageRefusal.NOT_AN_ADDRESS));
        }
        if (status != HttpStatus.SC_OK) {
            return new Ended(new None(reason(status), status));
        }
        return new Ended(body(at, response.getEntity()));
    }

    private static boolean isRedirect(int status) {
        return status == HttpStatus.SC_MOVED_PERMANENTLY
                || status == HttpStatus.SC_MOVED_TEMPORARILY
                || status == HttpStatus.SC_SEE_OTHER
                || status == HttpStatus.SC_TEMPORARY_REDIRECT
                || status == HttpStatus.SC_PERMANENT_REDIRECT;
    }

    private static PageRefusal reason(int status) {
        if (status == HttpStatus.SC_NOT_FOUND || status == HttpStatus.SC_GONE) {
            return PageRefusal.NOT_THERE;
        }
        return status >= HttpStatus.SC_INTERNAL_SERVER_ERROR
                ? PageRefusal.SITE_FAILED
                : PageRefusal.TURNED_AWAY;
    }

    private static Answer body(PageUrl at, @Nullable HttpEntity entity) throws IOException {
        @Nullable ContentType type =
                entity == null ? null : ContentType.parseLenient(entity.getContentType());
        if (entity == null || type == null || !isHtml(type.getMimeType())) {
            return None.because(PageRefusal.NOT_HTML);
        }
        Optional<InputStream> unpacked = unpacked(entity);
        if (unpacked.isEmpty()) {
            return None.because(PageRefusal.NOT_HTML);
        }
        // Longer pages are cut off: a page's metadata is near its beginning.
        byte[] html = unpacked.get().readNBytes(PageReader.MAXIMUM_BYTES);
        @Nullable Charset charset = type.getCharset();
        return new Page(at, html, charset == null ? null : charset.name());
    }

    private static boolean isHtml(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals("text/html") || lower.equals("application/xhtml+xml");
    }

    /// Empty for an encoding that was not requested.
    private static Optional<InputStream> unpacked(HttpEntity entity) throws IOException {
        @Nullable String encoding = entity.getContentEncoding();
        InputStream content = entity.getContent();
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return Optional.of(content);
        }
        return encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")
                ? Optional.of(new GZIPInputStream(content))
                : Optional.empty();
    }

    private CloseableHttpClient client() {
        Timeout most = Timeout.of(timeLimit);
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(names)
                                .setTlsSocketStrategy(tls)
                                .setConnectionFactory(
                                        ManagedHttpClientConnectionFactory.builder()
                                                .http1Config(limits())
                                                .build())
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(CONNECT)
                                                .setSocketTimeout(most)
                                                .build())
                                .setDefaultSocketConfig(
                                        SocketConfig.custom().setSoTimeout(CONNECT).build())
                                .setMaxConnTotal(MAXIMUM_REDIRECTS + 1)
                                .setMaxConnPerRoute(MAXIMUM_REDIRECTS + 1)
                                .build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(most).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    private static Http1Config limits() {
        return Http1Config.custom()
                .setMaxHeaderCount(MAXIMUM_HEADERS)
                .setMaxLineLength(LONGEST_HEADER)
                .build();
    }
}
