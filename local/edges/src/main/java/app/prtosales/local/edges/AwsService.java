package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import app.prtosales.local.edges.iam.Decision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An AWS service that the edges imitate, and how it words an access denial. The constant's name in
/// lower case is the name of the service's model in botocore.
enum AwsService {
    DYNAMODB("DynamoDB_20120810", 400, "com.amazon.coral.service#AccessDeniedException"),
    SQS("AmazonSQS", 403, "com.amazon.coral.service#AccessDeniedException"),
    EVENTS("AWSEvents", 400, "AccessDeniedException"),
    SECRETSMANAGER("secretsmanager", 400, "AccessDeniedException"),
    SESV2("", 403, "AccessDeniedException"),
    LAMBDA("", 403, "AccessDeniedException");

    private static final String SES_PATH = "/v2/email/";

    /// Errors that mean the request itself is invalid (as opposed to a missing resource, a failed
    /// condition or throttling).
    private static final Set<String> INVALID_REQUEST =
            Set.of(
                    "BadRequestException",
                    "ValidationException",
                    "SerializationException",
                    "UnknownOperationException",
                    "MissingRequiredParameterException",
                    "InvalidParameterValue",
                    "InvalidMessageContents",
                    "InvalidBatchEntryId",
                    "BatchEntryIdsNotDistinct",
                    "BatchRequestTooLong",
                    "EmptyBatchRequest",
                    "TooManyEntriesInBatchRequest");

    private final String target;
    private final int status;
    private final String type;

    AwsService(String target, int status, String type) {
        this.target = target;
        this.status = status;
        this.type = type;
    }

    /// The service with this botocore model name.
    ///
    /// @throws IllegalArgumentException when there is no such service
    static AwsService named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " is not a service that runs here"));
    }

    /// The service that a call is addressed to: found by its `X-Amz-Target`, or by its path for SES
    /// and Lambda.
    static Optional<AwsService> of(String target, String path) {
        if (path.startsWith(SES_PATH)) {
            return Optional.of(SESV2);
        }
        if (path.startsWith(LambdaEdge.PATH)) {
            return Optional.of(LAMBDA);
        }
        String name = target.substring(0, Math.max(target.indexOf('.'), 0));
        return Arrays.stream(values())
                .filter(each -> !each.target.isEmpty() && each.target.equals(name))
                .findFirst();
    }

    /// The operation that a call asks for: the part of `X-Amz-Target` after the dot, or derived
    /// from the path for SES and Lambda.
    String operation(String method, String target, String path) {
        if (this == LAMBDA) {
            return method.equals("POST") && !LambdaEdge.named(path).isEmpty()
                    ? "Invoke"
                    : method + " " + path;
        }
        if (this != SESV2) {
            return target.substring(target.indexOf('.') + 1);
        }
        return switch (method + " " + path.substring(SES_PATH.length())) {
            case "POST outbound-emails" -> "SendEmail";
            case "GET account" -> "GetAccount";
            default -> method + " " + path;
        };
    }

    /// Whether an error of this type means that the request itself is invalid.
    boolean meansInvalidRequest(String type) {
        return INVALID_REQUEST.contains(type.substring(type.indexOf('#') + 1));
    }

    /// The IAM action of a call.
    String action(EdgeRequest call) {
        if (this == LAMBDA && call.operation().equals("Invoke")) {
            // The only action whose IAM name differs from its API operation.
            return "lambda:InvokeFunction";
        }
        String prefix = this == SESV2 ? "ses" : name().toLowerCase(Locale.ROOT);
        return prefix + ":" + call.operation();
    }

    EdgeReply denied(String message) {
        EdgeReply reply = EdgeReply.error(status, type, message);
        if (this == SQS && reply instanceof EdgeReply.Answer answer) {
            // SDKs from before SQS used JSON look for this code.
            Map<String, String> headers = new LinkedHashMap<>(answer.headers());
            headers.put("x-amzn-query-error", "AccessDenied;Sender");
            return new EdgeReply.Answer(
                    answer.status(), answer.contentType(), headers, answer.body());
        }
        return reply;
    }

    /// The denial in the service's own wording: SES uses its own quotation marks, SQS writes the
    /// action in lower case, the others use IAM's standard message.
    String denial(String caller, AccessRequest request, Decision decision) {
        String action = this == SQS ? lowerCase(request.action()) : request.action();
        if (this == SESV2) {
            return "User `%s' is not authorized to perform `%s' on resource `%s'"
                    .formatted(caller, action, request.resource());
        }
        String why =
                decision instanceof Decision.Forbidden
                        ? "with an explicit deny in an identity-based policy"
                        : "because no identity-based policy allows the %s action".formatted(action);
        return "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(caller, action, request.resource(), why);
    }

    private static String lowerCase(String action) {
        return action.toLowerCase(Locale.ROOT);
    }

    /// The input of a call as a map; includes the path where the path names the operation.
    Map<String, Object> input(EdgeRequest call) throws Json.MalformedJson {
        Map<String, Object> body = call.body().isEmpty() ? Map.of() : Json.object(call.body());
        return this == SESV2 || this == LAMBDA ? Map.of("path", call.path(), "body", body) : body;
    }
}
