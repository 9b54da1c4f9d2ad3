package app.prtosales.placement;

import app.prtosales.text.UnicodeForm;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides whether two headlines are likely about the same story: they share most of their
/// meaningful words, or nearly all. This only prompts a person, who makes the decision.
final class SimilarHeadlines {

    /// Of all words in the two headlines, the share that both must contain.
    private static final double SHARED = 0.5;

    /// An outlet that lengthens a headline keeps nearly all the words of the shorter one.
    private static final double CONTAINED = 0.8;

    /// Two headlines of three words can share all of them and still mean different things.
    private static final int FEWEST_WORDS = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> STOP_WORDS =
            Set.of(
                    "a", "about", "after", "an", "and", "are", "as", "at", "be", "but", "by", "can",
                    "for", "from", "has", "have", "how", "in", "into", "is", "it", "its", "new",
                    "of", "on", "or", "over", "says", "than", "that", "the", "their", "this", "to",
                    "up", "was", "what", "when", "why", "will", "with", "s");

    private SimilarHeadlines() {}

    static boolean areSimilar(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        if (Math.min(first.size(), second.size()) < FEWEST_WORDS) {
            return !first.isEmpty() && first.equals(second);
        }
        long both = both(first, second);
        long all = first.size() + second.size() - both;
        return both >= SHARED * all || isContained(first, second);
    }

    /// For two stories of one outlet, which often covers the same company in similar words.
    static boolean areNearlyEqual(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        return Math.min(first.size(), second.size()) < FEWEST_WORDS
                ? !first.isEmpty() && first.equals(second)
                : isContained(first, second);
    }

    private static boolean isContained(Set<String> first, Set<String> second) {
        return both(first, second) >= CONTAINED * Math.min(first.size(), second.size());
    }

    private static long both(Set<String> first, Set<String> second) {
        return first.stream().filter(second::contains).count();
    }

    private static Set<String> words(String headline) {
        String plain = MARKS.matcher(UnicodeForm.of(headline, Normalizer.Form.NFKD)).replaceAll("");
        return Arrays.stream(BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !STOP_WORDS.contains(word))
                .collect(Collectors.toUnmodifiableSet());
    }
}
