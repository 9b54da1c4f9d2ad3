package app.prtosales.change;

import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import org.jspecify.annotations.Nullable;

/// The reason a person gives for changing a placement.
final class Reason {

    /// Maximum length in characters.
    static final int MAXIMUM_LENGTH = 500;

    private static final String FIELD = "reason";

    private Reason() {}

    static String read(@Nullable String written, Problems problems) {
        return PlainText.requiredLine(FIELD, written, MAXIMUM_LENGTH, problems);
    }

    /// @return null if none was given
    static @Nullable String readIfGiven(@Nullable String written, Problems problems) {
        return PlainText.oneLine(FIELD, written, MAXIMUM_LENGTH, problems);
    }
}
