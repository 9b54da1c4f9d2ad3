package app.prtosales.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.json.Json;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;

/// Reads events and writes answers as Lambda's Java runtime does around a handler: with its own
/// classes, so that a rehearsal prepares those too. They are part of the runtime and not of a
/// function's package; in a runtime without them, a rehearsal prepares the handler alone.
///
/// @see <a
///   href="https://github.com/aws/aws-lambda-java-libs/tree/main/aws-lambda-java-serialization">aws-lambda-java-serialization</a>
public final class RuntimeJson {

    private RuntimeJson() {}

    public static <T> T read(String event, Class<T> type) {
        try {
            return serializer(type).fromJson(new ByteArrayInputStream(event.getBytes(UTF_8)));
        } catch (NoClassDefFoundError anotherRuntime) {
            return Json.read(event, type).orElseThrow();
        }
    }

    /// Writes the answer, and keeps nothing of it.
    public static void write(Object answer) {
        try {
            JacksonFactory.getInstance()
                    .getSerializer((java.lang.reflect.Type) answer.getClass())
                    .toJson(answer, OutputStream.nullOutputStream());
        } catch (NoClassDefFoundError anotherRuntime) {
            // Then there is nothing to prepare.
        }
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
                : JacksonFactory.getInstance().getSerializer(type);
    }
}
