package app.prtosales.local.edges;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as the edges read and write it: maps, lists, strings, numbers and booleans.
public final class Json {

    private static final JSON PLAIN = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private Json() {}

    /// Parses a JSON object.
    public static Map<String, Object> object(String text) throws MalformedJson {
        try {
            Object read = PLAIN.anyFrom(text);
            if (read instanceof Map<?, ?>) {
                return map(read);
            }
        } catch (IOException notJson) {
            throw new MalformedJson(firstLine(notJson), notJson);
        }
        throw new MalformedJson("the JSON is not an object", null);
    }

    /// Any value as one line of JSON.
    public static String text(Object value) {
        try {
            return PLAIN.asString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Any value as indented JSON.
    public static String pretty(Object value) {
        try {
            return PLAIN.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The value as an object; empty if it is not one.
    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, each) -> copy.put(String.valueOf(key), each));
        }
        return copy;
    }

    /// The value as a list: empty for null, and a list of one for a single value.
    public static List<Object> list(@Nullable Object value) {
        if (value instanceof List<?> found) {
            return new ArrayList<>(found);
        }
        return value == null ? List.of() : List.of(value);
    }

    /// The value as a string; empty for null.
    public static String string(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    /// The value as an integer; the default for null.
    ///
    /// @throws NumberFormatException if the value is neither a number nor the text of one
    public static int number(@Nullable Object value, int otherwise) {
        return switch (value) {
            case null -> otherwise;
            case Number number -> number.intValue();
            default -> Integer.parseInt(String.valueOf(value).strip());
        };
    }

    private static String firstLine(IOException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("not JSON");
    }

    /// The text is not a JSON object.
    public static final class MalformedJson extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedJson(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
