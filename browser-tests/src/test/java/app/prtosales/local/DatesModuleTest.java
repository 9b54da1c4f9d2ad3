package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the page reads the dates and times of a file.
@Timeout(60)
class DatesModuleTest extends ModuleSuite {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-22 23:30:00 UTC | 2026-09-22T23:30Z",
                "Tue, 22 Sep 2026 14:30:00 GMT | 2026-09-22T14:30Z",
                "Tue, 22 Sep 2026 14:30:00 +0000 | 2026-09-22T14:30Z",
                "2026-09-22 23:30:00-0400 | 2026-09-22T23:30-04:00",
                "2026-09-22 23:30 GMT+2 | 2026-09-22T23:30+02:00",
                "9/22/2026 2:30 PM PT | 2026-09-22T21:30Z",
                "9/22/2026 14:30 EDT | 2026-09-22T18:30Z",
                "9/22/2026 14:30 (CEST) | 2026-09-22T12:30Z",
                "2026-09-22T14:30:00Z | 2026-09-22T14:30:00Z",
                "2026-09-22T14:30:00+02:00 | 2026-09-22T14:30:00+02:00",
            })
    void r5_9_a_time_keeps_the_zone_after_it(String cell, String read) {
        assertThat(date(cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9/22/2026 2 PM | 2026-09-22T14:00",
                "9/22/2026, 2:30:59 p.m. | 2026-09-22T14:30",
                "9/22/2026 12:15 AM | 2026-09-22T00:15",
                "9/22/2026 14:30 PM | 2026-09-22T14:30",
                "'Sep 22, 2026 at 2:30 PM' | 2026-09-22T14:30",
                "2026-09-22 14:30:00.000 | 2026-09-22T14:30",
                "2026/9/2 | 2026-09-02",
                "Sept 22nd, 2026 | 2026-09-22",
                "22.09.2026 | 2026-09-22",
            })
    void a_time_of_day_is_read_however_it_is_typed(String cell, String read) {
        assertThat(date(cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9/22/2026 9:00 PM - 10:00 PM",
                "9/22/2026 14:30 AST",
                "9/22/2026 25:30",
                "9/22/2026 14",
                "3/8/2026 2:30 AM ET",
                "22 Sep 2026 (print)",
                "Mayday 3, 2026",
                "13/25/2026",
                "0/12/2026",
                "September 2026",
            })
    void a_date_of_which_any_part_is_not_understood_is_left_to_the_person(String cell) {
        assertThat(date(cell)).isEqualTo(cell);
        assertThat(call("dates.js", "dateInWords", List.of(cell, "md"), "it => it"))
                .isEqualTo(cell);
    }

    @Test
    void only_a_date_with_two_readings_is_asked_about() {
        Object asked =
                page.evaluate(
                        """
                        async () => {
                          const {dateQuestion} = await import('/modules/askdates.js');
                          const rows = [['Date'], ['0/12/2026'], ['3/0/2026'], ['3/4/2026'], ['4/4/2026']];
                          const mapping = {publishedAt: {columns: [0]}};
                          return [dateQuestion({mapping, header: 0}, rows).asked, dateQuestion({mapping, header: 0}, rows.slice(0, 3)).asked]
                              .map((each) => each && `${each.text}, ${each.count}`);
                        }
                        """);

        assertThat(asked).isEqualTo(Arrays.asList("3/4/2026, 1", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "md | 9/22/2026 2:30 PM | 'Tue, Sep 22, 2026, 2:30 PM'",
                "md | 2026-09-22 23:30 UTC | 'Tue, Sep 22, 2026, 11:30 PM UTC'",
                "md | 2026-09-22 23:30 -0400 | 'Tue, Sep 22, 2026, 11:30 PM UTC-04:00'",
                "dm | 3/4/2026 | 'Fri, Apr 3, 2026'",
                "ask | 3/4/2026 | 3/4/2026",
                "md | 2/30/2026 | 2/30/2026",
            })
    void a_date_is_shown_as_it_is_read(String order, String cell, String shown) {
        assertThat(call("dates.js", "dateInWords", List.of(cell, order), "it => it"))
                .isEqualTo(shown);
    }

    private static Object date(String cell) {
        return call("dates.js", "date", List.of(cell, "md"), "it => it");
    }
}
