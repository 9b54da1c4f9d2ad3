package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An Excel workbook with one sheet of texts, made of those parts of a file saved by Excel that the
/// product reads.
final class WorkbookFile {

    private static final String RELATIONSHIPS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private WorkbookFile() {}

    static byte[] of(List<List<String>> rows) {
        return of(rows, 0, Map.of());
    }

    /// @param hidden the number of a row that is hidden; 0 for none
    /// @param targets where the links of cells lead, by the reference of the cell, such as `A2`
    static byte[] of(List<List<String>> rows, int hidden, Map<String, String> targets) {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns:r=\"r\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            sheet.append(
                    "<row r=\"%d\" hidden=\"%d\">".formatted(row + 1, row + 1 == hidden ? 1 : 0));
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.append(
                        "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                .formatted('A' + column, row + 1, rows.get(row).get(column)));
            }
            sheet.append("</row>");
        }
        StringBuilder links = new StringBuilder();
        StringBuilder related = new StringBuilder();
        targets.forEach((cell, target) -> {
            links.append("<hyperlink ref=\"%1$s\" r:id=\"%1$s\"/>".formatted(cell));
            related.append(relationship(cell, "hyperlink", target));
        });
        return zip(
                Map.of(
                        "_rels/.rels",
                        relationships("officeDocument", "xl/workbook.xml"),
                        "xl/_rels/workbook.xml.rels",
                        relationships("worksheet", "worksheets/sheet1.xml"),
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"%s\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                                .formatted(RELATIONSHIPS),
                        "xl/worksheets/sheet1.xml",
                        sheet.append("</sheetData><hyperlinks>")
                                .append(links)
                                .append("</hyperlinks></worksheet>")
                                .toString(),
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships>%s</Relationships>".formatted(related)));
    }

    private static String relationships(String type, String target) {
        return "<Relationships>%s</Relationships>".formatted(relationship("rId1", type, target));
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, RELATIONSHIPS, type, target);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
