package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.json.Json;
import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the gateway's events and writes the answers with the copy of Jackson that a function
/// contains anyway. Otherwise the runtime would load a copy of its own, which takes a tenth of a
/// cold start. The runtime finds this class through `META-INF/services` in the jar of each function
/// behind the gateway.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/java-custom-serialization.html">Lambda:
///   custom serialization for Java</a>
@SuppressWarnings("TypeParameterUnusedInFormals") // as the interface declares it
public final class GatewayJson implements CustomPojoSerializer {

    /// @throws UncheckedIOException if the input is not an event of this type
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the type is the handler's, and null is JSON's
    public <T> T fromJson(InputStream input, Type type) {
        return (T) Json.event(input, (Class<?>) type);
    }

    /// @throws UncheckedIOException if the input is not an event of this type
    @Override
    public <T> T fromJson(String input, Type type) {
        return fromJson(new ByteArrayInputStream(input.getBytes(UTF_8)), type);
    }

    @Override
    public <T> void toJson(T value, OutputStream output, Type type) {
        try {
            output.write(Json.bytes(answer((APIGatewayV2HTTPResponse) value)));
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private static Map<String, @Nullable Object> answer(APIGatewayV2HTTPResponse answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("statusCode", answer.getStatusCode());
        fields.put("headers", answer.getHeaders());
        fields.put("multiValueHeaders", answer.getMultiValueHeaders());
        fields.put("cookies", answer.getCookies());
        fields.put("body", answer.getBody());
        fields.put("isBase64Encoded", answer.getIsBase64Encoded());
        return fields;
    }
}
