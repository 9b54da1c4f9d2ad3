package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {

    private static final String EVENT =
            """
            {"source": "aws.ses", "detail": {"size": 12, "tags": {"set": ["a", "b"]},
             "parts": [{"kind": "x"}, {"kind": "y"}]}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true  | {`source`: [`aws.ses`, `other`]}",
                "false | {`source`: [`aws.s3`]}",
                "true  | {`detail`: {`tags`: {`set`: [`b`]}}}",
                "false | {`detail`: {`tags`: {`set`: [`c`]}}}",
                "true  | {`source`: [{`prefix`: `aws.`}]}",
                "true  | {`source`: [{`anything-but`: [`aws.s3`]}]}",
                "false | {`source`: [{`anything-but`: {`prefix`: `aws.`}}]}",
                "true  | {`detail`: {`missing`: [{`exists`: false}]}}",
                "false | {`detail`: {`size`: [{`exists`: false}]}}",
                "true  | {`detail`: {`size`: [{`numeric`: [`>`, 10, `<=`, 12]}]}}",
                "true  | {`detail`: {`parts`: {`kind`: [`y`]}}}",
                "false | {`account`: [`1`]}"
            })
    void decides_as_eventbridge_does(boolean expected, String pattern) throws Exception {
        Map<String, Object> read = Json.object(pattern.replace('`', '"'));

        assertThat(EventPattern.matches(read, Json.object(EVENT))).isEqualTo(expected);
    }
}
