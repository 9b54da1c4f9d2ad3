package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import app.prtosales.local.edges.iam.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A call to AWS that Lambda itself makes for a function, using the function's role.
///
/// @param work what Lambda cannot do if the role does not allow the call
public record Wiring(String function, Work work, AccessRequest access) {

    /// What Lambda does for a function.
    public enum Work {
        /// Polls the queue that triggers the function.
        POLL,
        /// Sends failed calls to the on-failure destination.
        HAND_OVER_FAILURES,
        /// Writes the function's log.
        LOG
    }

    /// The calls that the functions' roles do not allow.
    public static List<Wiring> missing(CloudTemplate template) {
        Map<String, Role> roles = template.roles();
        return template.wirings().stream()
                .filter(each -> {
                    Role role = roles.get(each.function());
                    return role == null || !role.allows(each.access());
                })
                .toList();
    }

    /// The missing permission, reported as if a call of the function had been refused.
    public Refusal refusal() {
        return new Refusal(
                Refusal.Kind.DENIED,
                function,
                access.action(),
                "Lambda needs this to run the function, and the function's role does not allow it");
    }

    static List<Wiring> of(CloudTemplate template) {
        List<Wiring> wirings = new ArrayList<>();
        for (String function : template.functionIds()) {
            String stream = "log-group:%s:log-stream:local".formatted(logGroup(template, function));
            for (String action : List.of("logs:CreateLogStream", "logs:PutLogEvents")) {
                wirings.add(
                        new Wiring(
                                function,
                                Work.LOG,
                                AccessRequest.of(action, LocalStack.arn("logs", stream))));
            }
            String destination = template.failureDestination(function);
            if (destination.contains(":sqs:")) {
                wirings.add(
                        new Wiring(
                                function,
                                Work.HAND_OVER_FAILURES,
                                AccessRequest.of("sqs:SendMessage", destination)));
            }
        }
        for (QueueSource source : template.queueSources()) {
            for (String action :
                    List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")) {
                wirings.add(
                        new Wiring(
                                source.function(),
                                Work.POLL,
                                AccessRequest.of(action, LocalStack.arn("sqs", source.queue()))));
            }
        }
        return List.copyOf(wirings);
    }

    private static String logGroup(CloudTemplate template, String function) {
        Object config = template.functionProperty(function, "LoggingConfig");
        String group = Json.string(Json.map(config).get("LogGroup"));
        return group.isEmpty() ? "/aws/lambda/" + function : group;
    }
}
