package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An Excel workbook with one sheet of texts, made of the same parts as a file saved by Excel.
final class WorkbookFile {

    private static final String RELATIONSHIPS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private WorkbookFile() {}

    static byte[] of(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            sheet.append("<row r=\"%d\">".formatted(row + 1));
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.append(
                        "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                .formatted('A' + column, row + 1, rows.get(row).get(column)));
            }
            sheet.append("</row>");
        }
        return zip(
                Map.of(
                        "_rels/.rels",
                        relationship("officeDocument", "xl/workbook.xml"),
                        "xl/_rels/workbook.xml.rels",
                        relationship("worksheet", "worksheets/sheet1.xml"),
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"%s\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                                .formatted(RELATIONSHIPS),
                        "xl/worksheets/sheet1.xml",
                        sheet.append("</sheetData></worksheet>").toString()));
    }

    private static String relationship(String type, String target) {
        return "<Relationships><Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
                .formatted(RELATIONSHIPS, type, target);
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
