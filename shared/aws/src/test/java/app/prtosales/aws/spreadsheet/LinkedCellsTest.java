package app.prtosales.aws.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Cells that show a short text and lead somewhere, and rows that a filter hides.
class LinkedCellsTest {

    private static final String STORY = "https://outlet.example/story-1";

    @Test
    void a_cell_that_shows_a_short_text_has_its_links_target() throws UnreadableFileException {
        Sheet sheet =
                read(
                        text("A1", "outlet.example"),
                        "<hyperlink ref=\"A1\" r:id=\"rId1\"/>",
                        link("rId1", STORY));

        assertThat(sheet.rows()).containsExactly(List.of("outlet.example"));
        assertThat(sheet.links()).containsExactly(new Sheet.Link(0, 0, STORY));
    }

    @Test
    void the_formula_of_a_link_has_its_target() throws UnreadableFileException {
        Sheet sheet =
                read(
                        """
                        <c r="A1" t="str"><f>HYPERLINK("%s?a=1&amp;b=2","outlet.example")</f><v>outlet.example</v></c>\
                        <c r="B1" t="str"><f>HYPERLINK("%s"&amp;C1,"Link")</f><v>Link</v></c>\
                        <c r="C1" t="str"><f>UPPER("a")</f><v>A</v></c><c r="D1" t="str"><v>plain</v></c>\
                        """
                                .formatted(STORY, STORY),
                        "",
                        "");

        assertThat(sheet.links()).containsExactly(new Sheet.Link(0, 0, STORY + "?a=1&b=2"));
    }

    @Test
    void a_link_on_several_cells_is_each_ones_and_keeps_its_anchor()
            throws UnreadableFileException {
        Sheet sheet =
                read(
                        text("A1", "one") + text("C1", "three"),
                        "<hyperlink ref=\"A1:C9\" r:id=\"rId1\" location=\"part-2\"/>",
                        link("rId1", STORY));

        assertThat(sheet.links())
                .containsExactly(
                        new Sheet.Link(0, 0, STORY + "#part-2"),
                        new Sheet.Link(0, 2, STORY + "#part-2"));
    }

    @Test
    void a_mailbox_behind_a_name_is_a_target_too() throws UnreadableFileException {
        Sheet sheet =
                read(
                        text("A1", "Ann Lee"),
                        "<hyperlink ref=\"A1\" r:id=\"rId1\"/>",
                        link("rId1", "mailto:ann@a.example"));

        assertThat(sheet.links()).containsExactly(new Sheet.Link(0, 0, "mailto:ann@a.example"));
    }

    @Test
    void a_cell_that_shows_an_address_counts_as_it_is() throws UnreadableFileException {
        Sheet sheet =
                read(
                        text("A1", "https://outlet.example/shown") + text("B1", "ann@a.example"),
                        "<hyperlink ref=\"A1\" r:id=\"rId1\"/><hyperlink ref=\"B1\" r:id=\"rId2\"/>",
                        link("rId1", STORY) + link("rId2", "mailto:other@a.example"));

        assertThat(sheet.links()).isEmpty();
    }

    @Test
    void a_link_to_a_file_or_a_place_in_the_workbook_is_ignored() throws UnreadableFileException {
        Sheet sheet =
                read(
                        text("A1", "a file") + text("B1", "a sheet") + text("C1", "a script"),
                        """
                        <hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1" location="Lists!A1"/>\
                        <hyperlink ref="C1" r:id="rId2"/><hyperlink ref="?" r:id="rId3"/><hyperlink ref="D4" r:id="rId3"/>\
                        """,
                        link("rId1", "file:///C:/clip.pdf")
                                + link("rId2", "javascript:alert(1)")
                                + link("rId3", STORY));

        assertThat(sheet.links()).isEmpty();
    }

    @Test
    void a_link_longer_than_any_storys_is_ignored() throws UnreadableFileException {
        Sheet sheet =
                read(
                        text("A1", "here"),
                        "<hyperlink ref=\"A1\" r:id=\"rId1\"/>",
                        link("rId1", STORY + "x".repeat(16_384)));

        assertThat(sheet.links()).isEmpty();
    }

    @Test
    void hidden_rows_are_read_and_named_unless_they_are_empty() throws UnreadableFileException {
        byte[] file =
                new XlsxFile("")
                        .sheet(
                                """
                                <row r="1">%s</row><row r="2" hidden="1">%s</row><row r="3" hidden="1"/>\
                                <row r="4" hidden="0">%s</row><row r="5" hidden="true">%s</row>\
                                <row r="1048576" hidden="1"/>\
                                """
                                        .formatted(
                                                text("A1", "Name"),
                                                text("A2", "Ada"),
                                                text("A4", "Bo"),
                                                text("A5", "Cy")))
                        .bytes();

        Sheet sheet = SpreadsheetFile.read(file).getFirst();

        assertThat(sheet.rows())
                .containsExactly(
                        List.of("Name"), List.of("Ada"), List.of(), List.of("Bo"), List.of("Cy"));
        assertThat(sheet.hidden()).containsExactly(1, 4);
    }

    private static String text(String at, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text);
    }

    private static String link(String id, String target) {
        return "<Relationship Id=\"%s\" Type=\"a/hyperlink\" Target=\"%s\" TargetMode=\"External\"/>"
                .formatted(id, target);
    }

    private static Sheet read(String cells, String links, String targets)
            throws UnreadableFileException {
        return SpreadsheetFile.read(
                        new XlsxFile("")
                                .linked("<row r=\"1\">%s</row>".formatted(cells), links, targets)
                                .bytes())
                .getFirst();
    }
}
