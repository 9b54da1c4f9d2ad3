package app.prtosales.local;

import java.time.Duration;
import picocli.CommandLine;

/// A command-line option for a duration: `150ms` or `2s`.
final class TimeOption implements CommandLine.ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        if (!text.matches("\\d{1,6}(ms|s)")) {
            throw new CommandLine.TypeConversionException(
                    "'%s' is not a duration such as 150ms or 2s".formatted(text));
        }
        long number = Long.parseLong(text.replaceAll("\\D", ""));
        return text.endsWith("ms") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
    }
}
