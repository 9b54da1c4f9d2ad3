package app.prtosales.text;

/// Invisible characters: white space of every kind, control and format characters, and letters and
/// symbols that Unicode renders as nothing. They come with text copied from a page, an email or a
/// spreadsheet.
public final class Invisible {

    private static final int NEXT_LINE = 0x85;

    private Invisible() {}

    public static boolean is(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> isDrawnAsNothing(c);
        };
    }

    /// Default-ignorable characters that are not format characters (Unicode,
    /// DerivedCoreProperties), and the Braille blank.
    private static boolean isDrawnAsNothing(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c == 0x2065
                || c == 0x2800
                || c == 0x3164
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFFA0
                || c >= 0xFFF0 && c <= 0xFFF8
                || c >= 0xE0000 && c <= 0xE0FFF;
    }

    /// Whether the character may be left out around a text: it is white space or shows nothing.
    /// Other control characters, such as NUL, are not white space: whoever wrote them meant
    /// something else.
    private static boolean isSpace(int c) {
        boolean isControl = Character.getType(c) == Character.CONTROL;
        return isControl ? c >= '\t' && c <= '\r' || c == NEXT_LINE : is(c);
    }

    /// Whether the text shows nothing: it is empty, or all of it may be left out.
    public static boolean isAllOf(String text) {
        return text.codePoints().allMatch(Invisible::isSpace);
    }

    /// The text without any of its invisible characters.
    public static String without(String text) {
        return text.codePoints()
                .filter(c -> !is(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The text without white space and what shows nothing at either end; a control character there
    /// stays, for the reader of the field to refuse.
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isSpace(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }
}
