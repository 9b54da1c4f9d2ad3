package app.prtosales.aws.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.ExportWeek;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// The export of a week in the form that spreadsheets open.
class WeekTablesTest {

    private final RandomQuarter quarter = new RandomQuarter(3);

    @Test
    void each_kind_of_row_is_a_table_of_its_own_with_only_its_columns() throws IOException {
        Map<String, String> files = unzipped(rows());

        assertThat(files)
                .containsKeys(
                        "placements.csv", "emails-to-reps.csv", "figures.csv", "sequences.csv");
        assertThat(columns(files, "figures.csv")).isSubsetOf("name", "sent", "now");
        assertThat(columns(files, "placements.csv"))
                .contains("headline", "segments", "segmentsName")
                .doesNotContain("record", "person", "mailAcceptedAt");
        assertThat(columns(files, "emails-to-reps.csv"))
                .startsWith("id", "idName")
                .contains("person", "personName", "deliveredAt")
                .doesNotContain("record", "headline");
    }

    @Test
    void no_row_is_lost() throws IOException {
        List<Map<String, String>> rows = rows();
        Map<String, String> files = unzipped(rows);

        long lines =
                files.keySet().stream().mapToLong(name -> table(files, name).lines().size()).sum();
        assertThat(lines).isEqualTo(rows.size());
    }

    @Test
    void a_spreadsheet_recognizes_utf_8_and_runs_no_cell() throws IOException {
        Map<String, String> placement =
                Map.of("record", "placement", "id", "p1", "headline", "=1+1 “Becker’s”");
        Map<String, String> files = unzipped(List.of(placement));

        assertThat(files.get("placements.csv")).startsWith("\uFEFFid,headline\r\n");
        assertThat(files.get("placements.csv")).contains("p1,'=1+1 “Becker’s”");
    }

    private List<Map<String, String>> rows() {
        quarter.run();
        AuditWeek week = quarter.weeks().get(2);
        ExportWeek.Page page = quarter.company.exportWeek.export(week, null);
        return page.rows();
    }

    private Map<String, String> unzipped(List<Map<String, String>> rows) throws IOException {
        byte[] zip = WeekTables.zip(rows, quarter.company.directory);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                files.put(each.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static List<String> columns(Map<String, String> files, String name) {
        return table(files, name).columns();
    }

    private static Csv.Read.Table table(Map<String, String> files, String name) {
        assertThat(files).containsKey(name);
        return (Csv.Read.Table) Csv.read(files.getOrDefault(name, ""));
    }
}
