package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import java.util.List;
import java.util.Map;

/// The IAM checks that SQS, EventBridge, Secrets Manager and Lambda make for a call.
final class CallAccess {

    private CallAccess() {}

    /// SQS checks a batch under the action of the single message (Amazon SQS Developer Guide,
    /// "Amazon SQS API permissions").
    static List<AccessRequest> sqs(EdgeRequest call) throws Json.MalformedJson {
        String operation = call.operation();
        String action =
                operation.endsWith("Batch")
                        ? operation.substring(0, operation.length() - 5)
                        : operation;
        Map<String, Object> body = Json.object(call.body());
        Object queue = body.getOrDefault("QueueUrl", body.get("QueueName"));
        return List.of(
                AccessRequest.of(
                        "sqs:" + action,
                        queue == null
                                ? "*"
                                : LocalStack.arn("sqs", LocalStack.nameIn(Json.string(queue)))));
    }

    /// Checked on the bus of each entry.
    static List<AccessRequest> events(EdgeRequest call) throws Json.MalformedJson {
        if (!call.operation().equals("PutEvents")) {
            return List.of(AccessRequest.of("events:" + call.operation(), "*"));
        }
        return Json.list(Json.object(call.body()).get("Entries")).stream()
                .map(each -> Json.string(Json.map(each).getOrDefault("EventBusName", "default")))
                .distinct()
                .map(bus ->
                        AccessRequest.of(
                                "events:PutEvents",
                                LocalStack.arn("events", "event-bus/" + LocalStack.nameIn(bus))))
                .toList();
    }

    /// Checked on the function's ARN as the caller wrote it (AWS Lambda, "Actions, resources, and
    /// condition keys").
    static List<AccessRequest> lambda(EdgeRequest call) {
        return List.of(
                AccessRequest.of(AwsService.LAMBDA.action(call), LambdaEdge.named(call.path())));
    }

    /// Checked on the secret's ARN, whether the caller gave a name or an ARN.
    static List<AccessRequest> secrets(EdgeRequest call) throws Json.MalformedJson {
        String asked = Json.string(Json.object(call.body()).get("SecretId"));
        return List.of(
                AccessRequest.of(
                        "secretsmanager:" + call.operation(),
                        asked.isEmpty()
                                ? "*"
                                : LocalStack.arn(
                                        "secretsmanager", "secret:" + LocalStack.nameIn(asked))));
    }
}
