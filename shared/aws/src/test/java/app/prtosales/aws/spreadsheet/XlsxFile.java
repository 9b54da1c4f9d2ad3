package app.prtosales.aws.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds a workbook as Excel writes it, with any of its parts replaced.
final class XlsxFile {

    private static final String RELATIONSHIPS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    /// @param cells the cells of the only row of the sheet `Roster`, as XML
    XlsxFile(String cells) {
        part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .formatted(RELATIONSHIPS));
        part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"Roster\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Lists\" state=\"hidden\" sheetId=\"2\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(RELATIONSHIPS));
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"%1$s/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"%1$s/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"%1$s/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"
                        .formatted(RELATIONSHIPS));
        part(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]mmm d, yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"00000\"/><numFmt numFmtId=\"166\" formatCode=\"[$$-409]#,##0.00 &quot;days&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>");
        part(
                "xl/sharedStrings.xml",
                "<sst><si><t>Employee ID</t></si><si><r><t>Ada</t></r><r><t xml:space=\"preserve\"> Sample</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si><si><t>two_x000A_lines</t></si></sst>");
        sheet("<row r=\"1\">%s</row>".formatted(cells));
    }

    XlsxFile part(String name, String xml) {
        parts.put(name, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
        return this;
    }

    /// Exactly this text, with no added XML declaration.
    XlsxFile raw(String name, String text) {
        parts.put(name, text);
        return this;
    }

    XlsxFile sheet(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>%s</sheetData></worksheet>".formatted(rows));
    }

    /// @param links the sheet's `hyperlink` elements
    /// @param targets their relationships
    XlsxFile linked(String rows, String links, String targets) {
        part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships>%s</Relationships>".formatted(targets));
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns:r=\"%s\"><sheetData>%s</sheetData><hyperlinks>%s</hyperlinks></worksheet>"
                        .formatted(RELATIONSHIPS, rows, links));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
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
