package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How an error about a segment names the segments there are.
class KnownSegmentsTest {

    @Test
    void a_long_list_of_names_is_cut_off() {
        Map<String, String> many =
                IntStream.range(0, 1_000)
                        .boxed()
                        .collect(Collectors.toMap(i -> "s-" + i, i -> "Segment " + i));

        assertThat(error("vets", many)).hasSizeBetween(500, 600).endsWith("…");
    }

    @Test
    void a_name_of_two_segments_is_answered_with_their_ids() {
        assertThat(error("payers", Map.of("p-2", "Payers", "p-1", "Payers", "asc", "ASCs")))
                .isEqualTo("“payers” is the name of 2 segments. Enter the ID of one: p-1, p-2");
    }

    private static String error(String written, Map<String, String> names) {
        Reading reading =
                SubmissionReader.read(
                        new SubmissionBuilder(Samples.submission())
                                .segments(List.of(written))
                                .build(),
                        KnownSegments.of(names),
                        Samples.WEDNESDAY);
        return ((Reading.Invalid) reading)
                .errors().stream()
                        .filter(each -> each.field().equals("segments"))
                        .map(FieldError::message)
                        .findFirst()
                        .orElseThrow();
    }
}
