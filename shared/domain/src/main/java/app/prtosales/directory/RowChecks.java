package app.prtosales.directory;

import app.prtosales.id.SequenceId;
import app.prtosales.placement.Format;
import app.prtosales.text.FieldName;
import app.prtosales.text.IanaZone;
import app.prtosales.text.ImpossibleDate;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.SameName;
import app.prtosales.text.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks a list before it is stored: reports every bad row, with the column and how to fix it.
final class RowChecks {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// Maximum length in characters of a cell, or of each element if the cell holds a list.
    private static final int MAXIMUM_CELL = 500;

    private static final int MAXIMUM_ELEMENTS = 50;

    /// Maximum length in characters of all elements of a list together, so that a row fits into an
    /// item of DynamoDB.
    private static final int MAXIMUM_LIST = 5_000;

    /// How many characters of a text an error quotes, so that its element can be found.
    static final int QUOTED = 40;

    private final ListName list;
    private final Problems problems;
    private final Directory directory;
    private final AddressCheck addresses;

    RowChecks(ListName list, Problems problems, Directory directory, RecipientDomains domains) {
        this.list = list;
        this.problems = problems;
        this.directory = directory;
        this.addresses = new AddressCheck(domains);
    }

    void check(List<Row> rows) {
        if (list == ListName.AGREEMENT && rows.size() != 1) {
            problems.add(
                    "items",
                    "Keep exactly one row, because there is only one agreement. There are %d"
                            .formatted(rows.size()));
        }
        Map<String, Integer> keys = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            check(i, rows.get(i));
            isOnlyOne(i, rows.get(i).text(list.key()), keys);
        }
        checkReferences(rows);
    }

    /// @param keys the first row of each key so far
    private void isOnlyOne(int i, String key, Map<String, Integer> keys) {
        @Nullable Integer first = key.isEmpty() ? null : keys.putIfAbsent(key, i);
        if (first != null) {
            String name = list.key().equals("id") ? "ID" : list.key();
            problem(
                    i,
                    list.key(),
                    "“%s” is also the %s in items[%d]. Use each %s only once"
                            .formatted(shortened(key), name, first, name));
        }
    }

    private void check(int i, Row row) {
        for (Column column : list.columns()) {
            String text = row.text(column.name());
            if (column.required() && text.isBlank()) {
                problem(i, column.name(), "Enter " + FieldName.of(column.name()));
            }
            if (column.kind() == Column.Kind.LIST) {
                list(i, row, column.name());
            } else {
                PlainText.oneLine(at(i, column.name()), text, MAXIMUM_CELL, problems);
            }
            if (column.kind() == Column.Kind.FLAG
                    && !text.isEmpty()
                    && !text.equals("true")
                    && !text.equals("false")) {
                problem(i, column.name(), "Replace “%s” with yes or no".formatted(shortened(text)));
            }
        }
        if (!list.key().equals("version")) {
            id(i, row, "id");
        }
        switch (list) {
            case REPS -> rep(i, row);
            case SEQUENCES -> sequence(i, row);
            case RULES -> choice(i, row, "format", Format.class);
            case AGREEMENT -> agreement(i, row);
            case SEGMENTS, ACCOUNTS -> {}
        }
    }

    private void list(int i, Row row, String column) {
        PlainText.oneLine(at(i, column), row.text(column), MAXIMUM_LIST, problems);
        List<String> elements = row.list(column);
        if (elements.size() > MAXIMUM_ELEMENTS) {
            problem(
                    i,
                    column,
                    "Enter at most %d; you have %d".formatted(MAXIMUM_ELEMENTS, elements.size()));
            return;
        }
        for (String element : elements) {
            int length = PlainText.length(element);
            if (length > MAXIMUM_CELL) {
                problem(
                        i,
                        column,
                        "Shorten “%s” to %d characters; it has %d"
                                .formatted(shortened(element), MAXIMUM_CELL, length));
            }
        }
    }

    private void rep(int i, Row row) {
        boolean distributor =
                Words.read(Rep.Employment.class, row.text("employment"))
                        .equals(Optional.of(Rep.Employment.DISTRIBUTOR));
        email(i, "email", row.text("email"), distributor);
        email(i, "secondEmail", row.text("secondEmail"), distributor);
        zone(i, row);
        choice(i, row, "employment", Rep.Employment.class);
    }

    private void sequence(int i, Row row) {
        email(i, "ownerEmail", row.text("ownerEmail"));
        choice(i, row, "status", Sequence.Status.class);
        stages(i, row);
    }

    private void stages(int i, Row row) {
        Set<String> seen = new HashSet<>();
        for (String stage : row.list("stages")) {
            if (stage.startsWith(Sequence.NO_STAGE)) {
                problem(
                        i,
                        "stages",
                        "Begin “%s” with a character other than %s"
                                .formatted(shortened(stage), Sequence.NO_STAGE));
            }
            if (!seen.add(stage.toLowerCase(Locale.ROOT))) {
                problem(
                        i,
                        "stages",
                        "Use each stage only once; “%s” appears twice".formatted(shortened(stage)));
            }
        }
    }

    private void agreement(int i, Row row) {
        zone(i, row);
        for (String column : List.of("prOwner", "ops", "salesLeader")) {
            email(i, column, row.text(column));
        }
        emails(i, row, "leadership", at -> "leadership");
        emails(i, row, "ruleOwners", RowChecks::ruleOwner);
        withoutGap(i, row);
        date(i, row.text("date"));
        if (PlainText.length(row.text("company")) > Agreement.MAXIMUM_COMPANY) {
            problem(
                    i,
                    "company",
                    "Shorten the company to %d characters".formatted(Agreement.MAXIMUM_COMPANY));
        }
        Set<Duration> steps = new HashSet<>();
        for (String step : row.list("warnings")) {
            warning(i, step, steps);
        }
        String day = row.text("auditDay").toUpperCase(Locale.ROOT);
        if (!day.isEmpty()
                && List.of(DayOfWeek.values()).stream().noneMatch(d -> d.name().equals(day))) {
            problem(i, "auditDay", "Enter a day of the week, such as Monday");
        }
        if (!row.text("auditHour").matches("|[0-9]|1[0-9]|2[0-3]")) {
            problem(i, "auditHour", "Enter a whole hour from 0 to 23");
        }
    }

    private void date(int i, String date) {
        try {
            if (!date.isEmpty()) {
                LocalDate.parse(date);
            }
        } catch (DateTimeException notADate) {
            problem(
                    i,
                    "date",
                    ImpossibleDate.howToFix(date).orElse("Enter a date such as 2026-11-24"));
        }
    }

    /// @param steps the steps so far: one that appears twice counts once, so the last person to be
    ///   warned would not be
    private void warning(int i, String step, Set<Duration> steps) {
        try {
            Duration before = Rows.warning(step);
            if (!before.isPositive() || before.compareTo(Duration.ofHours(24)) > 0) {
                problem(
                        i,
                        "warnings",
                        "Enter hours above 0 and up to 24, such as 12h: a warning goes out before the deadline");
            } else if (!steps.add(before)) {
                problem(
                        i,
                        "warnings",
                        "Use each warning only once; “%s” appears twice"
                                .formatted(shortened(step)));
            }
        } catch (DateTimeException | NumberFormatException notADuration) {
            problem(i, "warnings", "Enter hours before the deadline, such as 12h");
        }
    }

    private void id(int i, Row row, String column) {
        String id = row.text(column);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            problem(
                    i,
                    column,
                    "Replace “%s”. An ID has 1 to 64 letters, digits, dots, hyphens, or underscores, and no spaces"
                            .formatted(shortened(id)));
        }
    }

    private void email(int i, String column, String address) {
        email(i, column, address, false);
    }

    private void email(int i, String column, String address, boolean distributor) {
        addresses.wrongWith(address, distributor).ifPresent(message -> problem(i, column, message));
    }

    /// Each problem names the address, because several share a cell.
    private void emails(int i, Row row, String column, IntFunction<String> fieldAt) {
        List<String> addresses = elements(row, column);
        for (int at = 0; at < addresses.size(); at++) {
            String address = addresses.get(at);
            String field = fieldAt.apply(at);
            this.addresses
                    .wrongWith(address, false)
                    .ifPresent(message ->
                            problem(
                                    i,
                                    field,
                                    "Replace “%s”. %s"
                                            .formatted(
                                                    PlainText.shortened(
                                                            address, AddressCheck.LONGEST),
                                                    message)));
        }
    }

    /// Their order says what each address is for, so none may be left out before another.
    private void withoutGap(int i, Row row) {
        List<String> addresses = elements(row, "ruleOwners");
        for (int at = 0; at < addresses.size(); at++) {
            boolean isLast =
                    addresses.subList(at, addresses.size()).stream().allMatch(String::isEmpty);
            if (addresses.get(at).isEmpty() && !isLast) {
                problem(
                        i,
                        ruleOwner(at),
                        "Enter an address here, because a later one is filled in");
            }
        }
    }

    private static String ruleOwner(int at) {
        return "ruleOwners[%d]".formatted(at);
    }

    /// The elements of a cell by their position, including empty ones.
    private static List<String> elements(Row row, String column) {
        return Arrays.stream(row.text(column).split(";", -1)).map(String::strip).toList();
    }

    private void zone(int i, Row row) {
        String zone = row.text("zone");
        if (!zone.isEmpty() && IanaZone.read(zone).isEmpty()) {
            problem(
                    i,
                    "zone",
                    "Replace “%s” with a time zone such as America/New_York"
                            .formatted(shortened(zone)));
        }
    }

    private <E extends Enum<E>> void choice(int i, Row row, String column, Class<E> choices) {
        String word = row.text(column);
        if (!word.isEmpty() && Words.read(choices, word).isEmpty()) {
            problem(
                    i,
                    column,
                    "Replace “%s” with one of these: %s%s"
                            .formatted(
                                    shortened(word),
                                    Words.all(choices),
                                    list == ListName.RULES
                                            ? ". Or leave it blank: then the rule fits every "
                                                    + column
                                            : ""));
        }
    }

    /// Checks that rules refer to existing sequences and stages; otherwise a rule would suggest
    /// nothing.
    private void checkReferences(List<Row> rows) {
        if (list != ListName.RULES) {
            return;
        }
        Map<SequenceId, Sequence> sequences = directory.sequences();
        String names =
                PlainText.listed(sequences.values().stream().map(Sequence::name).sorted().toList());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            @Nullable Sequence sequence =
                    SequenceId.read(row.text("sequence")).map(sequences::get).orElse(null);
            if (row.text("sequence").isBlank()) {
                continue;
            }
            if (sequence == null) {
                problem(i, "sequence", unknown(row.text("sequence"), sequences, names));
            } else if (!row.text("stage").isBlank()
                    && sequence.stage(row.text("stage")).isEmpty()) {
                problem(
                        i,
                        "stage",
                        "Replace “%s” with a stage of %s: %s"
                                .formatted(
                                        shortened(row.text("stage")),
                                        sequence.name(),
                                        PlainText.listed(sequence.stages())));
            }
        }
    }

    /// A file for the API has the sequence's id; whoever wrote its name is told the id.
    private static String unknown(
            String written, Map<SequenceId, Sequence> sequences, String names) {
        String key = SameName.key(written);
        List<String> ids =
                sequences.values().stream()
                        .filter(each -> SameName.key(each.name()).equals(key))
                        .map(each -> each.id().value())
                        .sorted()
                        .toList();
        return ids.isEmpty()
                ? "“%s” isn’t on your list of sequences. Your list has %s"
                        .formatted(shortened(written), names.isEmpty() ? "none yet" : names)
                : "“%s” is a sequence’s name. Enter its ID: %s"
                        .formatted(shortened(written), String.join(" or ", ids));
    }

    private static String shortened(String text) {
        return PlainText.shortened(text, QUOTED);
    }

    private void problem(int i, String column, String message) {
        problems.add(at(i, column), message);
    }

    private static String at(int i, String column) {
        return "items[%d].%s".formatted(i, column);
    }
}
