package app.prtosales.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a page behind a link. A page without fields has no form and no effect.
///
/// @param kit the champion kit above the form; null if there is none
/// @param paste text to paste into a sequence, below the form; null if there is none
/// @param wrong the number of fields to correct
/// @param undo what can be undone on this page, with its errors; null if nothing can
/// @param again the label of the link back to this page's form, for recording another one; empty if
///   that is not offered
/// @param renewAt the target of the button that requests a new link, relative to the page's
///   address; empty for the page itself, null if there is no such button
/// @param notYou what somebody else with this link should do; empty if the link is nobody's
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

    /// The placement concerned.
    ///
    /// @param why why it has this color; empty if that is not said here
    record About(String outlet, String headline, @Nullable String url, Signal signal, String why) {}

    /// @param readers a tab for each reader
    /// @param lines the paragraph to forward
    /// @param mailto opens it as a new email in the reader's mail program
    record Kit(String reader, List<Tab> readers, List<String> lines, String mailto) {}

    /// @param lines the lines to paste unchanged
    record Paste(String label, List<String> lines) {}

    record Tab(String label, String query, boolean shown) {}

    /// @param choices the choices, of which one can be selected; empty for a text field
    /// @param needed whether the field is required
    /// @param value the submitted value; kept if something is wrong
    record Field(
            String name,
            String question,
            List<Choice> choices,
            boolean needed,
            String value,
            List<String> errors) {

        /// The id of the field's error; null if there is none.
        @Nullable String describedBy() {
            return errors.isEmpty() ? null : name + "-wrong";
        }
    }

    /// @param remark empty if there is nothing to say
    record Choice(String value, String label, String remark) {}

    String summary() {
        return wrong == 1
                ? "Please fix one thing below. Nothing was recorded yet."
                : "Please fix %d things below. Nothing was recorded yet.".formatted(wrong);
    }
}
