package app.prtosales.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page behind a link shows. One without fields has no form, and acts on nothing.
///
/// @param wrong how many fields are to be filled in again
/// @param again offers to record another one
record PageView(
        String title,
        String explanation,
        @Nullable About about,
        List<String> facts,
        List<Field> fields,
        long wrong,
        String button,
        boolean again) {

    /// Which placement it is about.
    record About(String outlet, String headline, @Nullable String url, Signal signal) {}

    /// @param choices one of which is to be chosen; empty for a text
    /// @param value what was sent; kept when something is wrong
    record Field(
            String name, String question, List<Choice> choices, String value, List<String> errors) {

        /// Where the field's error stands; null while there is none.
        @Nullable String describedBy() {
            return errors.isEmpty() ? null : name + "-wrong";
        }
    }

    /// @param remark empty where there is nothing to say
    record Choice(String value, String label, String remark) {}

    String summary() {
        return wrong == 1
                ? "One thing is missing or wrong; nothing was recorded yet."
                : "%d things are missing or wrong; nothing was recorded yet.".formatted(wrong);
    }
}
