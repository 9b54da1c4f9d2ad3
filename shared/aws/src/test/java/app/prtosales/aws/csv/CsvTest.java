package app.prtosales.aws.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading tables as spreadsheets write them, and writing ours so that spreadsheets can open them.
class CsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,quote\\n1,q\\n2,\"We grew 40%\\n3,q\\n4,q\\n | line 3",
                "id,quote\\n1,\"We grew\\n2,\"x\"\\n3,q\\n | line 2",
                "id,quote\\n1,\"two\\nlines\"\\n2,\"We grew\\n3,\"\"\\n | line 4",
                "sep=;\\nid;quote\\n1;\"We grew\\n | line 3",
                "id,\"quote\\n1,q\\n | line 1",
                "id\\tquote\\r\\n1\\t\"q | line 2",
                "id,name\\n1,\"a\" \\n2,b\\n | line 2",
            })
    void a_quote_that_is_not_closed_names_the_line_where_it_begins(String file, String line) {
        assertThat(refusal(file)).contains(line + " is not closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\\n1,\"a \"\"b\"\" c\"\\n",
                "id,name\\n1,a \"b\" c\\n",
                "id,name\\n1,\"\"\\n",
                "id,name\\n1,\"a\\nb\"\\n",
            })
    void closed_quotes_are_accepted(String file) {
        assertThat(table(file).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\\r\\nid;name\\r\\nr1;Ann Lee\\r\\n",
                "SEP=,\\nid,name\\nr1,Ann Lee\\n",
                "\"sep=|\"\\r\\nid|name\\r\\nr1|Ann Lee",
                "id;name\\nr1;Ann Lee\\n",
                "id\\tname\\nr1\\tAnn Lee\\n",
                "\uFEFF\uFEFFid,name\\r\\nr1,Ann Lee,\\r\\n,,,,\\r\\n",
                "\uFEFFsep=,\\nid,name,,\\nr1,Ann Lee,,,,,\\n\u00A0,,\\n",
                "\u00A0id\u00A0,name\u200B\\nr1,Ann Lee\\n",
                ",,\\nid,name\\nr1,Ann Lee\\n",
                "\\n\\nid,name\\n\\nr1,Ann Lee\\n\\n",
                "id,name\\rr1,Ann Lee\\r",
            })
    void additions_that_spreadsheets_make_around_a_table_are_accepted(String file) {
        assertThat(table(file).lines())
                .extracting(Csv.Line::cells)
                .containsExactly(Map.of("id", "r1", "name", "Ann Lee"));
    }

    @Test
    void a_line_knows_its_position_in_the_file() {
        assertThat(table("sep=;\\nid;name\\n1;\"a\\nb\"\\n2;c\\n").lines())
                .extracting(Csv.Line::number)
                .containsExactly(3L, 5L);
    }

    @Test
    void the_lines_below_the_data_are_kept_apart_with_their_position() {
        Csv.Read.Table table = table("id,name\\nr1,Ann Lee\\n,,\\n\\nTotal: 1,\\nConfidential\\n");

        assertThat(table.lines()).extracting(Csv.Line::number).containsExactly(2L);
        assertThat(table.footer()).extracting(Csv.Line::number).containsExactly(5L, 6L);
        assertThat(table.footer())
                .extracting(Csv.Line::text)
                .containsExactly("Total: 1", "Confidential");
    }

    @Test
    void a_footer_begins_below_the_last_of_its_lines_that_is_a_row() {
        Csv.Read.Table table =
                table("id,name\\nr1,Ann Lee\\nTotal: 1,\\nTotal:,7\\nConfidential,\\n")
                        .withRows(line -> line.cells().size() == 2);

        assertThat(table.lines()).extracting(Csv.Line::number).containsExactly(2L, 3L, 4L);
        assertThat(table.footer()).extracting(Csv.Line::text).containsExactly("Confidential");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name,name", "id,Name,name", "id,name, NAME ", "id,name,\u00A0name"})
    void duplicate_columns_are_refused_and_both_are_named(String header) {
        assertThat(refusal(header + "\\n1,a,b\\n")).contains("columns 2 and 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,name\\n1,a,b\\n | line 2 has text in column 3",
                "id,name,\\n1,a\\n2,b,c\\n | line 3 has text in column 3",
                "id,,name\\n1,a,b\\n | line 2 has text in column 2",
                ",id,name\\n0,1,a\\n | line 2 has text in column 1",
                "sep=;\\nid;name\\n1;a;;;b\\n | line 3 has text in column 5",
            })
    void text_in_a_column_without_a_name_is_refused_with_its_line_and_column(
            String file, String place) {
        assertThat(refusal(file)).startsWith(place + ", which has no name");
    }

    @Test
    void an_undecodable_character_is_refused_with_its_line() {
        assertThat(refusal("id,name\\nr1,M\uFFFDller\\n"))
                .contains("line 2 contains \uFFFD (U+FFFD)");
        assertThat(refusal("n\uFFFDme,id\\nr1,a\\n")).contains("line 1 contains");
        assertThat(Csv.read("id,name\\nr1,Müller".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Csv.Read.NotCsv.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Acme;=1+2 | Acme;'=1+2",
                "Out;@SUM(1+1) | Out;'@SUM(1+1)",
                "=1+2 | '=1+2",
                "'=x | ''=x",
                "＝1+2 | '＝1+2",
                "＋1 | '＋1",
                "－1 | '－1",
                "＠x | '＠x",
                "a; =1 | a;' =1",
                "a;\"=1 | a;'\"=1",
                "a;;-1 | a;;'-1",
                "a-b;c=d | a-b;c=d",
                "O'Brien's | O'Brien's",
            })
    void a_possible_formula_gets_an_apostrophe_even_after_a_semicolon(String cell, String guarded) {
        String written = Csv.write(List.of("id", "name"), List.of(Map.of("id", "1", "name", cell)));

        assertThat(written).contains(guarded.replace("\"", "\"\""));
        if (cell.contains(";")) {
            assertThat(written).contains("\"" + guarded.replace("\"", "\"\"") + "\"");
        }
    }

    @Test
    void written_text_reads_back_unchanged() {
        Random random = new Random(7);
        String[] parts = {
            "'", "=", "+", "-", "@", ";", ",", "\t", "\n", "\r\n", "\"", " ", "a", "＝", "1"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder("x".repeat(random.nextInt(2)));
            for (int part = random.nextInt(8); part > 0; part--) {
                cell.append(parts[random.nextInt(parts.length)]);
            }
            String text = cell.toString();
            if (!text.isBlank()) {
                String file =
                        Csv.write(List.of("id", "name"), List.of(Map.of("id", "1", "name", text)));
                assertThat(table(file).lines().getFirst().cells()).containsEntry("name", text);
            }
        }
    }

    @Test
    void a_huge_cell_is_read_completely() {
        String cell = "';= ".repeat(100_000);
        String file = Csv.write(List.of("id", "name"), List.of(Map.of("id", "1", "name", cell)));

        assertThat(table(file).lines().getFirst().cells()).containsEntry("name", cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "application/csv",
                "application/vnd.ms-excel",
                "text/tab-separated-values"
            })
    void the_usual_media_types_of_csv_are_recognized(String mediaType) {
        assertThat(Csv.isNameOf(mediaType)).isTrue();
        assertThat(Csv.isNameOf("application/json")).isFalse();
    }

    private static Csv.Read.Table table(String file) {
        return (Csv.Read.Table) Csv.read(unescaped(file).getBytes(UTF_8));
    }

    private static String refusal(String file) {
        return ((Csv.Read.NotCsv) Csv.read(unescaped(file).getBytes(UTF_8))).why();
    }

    private static String unescaped(String file) {
        return file.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
