package app.prtosales.directory;

import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.SameName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds conditions of rules that no placement could meet: a word for “any”, where an empty
/// condition is meant, and several values in one condition.
final class RuleConditions {

    private static final List<String> COLUMNS = List.of("topic", "segment", "persona");

    private static final Pattern ANY =
            Pattern.compile("\\*|(any|all|every)(thing|one| (topic|segment|persona)s?)?");

    private final Set<String> segments;

    /// @param segments the ids of the segments, which may be any word
    RuleConditions(Set<String> segments) {
        this.segments = segments;
    }

    void check(List<Row> rules, Problems problems) {
        for (int i = 0; i < rules.size(); i++) {
            for (String column : COLUMNS) {
                check(i, column, rules.get(i), problems);
            }
        }
    }

    private void check(int i, String column, Row rule, Problems problems) {
        String text = rule.text(column);
        String field = "items[%d].%s".formatted(i, column);
        if (column.equals("segment") && segments.contains(text)) {
            return;
        }
        if (ANY.matcher(SameName.key(text)).matches()) {
            problems.add(
                    field,
                    "Leave this blank instead of “%s”: then the rule fits every %s"
                            .formatted(text, column));
        } else if (rule.list(column).size() > 1) {
            problems.add(
                    field,
                    "Enter only one %s, and add a rule for each of the others: “%s” has %d"
                            .formatted(
                                    column,
                                    PlainText.shortened(text, RowChecks.QUOTED),
                                    rule.list(column).size()));
        }
    }
}
