package app.prtosales.functions.pagereader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.functions.pagereader.HostileSite.Behavior;
import app.prtosales.functions.pagereader.PageSource.Answer;
import app.prtosales.functions.pagereader.PageSource.Answer.None;
import app.prtosales.functions.pagereader.PageSource.Answer.Page;
import app.prtosales.lookup.PageRefusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Malicious sites, simulated locally: nothing outside the public internet is reached, nothing
/// hangs, and each ends in a clear answer.
@Timeout(30)
class HostileSitesTest {

    private static final Duration IN_ALL = Duration.ofMillis(1_500);

    private static final String PAGE = "<!doctype html><title>A page</title><h1>A page</h1>";

    private static SSLContext keys;

    private final Map<String, String> names = new HashMap<>();

    /// Created by the test that needs it, and closed after the test.
    @SuppressWarnings("NullAway.Init")
    private HostileSite site;

    @SuppressWarnings("NullAway.Init")
    private HostileSite trap;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws IOException, GeneralSecurityException {
        keys = HostileSite.keys(folder);
    }

    @AfterEach
    void closeSites() throws IOException {
        for (HostileSite each : new HostileSite[] {site, trap}) {
            if (each != null) {
                each.close();
            }
        }
    }

    // What works, which shows that the refusals below are not caused by the setup of these tests

    @Test
    void a_page_is_requested_with_an_honest_user_agent() throws IOException {
        answering(page(PAGE));

        Answer answer = get("https://site.example/2026/story?id=7");

        assertThat(html(answer)).isEqualTo(PAGE);
        assertThat(((Page) answer).charset()).isEqualTo("UTF-8");
        assertThat(site.requests())
                .singleElement()
                .asString()
                .startsWith("GET /2026/story?id=7 HTTP/1.1\r\n")
                .contains("Host: site.example\r\n")
                .contains("User-Agent: test-reader (coverage@sample.example)\r\n")
                .doesNotContainIgnoringCase("cookie")
                .doesNotContainIgnoringCase("authorization")
                .doesNotContainIgnoringCase("referer");
    }

    @Test
    void a_compressed_page_is_decompressed() throws IOException {
        answering(packed(PAGE.getBytes(UTF_8)));

        assertThat(html(get("https://site.example/"))).isEqualTo(PAGE);
    }

    @Test
    void redirects_to_public_addresses_are_followed_five_times_and_no_more() throws IOException {
        AtomicInteger hops = new AtomicInteger();
        answering((request, out) -> {
            int left = Integer.parseInt(request.replaceAll("(?s)GET /(\\d+) .*", "$1"));
            hops.incrementAndGet();
            if (left == 0) {
                page(PAGE).answer(request, out);
            } else {
                redirect("/" + (left - 1)).answer(request, out);
            }
        });

        assertThat(html(get("https://site.example/5"))).isEqualTo(PAGE);
        assertThat(((Page) get("https://site.example/5")).at())
                .hasToString("https://site.example/0");
        hops.set(0);
        assertThat(get("https://site.example/6")).isEqualTo(none(PageRefusal.ENDLESS_REDIRECTS));
        assertThat(hops).hasValue(6);
    }

    @Test
    void a_redirect_that_only_adds_a_query_stays_on_the_page() throws IOException {
        answering((request, out) ->
                (request.startsWith("GET /news/story?consent=1 ")
                                ? page(PAGE)
                                : redirect("?consent=1"))
                        .answer(request, out));

        assertThat(((Page) get("https://site.example/news/story?from=mail")).at())
                .hasToString("https://site.example/news/story?consent=1");
    }

