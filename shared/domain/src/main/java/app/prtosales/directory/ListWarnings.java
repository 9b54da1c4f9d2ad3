package app.prtosales.directory;

import app.prtosales.text.FieldError;
import java.util.List;

/// Finds what a list may contain but probably should not: roles that the agreement leaves blank,
/// reps who are listed twice, and rules that fit no story.
final class ListWarnings {

    private ListWarnings() {}

    /// @param directory where the segments are looked up
    static List<FieldError> of(ListName list, List<Row> rows, Directory directory) {
        return switch (list) {
            case AGREEMENT -> BlankRoles.in(list, rows);
            case REPS -> SamePersonTwice.in(rows);
            case RULES -> new RuleConditions(directory.segmentIds()).warnings(rows);
            case SEGMENTS, SEQUENCES, ACCOUNTS -> List.of();
        };
    }
}
