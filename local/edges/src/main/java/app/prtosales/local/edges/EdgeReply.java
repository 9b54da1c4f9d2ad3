package app.prtosales.local.edges;

import java.util.Map;

/// An endpoint's reply.
sealed interface EdgeReply {

    /// An answer in JSON.
    record Answer(int status, String contentType, Map<String, String> headers, String body)
            implements EdgeReply {}

    /// The call succeeded, but its reply is lost on the way.
    record Lost() implements EdgeReply {}

    /// A reply in the JSON 1.0 protocol (SQS).
    static EdgeReply json10(Object body) {
        return new Answer(200, "application/x-amz-json-1.0", Map.of(), Json.text(body));
    }

    /// A reply in the JSON 1.1 protocol (EventBridge, Secrets Manager).
    static EdgeReply json11(Object body) {
        return new Answer(200, "application/x-amz-json-1.1", Map.of(), Json.text(body));
    }

    /// A reply in the REST protocol (SES).
    static EdgeReply rest(Object body) {
        return new Answer(200, "application/json", Map.of(), Json.text(body));
    }

    /// An error in a form that the SDKs read in all of these protocols.
    static EdgeReply error(int status, String type, String message) {
        return new Answer(
                status,
                "application/x-amz-json-1.0",
                Map.of("x-amzn-ErrorType", type),
                Json.text(Map.of("__type", type, "message", message)));
    }
}
