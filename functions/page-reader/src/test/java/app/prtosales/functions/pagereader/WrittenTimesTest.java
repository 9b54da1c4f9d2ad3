package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ways in which pages write the time of day beside a date (R5.11).
class WrittenTimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US;Nov. 18, 2026 at 9 a.m.;2026-11-18T09:00:00",
                "en-US;9 p.m. ET Nov. 18, 2026;2026-11-18T21:00:00-05:00",
                "en-US;Nov 18, 2026 at 9:05p;2026-11-18T21:05:00",
                "en-US;Nov 18, 2026, 9:05 a part of a plan;2026-11-18T09:05:00",
                "de;18. November 2026, 9.05 Uhr;2026-11-18T09:05:00",
                "zh;2026年11月18日15:05;2026-11-18T15:05:00",
                "ja;2026年11月18日(水) 09:30;2026-11-18T09:30:00",
                "ko;2026.11.18(수) 09:30;2026-11-18T09:30:00"
            })
    void a_time_is_read_as_it_is_written(String language, String line, String expected) {
        assertThat(
                        TestPage.read(
                                "https://news.example.com/health/ward-opens-after-delay",
                                language,
                                "Ward opens",
                                "",
                                "<h1>Ward opens after delay</h1><p class=date>" + line + "</p>"))
                .containsEntry("publishedAt", expected);
    }
}
