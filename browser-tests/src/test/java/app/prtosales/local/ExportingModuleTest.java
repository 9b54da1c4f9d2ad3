package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The file of placements that the list exports.
@Timeout(60)
class ExportingModuleTest extends ModuleSuite {

    @Test
    void columns_keep_their_places_and_new_ones_come_last() {
        assertThat(file(Map.of()).getFirst())
                .isEqualTo(
                        "\uFEFFid,status,outlet,headline,url,format,publishedAt,zone,deadline,segments,note,forwardability,"
                                + "forwardabilityNow,verdict,cause,reached,inTime,of,reachedIn24h,inActiveSequence,"
                                + "referencedInDeal,sequences,topic,personas,spokesperson,quote,whyItMatters,tone,holdingLine");
    }

    @Test
    void no_new_column_runs_a_formula() {
        String row =
                file(Map.of("topic", "=1+1", "personas", List.of("@A", "-B"), "quote", "\t=2"))
                        .getLast();

        assertThat(row).contains(",'=1+1,\"'@A;' -B\",,\"'\t'=2\",");
    }

    @Test
    void a_segment_whose_name_could_be_read_as_others_is_named_by_its_id() {
        assertThat(file(Map.of("segments", List.of("a", "b", "c", "d"))).getLast())
                .contains(",\"a; b; c; Delta\",");
    }

    @Test
    void a_day_without_a_time_is_the_day_at_the_outlet() {
        assertThat(file(Map.of("dateOnly", true)).getLast())
                .contains(",2026-11-02,America/New_York,");
        assertThat(file(Map.of("dateOnly", false)).getLast())
                .contains(",2026-11-02T05:00:00Z,America/New_York,");
    }

    /// The lines of a file with one placement.
    private static List<String> file(Map<String, Object> more) {
        Map<String, Object> placement = new HashMap<>();
        placement.put("id", "p-1");
        placement.put("format", "byline");
        placement.put("publishedAt", "2026-11-02T05:00:00Z");
        placement.put("zone", "America/New_York");
        placement.put("segments", List.of());
        placement.put("personas", List.of());
        placement.put("inSequences", List.of());
        placement.put("reached", Map.of("verdict", "void"));
        placement.put("audit", Map.of());
        placement.putAll(more);
        Object text =
                page.evaluate(
                        """
                        async placement => (await import('/modules/exporting.js')).placementsFile([placement],
                            new Map([['a', 'Same'], ['b', 'same'], ['c', 'One; two'], ['d', 'Delta']]), new Map())
                        """,
                        placement);
        return String.valueOf(text).lines().toList();
    }
}
