package app.prtosales.aws.spreadsheet;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import app.prtosales.placement.WebAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Collects where a sheet's cells lead: by a link on the cell (ECMA-376 part 1, 18.3.1.47), whose
/// target is a relationship of the sheet, or by the formula `HYPERLINK`. A cell whose text is an
/// address is left out: the text itself is the link.
final class Links {

    /// Excel's own limit for a sheet.
    private static final int MAXIMUM_LINKS = 65_530;

    /// The limit for the cells of all links together, since their ranges may overlap.
    private static final int MAXIMUM_CELLS = 600_000;

    /// What a link adds to the response beside its target.
    private static final String AROUND = "{\"row\":10099,\"column\":199,\"target\":}";

    private static final Pattern TARGET =
            Pattern.compile("(?:https?://|mailto:)\\S+", CASE_INSENSITIVE);

    private static final Pattern ADDRESS =
            Pattern.compile("https?://\\S+|[^\\s@]+@[^\\s@]+", CASE_INSENSITIVE);

    private static final Pattern FORMULA =
            Pattern.compile("HYPERLINK\\( ?\"([^\"]+)\" ?[,)]", CASE_INSENSITIVE);

    private static final Pattern RANGE =
            Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})(?::([A-Z]{1,3})([1-9]\\d{0,6}))?");

    private final Map<String, String> targets = new HashMap<>();
    private final Rows.Room ofTargets = new Rows.Room();
    private final List<Sheet.Link> links = new ArrayList<>();
    private final Rows rows;
    private final Rows.Room room;
    private int relationships;
    private int ranges;
    private int cells;

    /// @param rows the sheet's cells, which are read before its links
    /// @param room shared by all sheets of the file
    Links(Rows rows, Rows.Room room) {
        this.rows = rows;
        this.room = room;
    }

    void target(XmlPart relationship) throws UnreadableFileException {
        if (++relationships > MAXIMUM_LINKS) {
            throw UnreadableFileException.tooLarge();
        }
        String target = relationship.attribute("Target");
        if (relationship.attribute("Type").endsWith("/hyperlink") && isTarget(target)) {
            ofTargets.take(target);
            targets.put(relationship.attribute("Id"), target);
        }
    }

    private static boolean isTarget(String text) {
        return text.length() <= WebAddress.MAXIMUM_PASTED && TARGET.matcher(text).matches();
    }

    /// The link on one or more cells.
    void range(XmlPart hyperlink) throws UnreadableFileException {
        if (++ranges > MAXIMUM_LINKS) {
            throw UnreadableFileException.tooLarge();
        }
        String target = targets.get(hyperlink.attribute("id"));
        Matcher range = RANGE.matcher(hyperlink.attribute("ref"));
        if (target == null || !range.matches()) {
            return;
        }
        boolean isOne = range.group(3) == null;
        String anchor = hyperlink.attribute("location");
        put(
                new Area(
                        Workbook.row(range.group(2)),
                        Workbook.column(range.group(1)),
                        Workbook.row(range.group(isOne ? 2 : 4)),
                        Workbook.column(range.group(isOne ? 1 : 3))),
                anchor.isEmpty() ? target : target + "#" + anchor);
    }

    private record Area(int top, int left, int bottom, int right) {}

    private void put(Area area, String target) throws UnreadableFileException {
        int bottom = Math.min(area.bottom(), rows.size() - 1);
        for (int row = area.top(); row <= bottom; row++) {
            count();
            int right = Math.min(area.right(), rows.width(row) - 1);
            for (int column = area.left(); column <= right; column++) {
                count();
                put(row, column, target);
            }
        }
    }

    private void count() throws UnreadableFileException {
        if (++cells > MAXIMUM_CELLS) {
            throw UnreadableFileException.tooLarge();
        }
    }

    /// @param formula may be cut off
    void formula(int row, int column, CharSequence formula) throws UnreadableFileException {
        if (formula.isEmpty()) {
            return;
        }
        Matcher link = FORMULA.matcher(formula);
        if (link.lookingAt()) {
            put(row, column, link.group(1));
        }
    }

    private void put(int row, int column, String target) throws UnreadableFileException {
        String text = rows.text(row, column);
        if (text.isEmpty() || ADDRESS.matcher(text).matches() || !isTarget(target)) {
            return;
        }
        room.take(AROUND);
        room.take(target);
        links.add(new Sheet.Link(row, column, target));
    }

    List<Sheet.Link> asList() {
        return links;
    }
}
