package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "true  | {`$or`: [{`source`: [`aws.s3`]}, {`detail`: {`size`: [12]}}]}",
                "true  | {`source`: [{`wildcard`: `aws.*`}]}",
                "false | {`account`: [`1`]}"
            })
    void decides_as_eventbridge_does(boolean expected, String pattern) throws Exception {
        Map<String, Object> read = Json.object(pattern.replace('`', '"'));

        assertThat(new EventPattern("rule", read).matches(Json.object(EVENT))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{`source`: `aws.ses`}", "{`source`: [{`begins`: `a`}]}", "{}"})
    void a_pattern_that_eventbridge_refuses_is_refused(String pattern) throws Exception {
        Map<String, Object> read = Json.object(pattern.replace('`', '"'));

        assertThatThrownBy(() -> new EventPattern("rule", read))
                .isInstanceOf(UnreadableTemplate.class);
    }
}
