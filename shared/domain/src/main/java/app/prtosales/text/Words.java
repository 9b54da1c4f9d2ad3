package app.prtosales.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a choice is written outside the code: `NEWS_MENTION` is `news-mention`.
public final class Words {

    private Words() {}

    public static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The choice that this word means, whatever its case.
    public static <E extends Enum<E>> Optional<E> read(Class<E> choices, String word) {
        String sought = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> of(choice).equals(sought))
                .findFirst();
    }

    /// All choices, for a message that says what would be right.
    public static <E extends Enum<E>> String all(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", "));
    }
}
