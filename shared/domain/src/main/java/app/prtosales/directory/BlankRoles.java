package app.prtosales.directory;

import app.prtosales.text.FieldError;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says which roles an agreement leaves blank, and who gets their emails instead (R1.12).
public final class BlankRoles {

    private BlankRoles() {}

    /// Empty for other lists, and for an agreement that names everyone.
    public static List<FieldError> in(ListName list, List<Row> rows) {
        return list == ListName.AGREEMENT
                ? rows.stream().flatMap(row -> in(people(row)).stream()).toList()
                : List.of();
    }

    /// Only the people, so that a stored agreement whose other cells cannot be read has warnings
    /// too.
    private static Agreement people(Row row) {
        return new Agreement(
                "",
                LocalDate.EPOCH,
                ZoneOffset.UTC,
                steps(row),
                Rows.optional(row, "prOwner"),
                Rows.optional(row, "ops"),
                Rows.optional(row, "salesLeader"),
                row.list("leadership"),
                List.of(),
                DayOfWeek.MONDAY,
                0,
                null,
                null);
    }

    private static List<Duration> steps(Row row) {
        try {
            return row.text("warnings").isEmpty()
                    ? Agreement.DEFAULT_WARNINGS
                    : row.list("warnings").stream().map(Rows::warning).toList();
        } catch (DateTimeException | NumberFormatException notADuration) {
            return List.of();
        }
    }

    private static List<FieldError> in(Agreement agreement) {
        List<FieldError> blank = new ArrayList<>();
        add(
                blank,
                "ops",
                agreement.ops(),
                agreement.actingOps(),
                "Nobody is named for sales ops, so %s hears about emails that fail and whatever else sales ops has to fix");
        add(
                blank,
                "prOwner",
                agreement.prOwner(),
                agreement.actingPrOwner(),
                "Nobody is named for PR, so %s gets the replies to emails, and the questions for PR");
        new WarningSteps(agreement)
                .forSalesLeader()
                .ifPresent(instead ->
                        add(
                                blank,
                                "salesLeader",
                                agreement.salesLeader(),
                                Optional.of(instead),
                                "No sales leader is named, so %s gets the last warning before a deadline"));
        return List.copyOf(blank);
    }

    private static void add(
            List<FieldError> blank,
            String role,
            @Nullable String named,
            Optional<String> instead,
            String sentence) {
        if (named == null) {
            blank.add(
                    new FieldError(
                            "items[0]." + role, sentence.formatted(instead.orElse("nobody"))));
        }
    }
}
