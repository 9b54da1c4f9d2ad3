package app.prtosales.aws.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files as produced by Excel, an HR system, and a PR manager.
class SpreadsheetFileTest {

    @Test
    void texts_are_read_wherever_excel_stores_them() throws UnreadableFileException {
        assertThat(
                        cells(
                                """
                                <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
                                <c r="D1" t="inlineStr"><is><t>inline &amp; short</t></is></c>\
                                <c r="E1" t="str"><f>A1&amp;"x"</f><v>of a formula</v></c>\
                                <c r="F1" t="s"><v>2</v></c><c r="G1" t="b"><v>1</v></c><c r="H1" s="3"/>\
                                """))
                .containsExactly(
                        "Employee ID",
                        "Ada Sample",
                        "",
                        "inline & short",
                        "of a formula",
                        "two\nlines",
                        "TRUE");
    }

    @Test
    void dates_are_read_as_iso_texts_and_numbers_as_people_see_them()
            throws UnreadableFileException {
        assertThat(
                        cells(
                                """
                                <c r="A1" s="1"><v>46287</v></c><c r="B1" s="2"><v>46287</v></c>\
                                <c r="C1" s="5"><v>46287.375</v></c><c r="D1"><v>46287</v></c>\
                                <c r="E1" s="3"><v>417</v></c><c r="F1" s="4"><v>1250.5</v></c>\
                                <c r="G1"><v>4.7000000000000002</v></c><c r="H1"><v>1.2E3</v></c>\
                                """))
                .containsExactly(
                        "2026-09-22",
                        "2026-09-22",
                        "2026-09-22T09:00",
                        "46287",
                        "00417",
                        "1250.5",
                        "4.7",
                        "1200");
    }

    @Test
    void days_in_a_workbook_from_an_old_mac_count_from_1904() throws UnreadableFileException {
        XlsxFile file = new XlsxFile("<c s=\"1\"><v>44825</v></c>");
        file.part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>");

        assertThat(first(file.bytes()).rows()).containsExactly(List.of("2026-09-22"));
    }

    @Test
    void hidden_sheets_and_empty_rows_below_the_table_are_left_out()
            throws UnreadableFileException {
        byte[] file =
                new XlsxFile("")
                        .sheet(
                                """
                                <row r="2"><c r="A2" t="s"><v>0</v></c></row>\
                                <row r="1048576"><c r="XFD1048576" s="1"/></row>\
                                """)
                        .bytes();

        assertThat(SpreadsheetFile.read(file))
                .containsExactly(new Sheet("Roster", List.of(List.of(), List.of("Employee ID"))));
    }

    @Test
    void csv_is_read_in_each_encoding_that_excel_writes() throws UnreadableFileException {
        String text = "Name;City\r\nZoë “Z” Sample;Köln\r\n";
        List<List<String>> rows =
                List.of(List.of("Name", "City"), List.of("Zoë “Z” Sample", "Köln"));

        assertThat(first(text.getBytes(UTF_8)).rows()).isEqualTo(rows);
        assertThat(first(("\uFEFF" + text).getBytes(UTF_8)).rows()).isEqualTo(rows);
        assertThat(first(text.getBytes(Charset.forName("windows-1252"))).rows()).isEqualTo(rows);
        assertThat(first(("\uFEFF" + text.replace(';', '\t')).getBytes(UTF_16LE)).rows())
                .isEqualTo(rows);
    }

    @Test
    void csv_saved_for_the_macintosh_keeps_its_letters() throws UnreadableFileException {
        String text = "Name,Email\rZoë Señor,zoe@sample-medtech.example\r";

        assertThat(first(text.getBytes(Charset.forName("x-MacRoman"))).rows())
                .containsExactly(
                        List.of("Name", "Email"),
                        List.of("Zoë Señor", "zoe@sample-medtech.example"));
    }

    @Test
    void titles_with_commas_above_the_columns_do_not_decide_the_separator()
            throws UnreadableFileException {
        String text =
                "Coverage 2026, all outlets, draft, v2\n\nPublication;Date of pub.;Price\n\"MassDevice\";9/22/2026;\"$1,200\"\n";

        assertThat(first(text.getBytes(UTF_8)).rows())
                .containsExactly(
                        List.of("Coverage 2026, all outlets, draft, v2"),
                        List.of(),
                        List.of("Publication", "Date of pub.", "Price"),
                        List.of("MassDevice", "9/22/2026", "$1,200"));
    }

    @Test
    void a_file_that_is_not_a_spreadsheet_is_refused_with_what_to_do() {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};

        assertThatThrownBy(() -> SpreadsheetFile.read(old))
                .hasMessageContaining("save it as .xlsx");
        assertThatThrownBy(() -> SpreadsheetFile.read(new byte[0]))
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> SpreadsheetFile.read(new byte[] {'%', 'P', 'D', 'F', 0, 1}))
                .hasMessageContaining("isn’t text");
    }

    /// Each quote takes two bytes in Lambda's response, which may have 6 MB.
    @Test
    void a_file_whose_cells_would_not_fit_the_response_is_refused() throws UnreadableFileException {
        String mostlyEmpty = ",".repeat(144) + "last\n";

        assertThat(first(mostlyEmpty.repeat(7_000).getBytes(UTF_8)).rows()).hasSize(7_000);
        assertThatThrownBy(() -> SpreadsheetFile.read(mostlyEmpty.repeat(10_000).getBytes(UTF_8)))
                .hasMessageContaining("too large");
        String japanese = "\u65e5\u672c\u8a9e".repeat(4) + ",";
        assertThatThrownBy(() ->
                        SpreadsheetFile.read(
                                (japanese.repeat(20) + "\n").repeat(9_000).getBytes(UTF_8)))
                .hasMessageContaining("too large");
    }

    private static List<String> cells(String row) throws UnreadableFileException {
        return first(new XlsxFile(row).bytes()).rows().getFirst();
    }

    private static Sheet first(byte[] file) throws UnreadableFileException {
        return SpreadsheetFile.read(file).getFirst();
    }
}
