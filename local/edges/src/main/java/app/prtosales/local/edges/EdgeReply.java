package app.prtosales.local.edges;

import java.util.Map;

/// What an endpoint answers.
sealed interface EdgeReply {

    /// An answer in JSON.
    record Answer(int status, String contentType, Map<String, String> headers, String body)
            implements EdgeReply {}

    /// The call was done, and its answer is lost on the way.
    record Lost() implements EdgeReply {}

    /// An answer of the JSON 1.0 protocol (SQS).
    static EdgeReply json10(Object body) {
        return new Answer(200, "application/x-amz-json-1.0", Map.of(), Json.text(body));
    }

    /// An answer of the JSON 1.1 protocol (EventBridge, Secrets Manager).
    static EdgeReply json11(Object body) {
        return new Answer(200, "application/x-amz-json-1.1", Map.of(), Json.text(body));
    }

    /// An answer of the REST protocol (SES).
    static EdgeReply rest(Object body) {
        return new Answer(200, "application/json", Map.of(), Json.text(body));
    }

    /// An error as the SDKs read it in every one of these protocols.
    static EdgeReply error(int status, String type, String message) {
        return new Answer(
                status,
                "application/x-amz-json-1.0",
                Map.of("x-amzn-ErrorType", type),
                Json.text(Map.of("__type", type, "message", message)));
    }
}
