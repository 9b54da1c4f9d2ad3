package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://site.example/a; https://site.example/a",
                "HTTPS://Site.Example; https://site.example/",
                "http://site.example/a; https://site.example/a",
                "http://site.example:80/a; https://site.example/a",
                "https://site.example:443/a; https://site.example/a",
                "https://site.example./a; https://site.example/a",
                "https://site.example/a?b=c&d=%20#top; https://site.example/a?b=c&d=%20",
                "https://site.example/a b|c; https://site.example/a%20b%7Cc",
                "https://site.example/cut-30%; https://site.example/cut-30%25",
                "https://site.example/cut-30%-b%2; https://site.example/cut-30%25-b%252",
                "https://site.example/x[1]?y[]=2; https://site.example/x%5B1%5D?y%5B%5D=2",
                "https://site.example/a#b#c; https://site.example/a",
                "https://site.example/ü; https://site.example/%C3%BC",
                "https://xn--mnchen-3ya.example/; https://xn--mnchen-3ya.example/"
            })
    void an_address_is_fetched_in_this_form(String written, String asked) {
        assertThat(PageUrl.of(written)).map(PageUrl::toString).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "site.example/a",
                "ftp://site.example/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https:///a",
                "https://localhost/",
                "https://intranet/",
                "https://site.example:8443/",
                "https://site.example:80/",
                "http://site.example:443/",
                "https://user@site.example/",
                "https://user:word@site.example/",
                "https://site.example@127.0.0.1/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://1.2.3.0x4/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1%25eth0]/",
                "https://site..example/",
                "https://-site.example/",
                "https://site.example\\@127.0.0.1/",
                "https://site.example%2f@127.0.0.1/"
            })
    void an_unsafe_or_unreadable_address_is_never_fetched(String written) {
        assertThat(PageUrl.of(written)).isEmpty();
    }

    @Test
    void an_overlong_address_is_never_fetched() {
        assertThat(PageUrl.of("https://site.example/" + "a".repeat(2_100))).isEmpty();
    }
}
