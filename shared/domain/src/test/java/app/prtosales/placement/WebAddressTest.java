package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.text.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

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
                "https://a.example/x?& https://a.example/x",
                "https://a.example/x?a=1&&b=2 https://a.example/x?a=1&b=2",
                "https://a.example/x?&a=1&utm_source=c& https://a.example/x?a=1",
                "https://a.example/#/x?&a=1&& https://a.example#/x?a=1",
                "https://a.example/#/?& https://a.example",
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
    void text_that_is_not_a_plain_web_address_is_refused_at_its_field(String pasted) {
        Problems problems = new Problems();

        assertThat(WebAddress.read("url", pasted, problems)).isNull();

        assertThat(problems.asList()).hasSize(1).allMatch(error -> error.field().equals("url"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://www.stateofthedapps.example/dapps/etherpoly/?q=1#details"
                        + " http://www.stateofthedapps.example/dapps/etherpoly/?q=1#details",
                "http://www.iDigitalhealth.com/news/x http://www.iDigitalhealth.com/news/x",
                "HTTPS://a.example/x https://a.example/x",
                "https://a.example:8443/ https://a.example:8443/",
                "https://a.example./x/ https://a.example./x/",
                "https://a.example https://a.example",
                "https://a.example/a%2fb%7E https://a.example/a%2fb%7E",
                "https://a.example/x?a=1&&b=2& https://a.example/x?a=1&&b=2&",
                "https://a.example/記 https://a.example/%E8%A8%98",
                "https://BÜCHER.example/a https://xn--bcher-kva.example/a",
                "https://bücher。example/a https://xn--bcher-kva.example/a",
                "https://xn--strae-oqa.example/a https://xn--strae-oqa.example/a",
                "https://ışık.example/ https://xn--k-ekaa7p.example/",
                "https://a.example/a?id=1&amp;utm_source=nl https://a.example/a?id=1",
                "https://a.example/a?id=1&amp;amp;b=2&#38;c=3&#x26;d=4"
                        + " https://a.example/a?id=1&b=2&c=3&d=4",
                "https://a.example/a#:~:text=Head,line https://a.example/a",
                "https://a.example/a#part:~:text=Head https://a.example/a#part",
                "https://a.example/#/clip/1?utm_source=x&y=2 https://a.example/#/clip/1?y=2",
                "https://a.example/a#utm_source=x&utm_medium=y https://a.example/a",
            })
    void people_get_the_pasted_link_without_tracking(String pasted, String link) {
        assertThat(link(pasted)).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utm_source",
                "UTM_Campaign",
                "utm_x",
                "gclid",
                "gbraid",
                "wbraid",
                "gclsrc",
                "gad_source",
                "GAD_campaignid",
                "dclid",
                "fbclid",
                "FbClId",
                "msclkid",
                "ttclid",
                "twclid",
                "li_fat_id",
                "igshid",
                "igsh",
                "yclid",
                "srsltid",
                "mc_cid",
                "mc_eid",
                "_hsenc",
                "_hsmi",
                "__hstc",
                "__hsfp",
                "__hssc",
                "mkt_tok",
                "_ga",
                "_gl",
                "trk",
                "vero_id",
                "oly_anon_id",
                "oly_enc_id",
                "s_kwcid",
                "%75tm_source"
            })
    void a_tracking_parameter_is_removed_and_the_others_stay_in_order(String name) {
        assertThat(link("https://a.example/x?z=1&%s=2&a=3&%s".formatted(name, name)))
                .isEqualTo("https://a.example/x?z=1&a=3");
        assertThat(link("https://a.example/x/?%s=2".formatted(name)))
                .isEqualTo("https://a.example/x/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utm", "gad", "xutm_source", "ga", "track", "gclid2", "ref"})
    void a_parameter_that_only_resembles_a_tracking_parameter_is_kept(String name) {
        assertThat(link("https://a.example/x?%s=1".formatted(name)))
                .isEqualTo("https://a.example/x?%s=1".formatted(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://a.example/app/#/clip/1 https://a.example/app#/clip/1",
                "https://a.example/app#/clip/1/ https://a.example/app#/clip/1",
                "https://a.example/app#!/clip/1 https://a.example/app#!/clip/1",
                "https://a.example/app#!clip=1 https://a.example/app#!clip=1",
                "https://a.example/app/#/ https://a.example/app",
                "https://a.example/app#details https://a.example/app",
                "https://a.example/x/%e8%a8%98 https://a.example/x/%E8%A8%98",
                "https://a.example/x/%E8%A8%98 https://a.example/x/%E8%A8%98",
                "https://a.example/x/記 https://a.example/x/%E8%A8%98",
                "https://a.example/%7euser/%41%2f%2F https://a.example/~user/A%2F%2F",
                "https://a.example/?q=%c3%a9&r=%26 https://a.example?q=%C3%A9&r=%26",
                "https://a.example/e%cc%81 https://a.example/%C3%A9",
                "https://a.example/%ff%zz%e8 https://a.example/%FF%zz%E8",
                "https://a.example/%%341 https://a.example/%%341",
                "http://www.a.example:443/ https://a.example",
            })
    void routes_and_percent_encodings_have_one_canonical_form(String pasted, String key) {
        assertThat(canonical(pasted)).isEqualTo(key);
    }

    @Test
    void characters_are_encoded_in_their_composed_form() {
        assertThat(canonical("https://a.example/e\u0301")).isEqualTo("https://a.example/%C3%A9");
        assertThat(link("https://a.example/e\u0301")).isEqualTo("https://a.example/e%CC%81");
    }

    @Test
    void invisible_characters_are_stripped_at_the_ends_and_refused_inside() {
        for (int c :
                new int[] {
                    ' ', '\t', '\n', '\r', 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1680, 0x180E,
                    0x2003, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x202F, 0x205F, 0x2060, 0x2066,
                    0x2800, 0x3000, 0x3164, 0xFEFF, 0xFFA0, 0xE0020
                }) {
            String unseen = Character.toString(c);
            String around = unseen + "https://x.example/story" + unseen + unseen;
            assertThat(link(around)).as("U+%04X", c).isEqualTo("https://x.example/story");
            assertThat(refusal("https://x.example/a" + unseen + "b")).as("U+%04X", c).isNotEmpty();
            assertThat(refusal("https://x." + unseen + "example/a")).as("U+%04X", c).isNotEmpty();
        }
        assertThat(refusal("https://x.example/a\u200Bb")).contains("U+200B");
    }

    @Test
    void a_control_character_at_an_end_is_refused_and_named() {
        assertThat(refusal("https://x.example/story\u0000\r\n")).contains("U+0000");
        assertThat(refusal("https://x.example/story\u007F")).contains("U+007F");
        assertThat(refusal("\u0001https://x.example/story")).isNotEmpty();
    }

    @Test
    void zero_width_joiners_within_a_word_are_kept_and_encoded() {
        assertThat(link("https://x.example/می\u200Cخواهم"))
                .isEqualTo("https://x.example/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://straße.example/a",
                "https://STRAẞE.example/a",
                "https://όσος.example/",
                "https://a\u200Db.example/",
                "https://نامه\u200Cای.example/",
                "https://\uAB70.example/",
            })
    void a_host_that_programs_read_differently_is_refused_with_a_reason(String pasted) {
        assertThat(refusal(pasted)).contains("Open it in your browser");
    }

    @Test
    void a_host_with_too_many_or_too_long_labels_is_refused() {
        assertThat(refusal("https://" + "a.".repeat(900) + "example/"))
                .contains("a valid site name");
        assertThat(refusal("https://" + "é.".repeat(900) + "example/"))
                .contains("a valid site name");
        assertThat(refusal("https://" + "a".repeat(64) + ".example/"))
                .contains("a valid site name");
        assertThat(refusal("https://" + "ü".repeat(62) + ".example/"))
                .contains("a valid site name");
        assertThat(refusal("https://" + "a.".repeat(126) + "ab/")).contains("a valid site name");
        assertThat(link("https://" + "a".repeat(63) + ".example/")).isNotEmpty();
    }

    @Test
    void an_emailed_address_has_at_most_2048_characters() {
        assertThat(refusal("https://jp.example/" + "記".repeat(2_000)))
                .isEqualTo(
                        "Use a shorter link: it has 18019 characters when encoded, and the limit is 2048");
        assertThat(link("https://jp.example/" + "記".repeat(225))).hasSize(2_044);
        assertThat(link("https://a.example/x?utm_source=" + "y".repeat(5_000)))
                .isEqualTo("https://a.example/x");
        assertThat(refusal("https://a.example/" + "x".repeat(20_000_000)))
                .contains("the limit is 2048");
        assertThat(refusal("https://a.example/" + "x".repeat(2_031))).contains("the limit is 2048");
        assertThat(link("https://a.example/" + "x".repeat(2_030))).hasSize(2_048);
    }

    @Test
    void canonicalizing_twice_changes_nothing() {
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
            "e\u0301",
            "%e8%a8%98",
            "記",
            "%",
            "%3",
            "4",
            "%2f",
            "%ff",
            "#/",
            "#!",
            "&amp;",
            ":~:text=x",
            "\u200B",
            ","
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder pasted = new StringBuilder(random.nextBoolean() ? "https://" : "http://");
            for (int part = random.nextInt(12); part >= 0; part--) {
                pasted.append(parts[random.nextInt(parts.length)]);
            }
            WebAddress once = WebAddress.read("url", pasted.toString(), new Problems());
            if (once != null) {
                assertThat(link(once.value())).as(pasted.toString()).isEqualTo(once.value());
                String key = once.canonical().value();
                assertThat(canonical(once.value())).as(pasted.toString()).isEqualTo(key);
                assertThat(canonical(key)).as(pasted.toString()).isEqualTo(key);
            }
        }
    }

    private static String canonical(String pasted) {
        Problems problems = new Problems();
        WebAddress url = WebAddress.read("url", pasted, problems);
        assertThat(problems.asList()).isEmpty();
        assertThat(url).isNotNull();
        return url.canonical().value();
    }

    private static String link(String pasted) {
        Problems problems = new Problems();
        WebAddress url = WebAddress.read("url", pasted, problems);
        assertThat(problems.asList()).isEmpty();
        assertThat(url).isNotNull();
        return url.value();
    }

    private static String refusal(String pasted) {
        Problems problems = new Problems();
        assertThat(WebAddress.read("url", pasted, problems)).isNull();
        return problems.asList().getFirst().message();
    }
}
