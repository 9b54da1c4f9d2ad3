package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers beside a month that are not the day of publication: of a period or of an issue (R5.11).
class PeriodsTest {

    private static Map<String, @Nullable Object> read(
            String language, String headline, String below) {
        return TestPage.read(
                "https://news.example.com/health/ward-opens-after-delay",
                language,
                headline,
                "",
                "<h1>" + headline + "</h1>" + below);
    }

    private static Map<String, @Nullable Object> read(String language, String line) {
        return read(language, "Ward opens after delay", "<p class=meta>" + line + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "de;16.11. - 18.11.2026",
                "de;16.–18.11.2026, Düsseldorf",
                "de;16.11. – 18. November 2026",
                "de;16. und 17. November 2026",
                "fr;Du 16 au 18 novembre 2026",
                "es;Del 16 al 18 de noviembre de 2026",
                "en-GB;16 and 17 November 2026",
                "en-GB;16 to 18 November 2026",
                "en-GB;30 October – 2 November 2026",
                "en-GB;15 Nov 2026 - 18 Nov 2026",
                "en-US;11/16 - 11/18/2026",
                "en-US;October 30 to November 2, 2026",
                "ja;2026年11月16日(月)〜11月18日(水)",
                "ja;2026年11月16日～18日",
                "ja;2026年11月16日(月)・17日(火)",
                "zh;2026年11月16日至18日",
                "ko;2026.11.16 ~ 11.18",
                "en-US;2026-11-16/18",
                "en-US;June 3, 1940 – November 12, 2026"
            })
    void neither_end_of_a_period_is_the_publication(String language, String line) {
        assertThat(read(language, line)).doesNotContainKey("publishedAt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-GB;Ann Lee – 16 November 2026",
                "en-GB;Issue 11 – 16 November 2026",
                "de;Berlin - 16. November 2026",
                "de;16.11.2026 - 10.30 Uhr",
                "en-US;Ann Lee, November 16, 2026",
                "en-US;Version 2.1 – November 16, 2026",
                "en-US;24/7 – November 16, 2026",
                "en-GB;COVID-12 – 16 November 2026",
                "en-GB;TV 2 - 16 November 2026",
                "en-GB;18.10 - 16 November 2026"
            })
    void a_dash_or_a_word_before_a_single_date_does_not_make_it_a_period(
            String language, String line) {
        assertThat((String) read(language, line).get("publishedAt")).startsWith("2026-11-16");
    }

    @Test
    void a_number_and_a_month_on_two_lines_with_other_words_are_not_a_date() {
        assertThat(read("en-US", "Hospitals to watch: 25", "<div>November 2026</div>"))
                .doesNotContainKey("publishedAt");
        assertThat(read("de", "Krankenhausreform: die Top 10", "<div>November 2026</div>"))
                .doesNotContainKey("publishedAt");
        assertThat(read("en-US", "Hospitals in November", "<div>12 2026</div>"))
                .doesNotContainKey("publishedAt");
        assertThat(read("en-US", "Volume 12<br>November 2026")).doesNotContainKey("publishedAt");
    }

    @Test
    void the_number_of_an_issue_is_not_a_day() {
        assertThat(read("en-US", "Volume 48, Issue 11 November 2026"))
                .doesNotContainKey("publishedAt");
        assertThat(read("de", "Ausgabe 11 November 2026")).doesNotContainKey("publishedAt");
    }

    @Test
    void a_day_may_stand_alone_on_the_line_above_its_month() {
        assertThat(
                        read(
                                "en-US",
                                "Ward opens after delay",
                                "<div class=date><div>16</div><div>Nov</div><div>2026</div></div>"))
                .containsEntry("publishedAt", "2026-11-16");
    }
}
