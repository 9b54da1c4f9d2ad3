package app.prtosales.aws.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads and writes JSON as maps, lists, texts, numbers and truths.
///
/// Reading is strict: a field that comes twice, anything after the value, and too deep nesting are
/// refused. Whole numbers are `Long`, others `BigDecimal`.
public final class Json {

    /// Deeper than any event of AWS, and far from what would exhaust a stack.
    static final int MAXIMUM_DEPTH = 32;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAXIMUM_DEPTH)
                                    .maxNumberLength(40)
                                    .build())
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build();

    private Json() {}

    /// @throws JsonSyntaxException when it is not JSON
    public static JsonValue read(String text) {
        return read(text.getBytes(UTF_8));
    }

    /// @throws JsonSyntaxException when it is not JSON
    public static JsonValue read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return read(parser);
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }

    /// Reads a whole stream, such as a function's event.
    ///
    /// @throws JsonSyntaxException when it is not JSON
    public static JsonValue read(InputStream stream) throws IOException {
        return read(stream.readAllBytes());
    }

    private static JsonValue read(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new JsonSyntaxException("there is no JSON in it");
            }
            @Nullable Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonSyntaxException("something follows the JSON" + where(parser));
            }
            return new JsonValue(value);
        } catch (StreamConstraintsException tooMuch) {
            throw new JsonSyntaxException(
                    "it is nested deeper than %d levels, or has too long a number or name"
                            .formatted(MAXIMUM_DEPTH));
        } catch (JsonProcessingException notJson) {
            throw new JsonSyntaxException("it is not valid JSON" + where(parser));
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (Objects.requireNonNull(parser.currentToken())) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> whole(parser.getText());
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new JsonSyntaxException("it is not valid JSON" + where(parser));
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.containsKey(name)) {
                throw new JsonSyntaxException("a field comes twice" + where(parser));
            }
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static Object whole(String digits) {
        return digits.length() <= 18 ? (Object) Long.valueOf(digits) : new BigDecimal(digits);
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            return new BigDecimal(parser.getText());
        } catch (NumberFormatException exponentTooLarge) {
            throw new JsonSyntaxException("a number is out of range" + where(parser));
        }
    }

    private static String where(JsonParser parser) {
        JsonLocation at = parser.currentLocation();
        return " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// Writes maps (in their own order), iterables, texts, numbers, truths and null; anything else,
    /// such as an instant or an id, as its text.
    public static String write(@Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(value, bytes);
        } catch (IOException notToMemory) {
            throw new UncheckedIOException(notToMemory);
        }
        return bytes.toString(UTF_8);
    }

    public static void write(@Nullable Object value, OutputStream stream) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(stream)) {
            write(value, generator);
        }
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case JsonValue(var inner) -> write(inner, generator);
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> field : map.entrySet()) {
                    generator.writeFieldName(String.valueOf(field.getKey()));
                    write(field.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case Iterable<?> elements -> {
                generator.writeStartArray();
                for (Object element : elements) {
                    write(element, generator);
                }
                generator.writeEndArray();
            }
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            default -> generator.writeString(value.toString());
        }
    }
}
