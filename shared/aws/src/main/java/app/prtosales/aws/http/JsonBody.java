package app.prtosales.aws.http;

import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The JSON object in a request's body.
public sealed interface JsonBody {

    /// The size limit for most requests, far more than a placement needs.
    int MAXIMUM = 256 * 1_024;

    /// The size limit for a whole list. Lambda accepts 6 MB for a call, and API Gateway escapes the
    /// body's quotes or encodes it as base64, which adds a third: 4 MiB fit, 5 do not.
    int MAXIMUM_LIST = 4 * 1_024 * 1_024;

    record Read(JsonObject object) implements JsonBody {}

    /// @param response a 413, 415 or 400
    record Refused(HttpResponse response) implements JsonBody {}

    /// Reads a whole list, which may also be CSV.
    static JsonBody readList(HttpRequest request) {
        return read(
                request,
                MAXIMUM_LIST,
                "Send CSV, with Content-Type: text/csv, or JSON, with Content-Type: application/json.");
    }

    /// @param maximum in bytes
    static JsonBody read(HttpRequest request, int maximum) {
        return read(request, maximum, "Send JSON, with Content-Type: application/json.");
    }

    private static JsonBody read(HttpRequest request, int maximum, String send) {
        if (request.bodyLength() > maximum) {
            return new Refused(ProblemJson.tooLarge(request, maximum).response());
        }
        String type = request.contentType();
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            return new Refused(ProblemJson.of(415, "Unsupported media type", send).response());
        }
        return read(request.body());
    }

    private static JsonBody read(byte[] body) {
        if (!isUtf8(body)) {
            return notJson("The body cannot be read: it is not UTF-8.");
        }
        try {
            JsonNode value = Json.read(body);
            return value.isObject()
                    ? new Read(JsonObject.of(value))
                    : notJson("The body must be a JSON object, {…}.");
        } catch (JsonSyntaxException notJson) {
            return notJson("The body cannot be read: %s.".formatted(notJson.getMessage()));
        }
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static JsonBody notJson(String detail) {
        return new Refused(ProblemJson.badBody("Not JSON", detail).response());
    }
}
