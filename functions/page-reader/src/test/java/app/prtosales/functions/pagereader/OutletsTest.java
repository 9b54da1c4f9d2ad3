package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which part of a site's name is the outlet (R5.11).
class OutletsTest {

    private static Map<String, @Nullable Object> read(String host, String site) {
        return TestPage.read(
                "https://%s/beds".formatted(host),
                "en",
                "Beds run out | " + site,
                meta("og:site_name", site),
                "<h1>Beds run out</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "news.mercyhealth.com, News | Mercy Health, Mercy Health",
        "news.mercyhealth.com, Newsroom | Mercy Health, Mercy Health",
        "blog.mercyhealth.com, Blog – Mercy Health, Mercy Health",
        "news.mercy-health.org, Mercy Health | News, Mercy Health",
        "news.ohio.edu, University of Ohio | News, University of Ohio",
        "klinikum-sued.de, News | Klinikum Süd, Klinikum Süd",
        "health.wardpost.com, Health - The Ward Post, The Ward Post",
        "aerzteblatt.de, Nachrichten | Ärzteblatt, Ärzteblatt"
    })
    void the_name_is_the_longest_part_that_is_in_the_host_and_not_a_general_word(
            String host, String site, String outlet) {
        assertThat(read(host, site)).containsEntry("outlet", outlet);
    }

    @Test
    void a_general_word_is_a_name_if_the_whole_host_has_it() {
        assertThat(read("www.newsroom.co.nz", "Newsroom")).containsEntry("outlet", "Newsroom");
        assertThat(read("newsroom.example.com", "Newsroom")).doesNotContainKey("outlet");
    }
}
