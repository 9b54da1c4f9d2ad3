package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 * ? * * *        | UTC              | 2026-11-24T08:59:59Z | 2026-11-24T09:00:00Z",
                "0 * ? * * *        | UTC              | 2026-11-24T09:00:00Z | 2026-11-24T10:00:00Z",
                "0/15 8-9 ? * MON-FRI * | UTC          | 2026-11-27T09:46:00Z | 2026-11-30T08:00:00Z",
                "30 8 ? * 2 *       | America/New_York | 2026-11-24T00:00:00Z | 2026-11-30T13:30:00Z",
                "0 12 L * ? *       | UTC              | 2027-02-01T00:00:00Z | 2027-02-28T12:00:00Z",
                "0 0 1 JAN ? *      | UTC              | 2026-01-01T00:00:00Z | 2027-01-01T00:00:00Z",
                "30 2 ? * * *       | America/New_York | 2026-03-08T00:00:00Z | 2026-03-09T06:30:00Z"
            })
    void finds_the_next_time_in_its_zone(String fields, String zone, Instant after, Instant next) {
        assertThat(new CronExpression(fields, ZoneId.of(zone)).after(after)).contains(next);
    }

    @Test
    void an_expression_without_six_fields_is_refused() {
        assertThatThrownBy(() -> new CronExpression("* * * *", ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
