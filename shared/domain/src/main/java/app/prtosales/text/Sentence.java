package app.prtosales.text;

/// Text after which another sentence follows. People often leave out the last period in a field of
/// a form.
public final class Sentence {

    /// Marks that may close a sentence after its last word.
    private static final String CLOSING = "”’\"')]»";

    private Sentence() {}

    /// With a period, if the text ends with a word or a number.
    public static String ended(String text) {
        String whole = text.strip();
        int end = whole.length();
        while (end > 0 && CLOSING.indexOf(whole.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && isOfWord(whole.codePointBefore(end)) ? whole + "." : whole;
    }

    private static boolean isOfWord(int last) {
        return Character.isLetterOrDigit(last) || last == '%';
    }
}
