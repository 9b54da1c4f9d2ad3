package app.prtosales.change;

import app.prtosales.history.Person;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Renewal;
import app.prtosales.text.FieldError;
import app.prtosales.text.ImpossibleDate;
import app.prtosales.text.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes the end of a shelf life, because the story is still true, or no longer is (R5.3).
final class RenewShelfLife {

    private static final Duration LONGEST_SHELF_LIFE = Duration.ofDays(5 * 365);

    /// The last year that is written with four digits.
    private static final int LAST_YEAR = 9_999;

    private static final String A_DAY = "the last day it may be used, such as 2027-06-30";

    private final ApplyChange changes;

    RenewShelfLife(ApplyChange changes) {
        this.changes = changes;
    }

    /// @param until the last day on which it may be used, in the time zone of its publication
    ChangeOutcome renew(
            PlacementId id, @Nullable String until, @Nullable String reason, Person by) {
        Problems problems = new Problems();
        String why = Reason.read(reason, problems);
        @Nullable LocalDate last = day(until, problems);
        return last == null
                ? ChangeOutcome.invalid(problems)
                : changes.apply(
                        id,
                        by,
                        (placement, now) -> {
                            problems.addMissing(outOfRange(placement, now, last));
                            return problems.any()
                                    ? Decision.invalid(problems)
                                    : renewed(placement, now, last, why, by);
                        });
    }

    private static @Nullable LocalDate day(@Nullable String written, Problems problems) {
        String text = written == null ? "" : written.strip();
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() <= LAST_YEAR) {
                return day;
            }
            problems.add("until", "Enter " + A_DAY);
        } catch (DateTimeParseException noDay) {
            problems.add("until", ImpossibleDate.howToFix(text).orElse("Enter " + A_DAY));
        }
        return null;
    }

    private static Decision renewed(
            Placement placement, Instant now, LocalDate last, String why, Person by) {
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        Instant end = end(placement, last);
        if (end.equals(placement.expiresAt())) {
            return Decision.unchanged(placement);
        }
        int number = placement.changes().renewals().size() + 1;
        if (number > Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        return Decision.write(
                placement.renewed(
                        new Renewal(number, placement.expiresAt(), end, now, by.id(), why)),
                "may be used until %s".formatted(last),
                why);
    }

    /// An error if the day is past or too far ahead; a day that changes nothing is accepted.
    private static List<FieldError> outOfRange(Placement placement, Instant now, LocalDate last) {
        Instant end = end(placement, last);
        if (placement.status().isOver()
                || end.equals(placement.expiresAt())
                || end.isAfter(now) && !end.isAfter(now.plus(LONGEST_SHELF_LIFE))) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, placement.publication().zone());
        return List.of(
                new FieldError(
                        "until",
                        "Choose a day from %s to %s"
                                .formatted(
                                        today, today.plusDays(LONGEST_SHELF_LIFE.toDays() - 1))));
    }

    private static Instant end(Placement placement, LocalDate last) {
        return last.plusDays(1).atStartOfDay(placement.publication().zone()).toInstant();
    }
}
