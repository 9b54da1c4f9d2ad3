package app.prtosales.directory;

import app.prtosales.text.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The differences between the current list and a new one, and what to look at before it is
/// applied.
///
/// @param unknown names that are not in the list they refer to
/// @param stillNamed rows of other lists that refer to removed rows
/// @param samePeople reps with a new id who are treated as the same person, or such accounts: the
///   earlier ids are among those removed unless they had left, the new ones among those added
/// @param back added keys of reps who were on the list before, under the same id
/// @param otherIds rows whose ids are, or may be, somebody else’s
/// @param warnings what the list may contain but probably should not
public record Difference(
        RowChanges rows,
        List<UnknownName> unknown,
        List<StillNamed> stillNamed,
        List<SamePerson> samePeople,
        List<String> back,
        List<OtherId> otherIds,
        List<FieldError> warnings) {

    /// Removing more than this share of the rows is usually a mistake.
    private static final double DROPPED_SHARE = 0.20;

    /// With more rows than this, the history entry has only their number.
    private static final int NAMED_IN_HISTORY = 5;

    /// The number of rows that are really removed, and not just under a new id.
    public int dropped() {
        List<String> removed = rows.removed();
        return removed.size()
                - (int) samePeople.stream().filter(same -> removed.contains(same.before())).count();
    }

    boolean dropsTooMany() {
        return dropped() > rows.before() * DROPPED_SHARE;
    }

    /// The sentence in the list's history.
    String sentence(ListName list) {
        return "%d added, %d changed, %d removed, %d as before"
                        .formatted(
                                rows.added().size(),
                                rows.changed().size(),
                                rows.removed().size(),
                                rows.unchanged())
                + same(list)
                + few();
    }

    private String same(ListName list) {
        int number = samePeople.size();
        if (number == 0) {
            return "";
        }
        return number == 1
                ? "; 1 is the same %s under another id"
                        .formatted(list == ListName.REPS ? "person" : "account")
                : "; %d are the same %s under other ids"
                        .formatted(number, list == ListName.REPS ? "people" : "accounts");
    }

    /// Names the rows, and the columns of changed rows, if there are only a few; never shows the
    /// values (R5.10).
    private String few() {
        List<String> parts = new ArrayList<>();
        rows.added().forEach(row -> parts.add(row + " added"));
        Map<String, List<String>> columns = new TreeMap<>();
        rows.cells()
                .forEach(cell ->
                        columns.computeIfAbsent(cell.row(), row -> new ArrayList<>())
                                .add(cell.column()));
        columns.forEach((row, names) -> parts.add(row + " " + String.join(", ", names)));
        rows.removed().forEach(row -> parts.add(row + " removed"));
        return parts.isEmpty() || parts.size() > NAMED_IN_HISTORY || !samePeople.isEmpty()
                ? ""
                : ": " + String.join("; ", parts);
    }
}
