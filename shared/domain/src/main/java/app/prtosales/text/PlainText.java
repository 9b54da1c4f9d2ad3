package app.prtosales.text;

import java.util.Collection;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads text from outside. Nothing is silently cleaned up: a text is either accepted as it is
/// (without surrounding white space) or reported as an error in its field.
public final class PlainText {

    /// The replacement character, which programs write in place of a character they could not
    /// decode.
    private static final int LOST = 0xFFFD;

    private static final int LISTED = 500;

    private PlainText() {}

    /// A single line: no CR, LF or other control characters, because the text may end up in an
    /// email header.
    public static @Nullable String oneLine(
            String field, @Nullable String value, int maximum, Problems problems) {
        return read(field, value, maximum, false, problems);
    }

    /// A text that may have several lines.
    public static @Nullable String lines(
            String field, @Nullable String value, int maximum, Problems problems) {
        return read(field, value, maximum, true, problems);
    }

    /// Like [#oneLine], but required.
    public static String requiredLine(
            String field, @Nullable String value, int maximum, Problems problems) {
        String text = oneLine(field, value, maximum, problems);
        if (text == null) {
            if (!problems.about(field)) {
                problems.add(field, "Enter " + FieldName.of(field));
            }
            return "";
        }
        return text;
    }

    /// The number of characters as a person counts them in a form: Unicode code points.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// The first characters of a text, with an ellipsis if there are more.
    public static String shortened(String text, int length) {
        return length(text) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }

    /// Names in an error, with an ellipsis if they are more than anybody reads.
    public static String listed(Collection<String> names) {
        return shortened(String.join(", ", names), LISTED);
    }

    private static @Nullable String read(
            String field,
            @Nullable String value,
            int maximum,
            boolean severalLines,
            Problems problems) {
        if (value == null || Invisible.isAllOf(value) && noControls(value, severalLines)) {
            return null;
        }
        String text = value.strip();
        OptionalInt refused =
                value.codePoints().filter(c -> isRefused(c, severalLines)).findFirst();
        if (refused.isPresent()) {
            problems.add(
                    field,
                    "Remove %s from %s"
                            .formatted(nameOf(refused.getAsInt()), FieldName.entered(field)));
            return null;
        }
        int length = length(text);
        if (length > maximum) {
            problems.add(
                    field,
                    "Shorten %s to %d characters; it has %d"
                            .formatted(FieldName.entered(field), maximum, length));
            return null;
        }
        return text;
    }

    private static boolean noControls(String value, boolean severalLines) {
        return value.codePoints().noneMatch(c -> isRefused(c, severalLines));
    }

    private static boolean isRefused(int c, boolean severalLines) {
        if (severalLines && (c == '\n' || c == '\r' || c == '\t')) {
            return false;
        }
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.SURROGATE
                || c == 0x2028
                || c == 0x2029
                || c == LOST
                || isDirectionOverride(c);
    }

    /// Bidirectional embeddings, overrides and isolates: invisible characters that can make a text
    /// look like something else.
    private static boolean isDirectionOverride(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static String nameOf(int c) {
        return switch (c) {
            case '\n', '\r', 0x2028, 0x2029 -> "the line break";
            case '\t' -> "the tab";
            case LOST -> "the character \uFFFD (U+FFFD), which stands for a lost letter,";
            default ->
                    isDirectionOverride(c)
                            ? "the invisible text direction mark U+%04X".formatted(c)
                            : "the control character U+%04X".formatted(c);
        };
    }
}
