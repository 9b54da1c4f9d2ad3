package app.prtosales.text;

/// Counts in sentences: `1 rep`, `2 reps`.
public final class Plural {

    private Plural() {}

    /// `1 placement`, `2 placements`.
    public static String count(long number, String noun) {
        return number + " " + of(number, noun, noun + "s");
    }

    /// The word that agrees with a number: `of(1, "is", "are")` is `is`.
    public static String of(long number, String one, String several) {
        return number == 1 ? one : several;
    }
}
