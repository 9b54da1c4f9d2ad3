package app.prtosales.aws.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// An Excel workbook, `.xlsx` (ECMA-376 part 1, 18): the visible sheets, with what their cells
/// show. Formulas have the value they had when the file was saved.
final class Workbook {

    private static final int MAXIMUM_SHEETS = 50;
    private static final int MAXIMUM_STRINGS = 300_000;

    /// The limit for a sheet, including cells with only a color: 10,000 rows of 60 columns.
    private static final int MAXIMUM_CELLS = 600_000;

    /// An escaped character, `_x000D_` (ECMA-376 part 1, 22.9.2.19).
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ZipParts zip;
    private final NumberFormats formats = new NumberFormats();
    private final List<String> strings = new ArrayList<>();
    private final Rows.Room room = new Rows.Room();

    private Workbook(ZipParts zip) {
        this.zip = zip;
    }

    static List<Sheet> read(byte[] file) throws IOException {
        return new Workbook(new ZipParts(file)).sheets();
    }

    private List<Sheet> sheets() throws IOException {
        String workbook = main();
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        Map<String, Related> related = related(relationshipsOf(workbook), folder);
        for (Related each : related.values()) {
            if (each.type().endsWith("/styles")) {
                readStyles(each.part());
            } else if (each.type().endsWith("/sharedStrings")) {
                readStrings(each.part());
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        XmlPart.read(
                zip,
                workbook,
                element -> {
                    if (element.is("workbookPr")
                            && element.attribute("date1904").matches("1|true")) {
                        formats.countSince1904();
                    } else if (element.is("sheet")
                            && element.attribute("state").matches("|visible")) {
                        names.put(element.attribute("id"), element.attribute("name"));
                        if (names.size() > MAXIMUM_SHEETS) {
                            throw UnreadableFileException.tooLarge();
                        }
                    }
                });
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> each : names.entrySet()) {
            Related sheet = related.get(each.getKey());
            if (sheet != null && sheet.type().endsWith("/worksheet")) {
                sheets.add(sheet(each.getValue(), sheet.part()));
            }
        }
        return sheets;
    }

    private String main() throws IOException {
        return related("_rels/.rels", "").values().stream()
                .filter(each -> each.type().endsWith("/officeDocument"))
                .map(Related::part)
                .findFirst()
                .orElseThrow(UnreadableFileException::broken);
    }

    private record Related(String type, String part) {}

    private Map<String, Related> related(String part, String folder) throws IOException {
        Map<String, Related> related = new LinkedHashMap<>();
        XmlPart.read(
                zip,
                part,
                element -> {
                    if (element.is("Relationship") && related.size() < 1_000) {
                        String target = element.attribute("Target");
                        related.put(
                                element.attribute("Id"),
                                new Related(
                                        element.attribute("Type"),
                                        target.startsWith("/")
                                                ? target.substring(1)
                                                : folder + target));
                    }
                });
        return related;
    }

    private void readStyles(String part) throws IOException {
        boolean[] ofCells = {false};
        XmlPart.read(
                zip,
                part,
                element -> {
                    if (element.is("numFmt")) {
                        formats.code(element.number("numFmtId"), element.attribute("formatCode"));
                    } else if (element.is("cellXfs")) {
                        ofCells[0] = true;
                    } else if (element.is("cellStyles") || element.is("dxfs")) {
                        ofCells[0] = false;
                    } else if (ofCells[0] && element.is("xf")) {
                        formats.style(element.number("numFmtId"));
                    }
                });
    }

    private void readStrings(String part) throws IOException {
        Rows.Room ofStrings = new Rows.Room();
        XmlPart.read(
                zip,
                part,
                element -> {
                    if (element.is("si")) {
                        String text = element.textInside();
                        ofStrings.take(text);
                        strings.add(unescaped(text));
                        if (strings.size() > MAXIMUM_STRINGS) {
                            throw UnreadableFileException.tooLarge();
                        }
                    }
                });
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(found.group(1), 16))))
                : text;
    }

    private Sheet sheet(String name, String part) throws IOException {
        Rows rows = new Rows(room);
        Links links = new Links(rows, room);
        String relationships = relationshipsOf(part);
        if (zip.has(relationships)) {
            XmlPart.read(zip, relationships, links::target);
        }
        Position at = new Position();
        XmlPart.read(
                zip,
                part,
                element -> {
                    if (element.is("row")) {
                        at.beginRow(element);
                    } else if (element.is("c") && at.row >= 0) {
                        at.beginCell(column(element.attribute("r")));
                        readCell(element, at, rows, links);
                    } else if (element.is("hyperlink")) {
                        links.range(element);
                    }
                });
        return new Sheet(name, rows.asList(), rows.hidden(), links.asList());
    }

    private void readCell(XmlPart cell, Position at, Rows rows, Links links)
            throws XMLStreamException, UnreadableFileException {
        String type = cell.attribute("t");
        int style = cell.number("s");
        rows.put(at.row, at.column, text(type, style, cell.textInside()));
        links.formula(at.row, at.column, cell.formula());
        if (at.isHidden) {
            rows.hide(at.row);
        }
    }

    /// The part with a part's relationships: `a/_rels/b.xml.rels` for `a/b.xml`.
    private static String relationshipsOf(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    /// The row and column, counted from 0, of the cell that is being read. A row or cell that does
    /// not say where it is follows the one before.
    private static final class Position {
        private int row = -1;
        private int column = -1;
        private int cells;
        private boolean isHidden;

        void beginRow(XmlPart element) {
            int number = element.number("r"); // from 1; -1 if it has none
            String hidden = element.attribute("hidden");
            isHidden = hidden.equals("1") || hidden.equals("true");
            row = number > 0 ? number - 1 : row + 1;
            column = -1;
        }

        /// @param index the cell's column, counted from 0; -1 if it has none
        void beginCell(int index) throws UnreadableFileException {
            if (++cells > MAXIMUM_CELLS) {
                throw UnreadableFileException.tooLarge();
            }
            column = index >= 0 ? index : column + 1;
        }
    }

    private String text(String type, int style, String value) throws UnreadableFileException {
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> {
                int at = XmlPart.whole(value, -1);
                if (at < 0 || at >= strings.size()) {
                    throw UnreadableFileException.broken();
                }
                yield strings.get(at);
            }
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "str", "inlineStr" -> unescaped(value);
            case "e" -> value;
            case "d" -> value.endsWith("T00:00:00") ? value.substring(0, 10) : value;
            default -> formats.text(value, style);
        };
    }

    /// The index of the row with this number.
    static int row(String number) {
        return XmlPart.whole(number, 1) - 1;
    }

    /// The index of a column: 27 for `AB12`; -1 if the cell does not say where it is.
    static int column(String reference) {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && Character.isUpperCase(reference.charAt(letters))) {
            column = column * 26 + reference.charAt(letters) - 'A' + 1;
            letters++;
            if (letters > 3) {
                return Rows.MAXIMUM_COLUMNS;
            }
        }
        return column - 1;
    }
}
