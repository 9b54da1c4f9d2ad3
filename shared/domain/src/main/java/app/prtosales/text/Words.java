package app.prtosales.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Converts enum constants to and from the words used outside the code: `NEWS_MENTION` is
/// `news-mention`.
public final class Words {

    private Words() {}

    public static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant for this word, ignoring case.
    public static <E extends Enum<E>> Optional<E> read(Class<E> choices, String word) {
        String sought = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> of(choice).equals(sought))
                .findFirst();
    }

    /// All words, for an error message that lists the valid ones.
    public static <E extends Enum<E>> String all(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", "));
    }
}
