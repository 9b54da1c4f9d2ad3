package app.prtosales.directory;

import app.prtosales.placement.Format;
import app.prtosales.text.Words;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The one spelling of the cells that have a fixed set of values, whoever typed them and however. A
/// value that is not in the set stays, for [RowChecks] to report.
final class Spelling {

    private static final String WARNINGS = "warnings";

    private static final Pattern HOURS =
            Pattern.compile("(\\d{1,2})\\s*h?", Pattern.CASE_INSENSITIVE);

    private record Choice(String column, Function<String, Optional<? extends Enum<?>>> values) {

        static <E extends Enum<E>> Choice of(String column, Class<E> values) {
            return new Choice(column, word -> Words.read(values, word));
        }
    }

    private static final Map<ListName, Choice> CHOICES =
            Map.of(
                    ListName.REPS, Choice.of("employment", Rep.Employment.class),
                    ListName.SEQUENCES, Choice.of("status", Sequence.Status.class),
                    ListName.RULES, Choice.of("format", Format.class),
                    ListName.AGREEMENT, Choice.of("auditDay", DayOfWeek.class));

    private Spelling() {}

    static List<Row> of(ListName list, List<Row> rows) {
        return rows.stream().map(row -> of(list, row)).toList();
    }

    private static Row of(ListName list, Row row) {
        Choice choice = CHOICES.get(list);
        String text = choice == null ? "" : row.text(choice.column());
        Row spelled = choice == null || text.isEmpty() ? row : with(row, choice, text);
        return row.text(WARNINGS).isEmpty() ? spelled : spelled.with(WARNINGS, steps(spelled));
    }

    private static Row with(Row row, Choice choice, String text) {
        return choice.values()
                .apply(text)
                .map(value -> row.with(choice.column(), Words.of(value)))
                .orElse(row);
    }

    /// `12`, `12h` and `PT12H` are one step.
    private static String steps(Row agreement) {
        return agreement.list(WARNINGS).stream()
                .map(Spelling::step)
                .collect(Collectors.joining(";"));
    }

    private static String step(String written) {
        Matcher hours = HOURS.matcher(written);
        return hours.matches()
                ? "PT%sH".formatted(hours.group(1))
                : written.toUpperCase(Locale.ROOT);
    }
}
