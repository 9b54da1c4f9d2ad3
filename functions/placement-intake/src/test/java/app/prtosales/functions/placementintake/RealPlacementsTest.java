package app.prtosales.functions.placementintake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every placement of `placements.csv` goes through intake, with all its flaws. The outcome of each
/// is pinned in `real-placements.txt`: accepted with its link and its key, or refused with the
/// reason.
///
/// Missing data is filled in by rule: no date is 2025-01-01, a month is its first day, and a time
/// without a zone is in New York's. All are submitted as backfill, because all are older than 30
/// days. Headlines are never made up: a row without one is refused.
class RealPlacementsTest {

    private final IntakeApi api = new IntakeApi();

    @Test
    void each_row_is_accepted_or_refused_as_pinned() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (NamedCsvRecord row : rows()) {
            outcomes.add(outcome(row));
        }

        assertThat(outcomes).containsExactlyElementsOf(pinned());
    }

    @Test
    void one_story_at_two_addresses_is_two_placements_for_now() throws IOException {
        List<NamedCsvRecord> rows = rows();
        rows.forEach(this::outcome);

        for (String pair :
                List.of(
                        "chiefhealthcareexecutive.com iDigitalhealth.com",
                        "podscripts.co medsider.buzzsprout.com",
                        "page=6 page=9",
                        "emrandhipaa.com/guest emrandhipaa.com/tag")) {
            List<String> outcomes =
                    List.of(pair.split(" ", -1)).stream()
                            .map(address ->
                                    rows.stream()
                                            .filter(r -> r.getField("url").contains(address))
                                            .findFirst()
                                            .orElseThrow())
                            .map(this::outcome)
                            .toList();
            assertThat(outcomes).as(pair).allMatch(outcome -> outcome.startsWith("200 "));
            assertThat(outcomes).as(pair).doesNotHaveDuplicates();
        }
    }

    private String outcome(NamedCsvRecord row) {
        IntakeApi.Answer answer = api.post(submission(row));
        JsonNode body = answer.json();
        String what =
                answer.status() < 300
                        ? body.path("url").asText() + " " + body.path("canonicalUrl").asText()
                        : body.path("errors")
                                .valueStream()
                                .map(error ->
                                        error.path("field").asText()
                                                + " "
                                                + error.path("message").asText())
                                .collect(Collectors.joining("; "));
        return answer.status() + " " + what;
    }

    private static Map<String, Object> submission(NamedCsvRecord row) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", row.getField("url"));
        body.put("outlet", row.getField("outlet"));
        body.put("headline", row.getField("headline"));
        body.put("format", row.getField("format"));
        body.put("publishedAt", publishedAt(row.getField("published_at")));
        body.put("zone", "America/New_York");
        body.put("segments", List.of(segment(row.getField("suggested_segment"))));
        body.put("note", row.getField("one_line_note"));
        body.put("topic", row.getField("topic"));
        body.put("personas", List.of(row.getField("suggested_persona")));
        body.put("spokesperson", row.getField("spokesperson"));
        body.put("backfill", true);
        return body;
    }

    private static String publishedAt(String shown) {
        return switch (shown.length()) {
            case 0 -> "2025-01-01";
            case 7 -> shown + "-01";
            default -> shown;
        };
    }

    /// The segment id: `health systems` becomes `health-systems`.
    private static String segment(String words) {
        return words.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        try (InputStream file = resource("/placements.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, UTF_8))) {
            return rows.stream().toList();
        }
    }

    private static List<String> pinned() throws IOException {
        try (InputStream file = resource("real-placements.txt")) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static InputStream resource(String name) {
        InputStream file = RealPlacementsTest.class.getResourceAsStream(name);
        assertThat(file).as(name).isNotNull();
        return file;
    }
}