    @Test
    void a_cookie_that_a_site_sets_is_not_sent_back() throws IOException {
        answering((request, out) ->
                (request.startsWith("GET /first")
                                ? raw(
                                        """
                                        HTTP/1.1 302 Found\r
                                        Set-Cookie: a=b; Path=/\r
                                        Location: /second\r
                                        Content-Length: 0\r
                                        \r
                                        """)
                                : page(PAGE))
                        .answer(request, out));

        get("https://site.example/first");

        assertThat(site.requests())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).doesNotContainIgnoringCase("cookie"));
    }

    // Addresses that must not be reached

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:{port}/",
                "https://[::1]:{port}/",
                "https://[::ffff:127.0.0.1]:{port}/",
                "https://localhost:{port}/",
                "http://localhost:{port}/",
                "https://2130706433:{port}/",
                "https://0x7f000001:{port}/",
                "https://0177.0.0.1:{port}/",
                "https://127.1:{port}/",
                "https://site.example:{port}/",
                "https://user@other.example/",
                "file:///etc/passwd",
                "ftp://other.example/",
                "gopher://127.0.0.1:{port}/",
                "javascript:alert(1)",
                "//127.0.0.1:{port}/",
                "https://169.254.169.254/latest/meta-data/"
            })
    void a_redirect_to_an_address_that_is_not_public_is_not_followed(String location)
            throws IOException {
        trap = HostileSite.withoutTls(page(PAGE));
        answering(redirect(location.replace("{port}", String.valueOf(trap.port()))));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NOT_AN_ADDRESS));

        assertThat(trap.connections()).isZero();
        assertThat(site.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "10.0.0.5",
                "100.64.0.1",
                "192.168.1.1",
                "0.0.0.0",
                "::1",
                "fd00:ec2::254",
                "fe80::1",
                "::ffff:10.0.0.5",
                "64:ff9b::a00:5",
                "2002:7f00:1::"
            })
    void a_redirect_to_a_name_with_an_internal_address_is_not_followed(String inside)
            throws IOException {
        answering(redirect("https://metadata.example/latest/"));
        names.put("metadata.example", inside);

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NOT_PUBLIC));

        assertThat(site.connections()).isEqualTo(1);
    }

    @Test
    void a_site_is_not_contacted_if_even_one_of_its_addresses_is_internal() throws IOException {
        answering(page(PAGE));
        names.put("both.example", "93.184.215.14 127.0.0.1");

        assertThat(get("https://both.example/")).isEqualTo(none(PageRefusal.NOT_PUBLIC));
    }

    /// The name resolves to the site the first time, and to an internal address the second time.
    @Test
    void a_name_that_changes_between_two_hops_is_checked_again() throws IOException {
        answering(
                raw(
                        """
                        HTTP/1.1 302 Found\r
                        Location: https://rebinding.example/inside\r
                        Connection: close\r
                        Content-Length: 0\r
                        \r
                        """));
        names.put("rebinding.example", "once, then 127.0.0.1");

        assertThat(get("https://rebinding.example/")).isEqualTo(none(PageRefusal.NOT_PUBLIC));

        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void a_name_that_does_not_resolve_is_reported_as_unknown() {
        assertThat(get("https://nobody.example/")).isEqualTo(none(PageRefusal.UNKNOWN_SITE));
    }

    @Test
    void the_real_resolver_never_reaches_loopback_through_a_local_name() {
        PageSource real = PageReaderHandler.theInternet("coverage@sample.example");

        for (String own : List.of("localhost.localdomain", "site.localhost")) {
            assertThat(PageUrl.of("https://" + own + "/").map(real::get))
                    .get()
                    .isInstanceOfSatisfying(
                            None.class,
                            none ->
                                    assertThat(none.why())
                                            .isIn(
                                                    PageRefusal.NOT_PUBLIC,
                                                    PageRefusal.UNKNOWN_SITE));
        }
    }

    // Sites that stall

    @Test
    void headers_without_an_end_are_cut_off() throws IOException {
        answering((request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                write(out, "X-%d: and on\r\n".formatted(i));
            }
        });

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NO_ANSWER));
    }

    @Test
    void a_header_line_without_an_end_is_cut_off() throws IOException {
        answering((request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nX: ");
            for (int i = 0; i < 1_000_000; i++) {
                write(out, "and on and on and on");
            }
        });

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NO_ANSWER));
    }

    @Test
    void slowly_dripping_headers_end_at_the_total_time_limit() throws IOException {
        answering((request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            drip(out, "X: y\r\n");
        });

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.TOO_SLOW));
    }

    @Test
    void a_slowly_dripping_page_ends_at_the_total_time_limit() throws IOException {
        answering((request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            drip(out, "<p>and on");
        });

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.TOO_SLOW));
    }

    @Test
    void endless_interim_responses_end_at_the_total_time_limit() throws IOException {
        answering((request, out) -> drip(out, "HTTP/1.1 103 Early Hints\r\n\r\n"));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.TOO_SLOW));
    }

    @Test
    void a_site_that_never_answers_ends_at_the_total_time_limit() throws IOException {
        answering((request, out) -> Thread.sleep(60_000));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.TOO_SLOW));
    }

    @Test
    void slow_redirects_share_one_time_limit() throws IOException {
        AtomicInteger hops = new AtomicInteger();
        answering((request, out) -> {
            Thread.sleep(600);
            redirect("/" + hops.incrementAndGet()).answer(request, out);
        });

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.TOO_SLOW));
        assertThat(hops.get()).isLessThan(4);
    }

    @Test
    void a_silent_name_server_ends_at_the_total_time_limit() {
        names.put("slow.example", "never");

        assertThat(get("https://slow.example/")).isEqualTo(none(PageRefusal.TOO_SLOW));
    }

    // Sites that send too much, or something unexpected

    @Test
    void a_page_without_an_end_is_cut_at_two_megabytes() throws IOException {
        byte[] part = "<p>and on".repeat(1_000).getBytes(UTF_8);
        answering((request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            while (true) {
                out.write(part);
            }
        });

        assertThat(((Page) get("https://site.example/")).html()).hasSize(PageReader.MAXIMUM_BYTES);
    }

    @Test
    void a_zip_bomb_is_decompressed_to_two_megabytes_and_no_further() throws IOException {
        answering(packed(new byte[200 * 1_024 * 1_024]));

        assertThat(((Page) get("https://site.example/")).html()).hasSize(PageReader.MAXIMUM_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, gzip", "br", "deflate", "bomb"})
    void an_encoding_that_was_not_requested_is_not_decoded(String encoding) throws IOException {
        answering(
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: "
                                + encoding
                                + "\r\nContent-Length: 3\r\n\r\nabc"));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NOT_HTML));
    }

    @Test
    void a_body_falsely_declared_as_gzip_is_not_an_answer() throws IOException {
        answering(
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                                + "Content-Length: 20\r\n\r\nabcdefghijklmnopqrst"));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NO_ANSWER));
    }

    @Test
    void a_page_shorter_than_its_content_length_is_not_an_answer() throws IOException {
        answering(
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                + "Content-Length: 9223372036854775807\r\n\r\n<h1>short</h1>"));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NO_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "image/svg+xml",
                "application/json",
                "text/plain",
                "text/xml",
                "application/octet-stream",
                "text/html-but-not-quite",
                ";;;"
            })
    void only_html_is_read(String type) throws IOException {
        answering(
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: "
                                + type
                                + "\r\nContent-Length: 5\r\n\r\n%PDF-"));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NOT_HTML));
    }

    @Test
    void a_charset_that_does_not_exist_is_ignored() throws IOException {
        answering(
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=no-such-thing\r\n"
                                + "Content-Length: 14\r\n\r\n<h1>short</h1>"));

        assertThat(((Page) get("https://site.example/")).charset()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 406, 418, 429, 451, 300, 304, 204, 201})
    void a_site_that_blocks_us_is_reported_as_such(int status) throws IOException {
        answering(raw("HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n".formatted(status)));

        assertThat(get("https://site.example/"))
                .isEqualTo(new None(PageRefusal.TURNED_AWAY, status));
    }

    @Test
    void a_missing_page_and_a_failing_site_are_distinguished() throws IOException {
        answering((request, out) ->
                raw("HTTP/1.1 %s No\r\nContent-Length: 0\r\n\r\n"
                                .formatted(request.replaceAll("(?s)GET /(\\d+) .*", "$1")))
                        .answer(request, out));

        assertThat(get("https://site.example/404")).isEqualTo(new None(PageRefusal.NOT_THERE, 404));
        assertThat(get("https://site.example/410")).isEqualTo(new None(PageRefusal.NOT_THERE, 410));
        assertThat(get("https://site.example/503"))
                .isEqualTo(new None(PageRefusal.SITE_FAILED, 503));
    }

    @Test
    void a_response_that_is_not_http_is_not_an_answer() throws IOException {
        answering(raw("SSH-2.0-OpenSSH_9.9\r\n\r\n"));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NO_ANSWER));
    }

    @Test
    void a_closed_connection_is_not_an_answer() throws IOException {
        answering((request, out) -> out.close());

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.NO_ANSWER));
    }

    // Certificates

    @Test
    void a_certificate_for_another_name_is_rejected() throws IOException {
        answering(page(PAGE));
        names.put("another.example", "site");

        assertThat(get("https://another.example/")).isEqualTo(none(PageRefusal.CERTIFICATE));
        assertThat(site.requests()).allMatch(String::isEmpty);
    }

    @Test
    void an_untrusted_certificate_is_rejected() throws IOException {
        answering(page(PAGE));

        assertThat(get("https://site.example/", DefaultClientTlsStrategy.createDefault()))
                .isEqualTo(none(PageRefusal.CERTIFICATE));
        assertThat(site.requests()).allMatch(String::isEmpty);
    }

    @Test
    void a_site_without_tls_is_not_read() throws IOException {
        site = HostileSite.withoutTls(page(PAGE));

        assertThat(get("https://site.example/")).isInstanceOf(None.class);
        assertThat(get("http://site.example/")).isInstanceOf(None.class);
    }

    @Test
    void an_endless_handshake_ends_at_the_total_time_limit() throws IOException {
        site = HostileSite.withoutTls((request, out) -> Thread.sleep(60_000));

        assertThat(get("https://site.example/")).isEqualTo(none(PageRefusal.TOO_SLOW));
    }

    // Steps of the tests

    private void answering(Behavior behavior) throws IOException {
        site = HostileSite.overTls(keys, behavior);
    }

    private Answer get(String url) {
        return get(url, HostileSite.trusting(keys));
    }

    private Answer get(String url, TlsSocketStrategy tls) {
        FetchPage fetch =
                new FetchPage(new Names(), tls, "test-reader (coverage@sample.example)", IN_ALL);
        return fetch.get(PageUrl.of(url).orElseThrow());
    }

    /// Resolves names marked `site`, and those marked `once` the first time, to the test's site,
    /// which is not public; all others take the real path.
    private final class Names implements DnsResolver {

        private final PublicNames real = new PublicNames(this::lookUp);
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            String leadsTo = names.getOrDefault(host, host.equals("site.example") ? "site" : "");
            boolean toTheSite =
                    leadsTo.equals("site")
                            || leadsTo.startsWith("once") && asked.getAndIncrement() == 0;
            return toTheSite
                    ? List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()))
                    : real.resolve(host, port);
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return real.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }

        private InetAddress[] lookUp(String name) throws UnknownHostException {
            String leadsTo = names.getOrDefault(name, "").replace("once, then ", "");
            if (leadsTo.isEmpty()) {
                throw new UnknownHostException(name);
            }
            if (leadsTo.equals("never")) {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                throw new UnknownHostException(name);
            }
            String[] written = leadsTo.split(" ", -1);
            InetAddress[] found = new InetAddress[written.length];
            for (int i = 0; i < written.length; i++) {
                found[i] = InetAddress.getByName(written[i]);
            }
            return found;
        }
    }

    private static Behavior page(String html) {
        return raw(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                        + "Content-Length: %d\r\n\r\n%s"
                                .formatted(html.getBytes(UTF_8).length, html));
    }

    private static Behavior packed(byte[] html) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(html);
        }
        return (request, out) -> {
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                            + "Content-Encoding: gzip\r\nContent-Length: "
                            + packed.size()
                            + "\r\n\r\n");
            packed.writeTo(out);
        };
    }

    private static Behavior redirect(String location) {
        return raw(
                "HTTP/1.1 302 Found\r\nLocation: "
                        + location
                        + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    private static Behavior raw(String answer) {
        return (request, out) -> write(out, answer);
    }

    private static void drip(OutputStream out, String part)
            throws IOException, InterruptedException {
        while (true) {
            write(out, part);
            Thread.sleep(100);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private static None none(PageRefusal why) {
        return None.because(why);
    }

    private static String html(Answer answer) {
        return new String(((Page) answer).html(), UTF_8);
    }
}
