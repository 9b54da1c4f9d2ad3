package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.text.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://www.iDigitalhealth.com/news/x https://idigitalhealth.com/news/x",
                "https://histalk2.com/page/11/ https://histalk2.com/page/11",
                "https://histalk2.com/ https://histalk2.com",
                "https://histalk2.com./a https://histalk2.com/a",
                "https://axios.com:443/a https://axios.com/a",
                "http://axios.com:80/a https://axios.com/a",
                "http://axios.com:8080/a https://axios.com:8080/a",
                "https://axios.com/a#top https://axios.com/a",
                "https://axios.com/A/b https://axios.com/A/b",
                "https://abc.net.au/3578082?nw=0 https://abc.net.au/3578082?nw=0",
                "https://a.example/?rest_route=/p/1/ https://a.example?rest_route=/p/1/",
                "https://cio.de/a/amp/cio-stefan,3602695 https://cio.de/a/amp/cio-stefan,3602695",
                "https://a.example/x?utm_source=a&b=1&UTM_Medium=c&a=2 https://a.example/x?b=1&a=2",
                "https://a.example/x?gclid=1&fbclid=2&mkt_tok=3 https://a.example/x",
                "https://a.example/x?origin=cioe&utm_source=cioe https://a.example/x?origin=cioe",
                "https://a.example/x?utm%5Fsource=1&c=%20 https://a.example/x?c=%20",
                "https://a.example/x? https://a.example/x",
                "https://münchen.example/ä https://xn--mnchen-3ya.example/%C3%A4",
            })
    void an_address_has_one_canonical_form(String pasted, String canonical) {
        assertThat(canonical(pasted)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT://a.example/%0aalert(1)",
                "ftp://a.example/x",
                "data:text/html,x",
                "//a.example/x",
                "a.example/x",
                "https://user:password@a.example/x",
                "https://a.example@b.example/x",
                "https:///x",
                "https://-a.example/x",
                "https://a..example/x",
                "https://a.example:99999/x",
                "https://a.example:port/x",
                "https://a.example/x y",
                "https://a.example/\"><script>",
                "https://a.example\\@b.example",
            })
    void what_is_not_a_plain_web_address_is_refused_at_its_field(String pasted) {
        Problems problems = new Problems();

        assertThat(CanonicalUrl.read("url", pasted, problems)).isNull();

        assertThat(problems.asList()).hasSize(1).allMatch(error -> error.field().equals("url"));
    }

    @Test
    void the_canonical_form_of_a_canonical_form_is_itself() {
        Random random = new Random(42);
        String[] parts = {
            "www.",
            "http://",
            "https://",
            "a.example",
            ":443",
            ":80",
            "/",
            "//",
            "x",
            "?",
            "&",
            "utm_a=1",
            "b=2",
            "#f",
            "%41",
            ".",
            "é",
            ","
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder pasted = new StringBuilder(random.nextBoolean() ? "https://" : "http://");
            for (int part = random.nextInt(12); part >= 0; part--) {
                pasted.append(parts[random.nextInt(parts.length)]);
            }
            CanonicalUrl once = CanonicalUrl.read("url", pasted.toString(), new Problems());
            if (once != null) {
                assertThat(canonical(once.value())).as(pasted.toString()).isEqualTo(once.value());
            }
        }
    }

    private static String canonical(String pasted) {
        Problems problems = new Problems();
        CanonicalUrl url = CanonicalUrl.read("url", pasted, problems);
        assertThat(problems.asList()).isEmpty();
        assertThat(url).isNotNull();
        return url.value();
    }
}
