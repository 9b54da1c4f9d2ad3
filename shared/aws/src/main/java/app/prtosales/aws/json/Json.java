package app.prtosales.aws.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.CollectionSerializer;
import com.fasterxml.jackson.databind.ser.std.MapSerializer;
import com.fasterxml.jackson.databind.ser.std.StringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one way to read and write JSON.
///
/// Parsing is strict, except for events from AWS: duplicate fields, text after the value, a string
/// instead of a number, and nesting that is too deep are refused. Unknown fields are ignored,
/// because AWS adds some without notice.
public final class Json {

    /// How many levels of nesting are read: more than any AWS event has, and far fewer than would
    /// exhaust the stack.
    static final int MAXIMUM_DEPTH = 32;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAXIMUM_DEPTH)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            texts ->
                                    List.of(
                                                    CoercionInputShape.Integer,
                                                    CoercionInputShape.Float,
                                                    CoercionInputShape.Boolean)
                                            .forEach(other ->
                                                    texts.setCoercion(other, CoercionAction.Fail)))
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                    .addModule(new TextModule())
                    .build();

    /// For events from AWS; as lenient as the mapper of Lambda's runtime, so that an event is
    /// refused only if it is not JSON at all.
    private static final JsonMapper EVENTS =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Json() {}

    /// Reads an event of the events library.
    ///
    /// @return null for JSON's null
    /// @throws UncheckedIOException when the stream cannot be read, or holds no such event
    public static <T> @Nullable T event(InputStream event, Class<T> type) {
        try {
            return EVENTS.readValue(event, type);
        } catch (IOException notRead) {
            throw new UncheckedIOException(notRead);
        }
    }

    /// @throws JsonSyntaxException when the text is not JSON
    public static JsonNode read(String text) {
        return read(text.getBytes(UTF_8));
    }

    /// @throws JsonSyntaxException when the text is not JSON
    public static JsonNode read(byte[] utf8) {
        return read(utf8, JsonNode.class).orElseThrow();
    }

    /// Reads a record of our own.
    ///
    /// @return empty for JSON's null
    /// @throws JsonSyntaxException when the text is not JSON, or does not fit the type
    public static <T> Optional<T> read(String text, Class<T> type) {
        return read(text.getBytes(UTF_8), type);
    }

    private static <T> Optional<T> read(byte[] utf8, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(utf8, type));
        } catch (JsonProcessingException notRead) {
            throw problem(notRead);
        } catch (NumberFormatException exponentTooLarge) {
            throw new JsonSyntaxException("a number is out of range");
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }

    /// Converts a parsed value to a record.
    ///
    /// @param read maps, lists, strings and numbers, or a tree of them
    /// @return empty for null
    /// @throws JsonSyntaxException when the value does not fit the type
    public static <T> Optional<T> bind(@Nullable Object read, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.convertValue(read, type));
        } catch (IllegalArgumentException otherForm) {
            throw new JsonSyntaxException("a field has the wrong type");
        }
    }

    /// Contains nothing from the text, unlike Jackson's own messages.
    private static JsonSyntaxException problem(JsonProcessingException notRead) {
        if (notRead instanceof StreamConstraintsException) {
            return new JsonSyntaxException(
                    "it is nested deeper than %d levels, or has a number or name that is too long"
                            .formatted(MAXIMUM_DEPTH));
        }
        String message = String.valueOf(notRead.getOriginalMessage());
        if (message.startsWith("No content")) {
            return new JsonSyntaxException("it contains no JSON");
        }
        return new JsonSyntaxException(what(notRead, message) + where(notRead.getLocation()));
    }

    private static String what(JsonProcessingException notRead, String message) {
        if (message.startsWith("Duplicate field")) {
            return "a field appears twice";
        }
        if (message.startsWith("Trailing token")) {
            return "something follows the JSON";
        }
        return notRead instanceof MismatchedInputException
                ? "a field has the wrong type"
                : "it is not valid JSON";
    }

    private static String where(@Nullable JsonLocation at) {
        return at == null
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// Writes maps (in their order), iterables, strings, numbers, booleans and null; anything else,
    /// such as an instant or an id, as a string.
    public static String write(@Nullable Object value) {
        return new String(bytes(value), UTF_8);
    }

    /// Writes what [#write] writes, in UTF-8.
    public static byte[] bytes(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException notWritten) {
            throw new IllegalArgumentException("JSON cannot hold this value", notWritten);
        }
    }

    /// Registers [OthersAsText]. Jackson then inspects no type's fields and methods, which would
    /// take long in a cold start.
    private static final class TextModule extends SimpleModule {

        private static final long serialVersionUID = 1;

        @Override
        public void setupModule(SetupContext context) {
            context.addSerializers(new OthersAsText());
        }
    }

    /// Writes ids, instants and enums as strings; the domain has no JSON annotations.
    private static final class OthersAsText extends Serializers.Base {

        private static final List<Class<?>> OF_JSON =
                List.of(Number.class, Boolean.class, Iterable.class);
        private static final JsonSerializer<?> TEXT = new StringSerializer();

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            Class<?> written = type.getRawClass();
            if (written == String.class) {
                return TEXT;
            }
            boolean ofJson =
                    written.isPrimitive()
                            || OF_JSON.stream().anyMatch(each -> each.isAssignableFrom(written));
            return ofJson ? null : ToStringSerializer.instance;
        }

        @Override
        public JsonSerializer<?> findCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription description,
                @Nullable TypeSerializer types,
                @Nullable JsonSerializer<Object> values) {
            return new CollectionSerializer(type.getContentType(), false, types, values);
        }

        @Override
        public JsonSerializer<?> findMapSerializer(
                SerializationConfig config,
                MapType type,
                BeanDescription description,
                @Nullable JsonSerializer<Object> keys,
                @Nullable TypeSerializer types,
                @Nullable JsonSerializer<Object> values) {
            return MapSerializer.construct(Set.of(), type, false, types, keys, values, null);
        }
    }
}
