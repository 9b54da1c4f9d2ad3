package app.prtosales.local.edges;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.ServiceLoader;

/// Calls a handler the way Lambda's Java runtime does: AWS's own serialization, or the serializer
/// in the function's own package, turns the payload into the event, and the handler's answer into
/// the response payload.
///
/// @see <a
///   href="https://github.com/aws/aws-lambda-java-libs/tree/main/aws-lambda-java-runtime-interface-client">the
///   runtime interface client, `EventHandlerLoader`</a>
public final class LambdaHandler {

    private static final String OWN = "META-INF/services/" + CustomPojoSerializer.class.getName();

    private final RequestHandler<Object, Object> handler;
    private final PojoSerializer<Object> events;
    private final PojoSerializer<Object> answers;

    @SuppressWarnings("unchecked") // events are deserialized to the type that the handler declares
    private LambdaHandler(RequestHandler<?, ?> handler, Type[] types) {
        this.handler = (RequestHandler<Object, Object>) handler;
        Optional<CustomPojoSerializer> own = ownSerializer(handler.getClass());
        this.events = serializer(own, types[0]);
        this.answers = serializer(own, types[1]);
    }

    /// @throws IllegalArgumentException when the handler's class does not declare its event type;
    ///   Lambda would pass it a map
    public static LambdaHandler of(RequestHandler<?, ?> handler) {
        return new LambdaHandler(
                handler,
                Arrays.stream(handler.getClass().getGenericInterfaces())
                        .filter(ParameterizedType.class::isInstance)
                        .map(ParameterizedType.class::cast)
                        .filter(type -> type.getRawType().equals(RequestHandler.class))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        handler.getClass()
                                                + " must declare: implements RequestHandler<…, …>"))
                        .getActualTypeArguments());
    }

    /// Deserializes an event as the runtime does.
    ///
    /// @throws java.io.UncheckedIOException when the payload does not fit the type
    public static <T> T event(Class<T> type, String payload) {
        return type.cast(serializer(type).fromJson(stream(payload)));
    }

    /// @throws java.io.UncheckedIOException when the payload does not fit the event type
    public String call(String payload, Context context) {
        Object event = events.fromJson(stream(payload));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answers.toJson(handler.handleRequest(event, context), answer);
        return answer.toString(UTF_8);
    }

    private static PojoSerializer<Object> serializer(
            Optional<CustomPojoSerializer> own, Type type) {
        return own.isPresent() ? new CustomSerializer(own.get(), type) : serializer(type);
    }

    /// The serializer in the function's own package, if it has one; the runtime then uses no other.
    private static Optional<CustomPojoSerializer> ownSerializer(Class<?> handler) {
        String itsPackage = handler.getProtectionDomain().getCodeSource().getLocation().toString();
        try {
            boolean hasOne =
                    Collections.list(handler.getClassLoader().getResources(OWN)).stream()
                            .anyMatch(file -> file.toString().contains(itsPackage));
            return hasOne
                    ? ServiceLoader.load(CustomPojoSerializer.class, handler.getClassLoader())
                            .findFirst()
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record CustomSerializer(CustomPojoSerializer serializer, Type type)
            implements PojoSerializer<Object> {

        @Override
        public Object fromJson(InputStream input) {
            return serializer.fromJson(input, type);
        }

        @Override
        public Object fromJson(String input) {
            return serializer.fromJson(input, type);
        }

        @Override
        public void toJson(Object value, OutputStream output) {
            serializer.toJson(value, output, type);
        }
    }

    private static InputStream stream(String payload) {
        return new ByteArrayInputStream(payload.getBytes(UTF_8));
    }

    @SuppressWarnings("unchecked") // as above
    private static PojoSerializer<Object> serializer(Type type) {
        return (PojoSerializer<Object>)
                (type instanceof Class<?> event
                                && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())
                        ? LambdaEventSerializers.serializerFor(event, event.getClassLoader())
                        : JacksonFactory.getInstance().getSerializer(type));
    }
}
