package app.prtosales.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page behind a link shows. One without fields has no form, and acts on nothing.
///
/// @param kit the champion kit that stands above the form; null where there is none
/// @param paste words to paste into a sequence, below the form; null where there are none
/// @param wrong how many fields are to be filled in again
/// @param undo what can be taken back on this page, and its errors; null where nothing can
/// @param again where another one is recorded; empty where that is not offered
/// @param renewAt where the button leads that asks for a new link, from the page's own address;
///   empty for itself, null where there is no such button
/// @param notYou what somebody else is to do who has this link; empty where it is nobody's
record PageView(
        String title,
        String explanation,
        @Nullable About about,
        @Nullable Kit kit,
        @Nullable Paste paste,
        List<String> facts,
        List<Field> fields,
        long wrong,
        String button,
        @Nullable Field undo,
        String again,
        String notYou,
        @Nullable String renewAt) {

    /// Which placement it is about.
    record About(String outlet, String headline, @Nullable String url, Signal signal) {}

    /// @param readers for each, whether it is the one shown, and the query that shows it
    /// @param lines the paragraph to forward
    /// @param mailto opens it as a new email of the reader's own
    record Kit(String reader, List<Tab> readers, List<String> lines, String mailto) {}

    /// @param lines as they are to be pasted
    record Paste(String label, List<String> lines) {}

    record Tab(String label, String query, boolean shown) {}

    /// @param choices one of which is to be chosen; empty for a text
    /// @param needed whether one must be chosen
    /// @param value what was sent; kept when something is wrong
    record Field(
            String name,
            String question,
            List<Choice> choices,
            boolean needed,
            String value,
            List<String> errors) {

        /// Where the field's error stands; null while there is none.
        @Nullable String describedBy() {
            return errors.isEmpty() ? null : name + "-wrong";
        }
    }

    /// @param remark empty where there is nothing to say
    record Choice(String value, String label, String remark) {}

    String summary() {
        return wrong == 1
                ? "Please fix one thing below. Nothing was recorded yet."
                : "Please fix %d things below. Nothing was recorded yet.".formatted(wrong);
    }
}
