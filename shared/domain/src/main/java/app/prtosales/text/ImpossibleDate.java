package app.prtosales.text;

import java.util.Optional;
import java.util.regex.Pattern;

/// A date, or a date and time, in the right form that is on no calendar, such as 2026-02-30. The
/// error says so, because an example of the form would not help.
public final class ImpossibleDate {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_AND_TIME =
            Pattern.compile(
                    DATE.pattern()
                            + "T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-8]):[0-5][0-9])?");

    private ImpossibleDate() {}

    /// How to fix a text that could not be read as a date; empty if it does not have the form of
    /// one.
    public static Optional<String> howToFix(String unreadable) {
        return DATE.matcher(unreadable).matches()
                ? Optional.of(
                        "%s isn’t on the calendar. Check the month and the day"
                                .formatted(unreadable))
                : Optional.empty();
    }

    /// How to fix a text that could not be read as a date, with or without a time; empty if it does
    /// not have the form of one.
    public static Optional<String> howToFixTime(String unreadable) {
        Optional<String> date = howToFix(unreadable);
        if (date.isPresent()) {
            return date;
        }
        return DATE_AND_TIME.matcher(unreadable).matches()
                ? Optional.of("%s doesn’t exist. Check the date and the time".formatted(unreadable))
                : Optional.empty();
    }
}
