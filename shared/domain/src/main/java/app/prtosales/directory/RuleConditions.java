package app.prtosales.directory;

import app.prtosales.text.FieldError;
import app.prtosales.text.PlainText;
import app.prtosales.text.SameName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds conditions of rules that no placement meets: a word for “any”, where an empty condition is
/// meant, and several segments or buyers’ roles in one condition.
final class RuleConditions {

    private static final List<String> COLUMNS = List.of("topic", "segment", "persona");

    private static final Pattern ANY =
            Pattern.compile("\\*|(any|all|every)(thing|one| (topic|segment|persona)s?)?");

    private final Set<String> segments;

    /// @param segments the ids of the segments, which may be any word
    RuleConditions(Set<String> segments) {
        this.segments = segments;
    }

    List<FieldError> warnings(List<Row> rules) {
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i ->
                        COLUMNS.stream()
                                .flatMap(column -> warning(i, column, rules.get(i)).stream()))
                .toList();
    }

    private Optional<FieldError> warning(int i, String column, Row rule) {
        String text = rule.text(column);
        String field = "items[%d].%s".formatted(i, column);
        if (column.equals("segment") && segments.contains(text)) {
            return Optional.empty();
        }
        if (ANY.matcher(SameName.key(text)).matches()) {
            return Optional.of(
                    new FieldError(
                            field,
                            "This rule fits only the %s “%s”. Leave it blank, and the rule fits every %s"
                                    .formatted(column, text, column)));
        }
        return !column.equals("topic") && rule.list(column).size() > 1
                ? Optional.of(
                        new FieldError(
                                field,
                                "This rule fits no story, because “%s” is more than one %s. Add a rule for each"
                                        .formatted(
                                                PlainText.shortened(text, RowChecks.QUOTED),
                                                column)))
                : Optional.empty();
    }
}
