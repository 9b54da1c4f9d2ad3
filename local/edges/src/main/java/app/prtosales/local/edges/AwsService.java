package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import app.prtosales.local.edges.iam.Decision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A service behind the edges, and how it says that somebody may not do something. Its name in
/// lower case is that of its model in botocore.
enum AwsService {
    DYNAMODB("DynamoDB_20120810", 400, "com.amazon.coral.service#AccessDeniedException"),
    SQS("AmazonSQS", 403, "com.amazon.coral.service#AccessDeniedException"),
    EVENTS("AWSEvents", 400, "AccessDeniedException"),
    SECRETSMANAGER("secretsmanager", 400, "AccessDeniedException"),
    SESV2("", 403, "AccessDeniedException"),
    LAMBDA("", 403, "AccessDeniedException");

    private static final String SES_PATH = "/v2/email/";

    /// The errors that say that a value is none, and not that something is missing or too much now.
    private static final Set<String> OF_VALUES =
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

    /// A service by the name of its model.
    ///
    /// @throws IllegalArgumentException when there is none
    static AwsService named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no service here"));
    }

    /// The service that a call is for, by its `X-Amz-Target`, or for SES and Lambda by its path.
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

    /// What a call asks the service to do: what it says after the dot, or for SES and Lambda its
    /// path.
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

    /// Whether an error of this type says that the service does not take a value.
    boolean refusesValuesAs(String type) {
        return OF_VALUES.contains(type.substring(type.indexOf('#') + 1));
    }

    /// A call as IAM would name it.
    String action(EdgeRequest call) {
        if (this == LAMBDA && call.operation().equals("Invoke")) {
            // The one action that is not called as its operation is.
            return "lambda:InvokeFunction";
        }
        String prefix = this == SESV2 ? "ses" : name().toLowerCase(Locale.ROOT);
        return prefix + ":" + call.operation();
    }

    EdgeReply denied(String message) {
        EdgeReply reply = EdgeReply.error(status, type, message);
        if (this == SQS && reply instanceof EdgeReply.Answer answer) {
            // SDKs that came before SQS spoke JSON know it by this code.
            Map<String, String> headers = new LinkedHashMap<>(answer.headers());
            headers.put("x-amzn-query-error", "AccessDenied;Sender");
            return new EdgeReply.Answer(
                    answer.status(), answer.contentType(), headers, answer.body());
        }
        return reply;
    }

    /// The service's own words: SES has its quotation marks, SQS writes an action in lower case,
    /// and the others keep to IAM's.
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

    /// What a call hands over; a path as well where the operation is in it.
    Map<String, Object> input(EdgeRequest call) throws Json.MalformedJson {
        Map<String, Object> body = call.body().isEmpty() ? Map.of() : Json.object(call.body());
        return this == SESV2 || this == LAMBDA ? Map.of("path", call.path(), "body", body) : body;
    }
}
