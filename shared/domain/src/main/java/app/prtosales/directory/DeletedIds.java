package app.prtosales.directory;

import app.prtosales.text.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A deleted person's ids cannot be used again, for anyone: otherwise the ledger entries for those
/// ids would have a name again (R5.10).
final class DeletedIds {

    /// The length of a date in an instant's text: `2026-06-24`.
    private static final int DATE = 10;

    private DeletedIds() {}

    /// An error for each row that has such an id.
    ///
    /// @param before the stored reps, including the remainders of people who are off the list
    /// @param rows the new reps
    static List<FieldError> usedAgain(List<Row> before, List<Row> rows) {
        Map<String, String> deleted = deletedIds(before);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < rows.size() && !deleted.isEmpty(); i++) {
            String since = deleted.get(rows.get(i).text("id"));
            if (since != null) {
                errors.add(
                        new FieldError(
                                "items[%d].id".formatted(i),
                                "This person was deleted on %s. Remove the row, or use a new ID"
                                        .formatted(since.substring(0, DATE))));
            }
        }
        return errors;
    }

    /// When the person who has or had an id was deleted, by id.
    private static Map<String, String> deletedIds(List<Row> rows) {
        Map<String, String> deleted = new TreeMap<>();
        rows.stream()
                .filter(Rows::isDeleted)
                .forEach(row -> {
                    String since = row.text(HiddenColumn.DELETED);
                    deleted.put(row.text("id"), since);
                    row.list(HiddenColumn.EARLIER_IDS)
                            .forEach(id -> deleted.putIfAbsent(id, since));
                });
        return deleted;
    }
}
