package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.Permission;
import app.prtosales.local.edges.iam.Role;
import app.prtosales.local.edges.iam.Statement;
import app.prtosales.local.edges.iam.UnreadablePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The role of each function after SAM expands the template: the role that the function names, or
/// the one that SAM generates from its `Policies`, its queues and its destinations.
final class FunctionRoles {

    private static final String AWS_POLICY = "arn:aws:iam::aws:policy/service-role/";

    /// The permissions of the AWS managed policies that SAM attaches automatically (AWS Managed
    /// Policy Reference Guide).
    private static final Map<String, List<String>> OF_AWS =
            Map.of(
                    "AWSLambdaBasicExecutionRole",
                    List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
                    "AWSLambdaSQSQueueExecutionRole",
                    List.of(
                            "sqs:ReceiveMessage",
                            "sqs:DeleteMessage",
                            "sqs:GetQueueAttributes",
                            "logs:CreateLogGroup",
                            "logs:CreateLogStream",
                            "logs:PutLogEvents"));

    private final CloudTemplate template;

    FunctionRoles(CloudTemplate template) {
        this.template = template;
    }

    Map<String, Role> all() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String function : template.functionIds()) {
            try {
                Object named = template.functionProperty(function, "Role");
                roles.put(
                        function,
                        named == null
                                ? madeBySam(function)
                                : declared(function, Json.string(named)));
            } catch (UnreadablePolicy unreadable) {
                throw new UnreadableTemplate(
                        "the role of %s: %s".formatted(function, unreadable.getMessage()),
                        unreadable);
            }
        }
        return roles;
    }

    /// The roles with one permission removed.
    ///
    /// @param permission prefixed with its function's name, as in `RepNotification Mail action
    ///   ses:SendEmail`
    /// @throws UnreadableTemplate if no role has the permission
    Map<String, Role> without(String permission) {
        Map<String, Role> roles = all();
        for (Map.Entry<String, Role> each : roles.entrySet()) {
            for (Permission one : each.getValue().permissions()) {
                if (permission.equals("%s %s".formatted(each.getKey(), one))) {
                    each.setValue(each.getValue().without(one));
                    return roles;
                }
            }
        }
        throw new UnreadableTemplate("no function has the permission `" + permission + "`", null);
    }

    private Role declared(String function, String arn) {
        String id =
                template.ids("AWS::IAM::Role").stream()
                        .filter(each -> template.arn(each).equals(arn))
                        .findFirst()
                        .orElseThrow(() ->
                                new UnreadableTemplate(
                                        "the role of %s is not in the template".formatted(function),
                                        null));
        Map<String, Object> role = template.properties(id);
        if (role.containsKey("PermissionsBoundary")) {
            throw new UnreadableTemplate(
                    id + ": permissions boundaries are not supported here", null);
        }
        List<Statement> statements = new ArrayList<>();
        for (Object policy : Json.list(role.get("Policies"))) {
            statements.addAll(statements(id, Json.map(policy).get("PolicyDocument")));
        }
        Json.list(role.get("ManagedPolicyArns"))
                .forEach(each -> statements.addAll(managed(Json.string(each))));
        String name = LocalStack.nameIn(arn);
        for (String type :
                List.of("AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy")) {
            for (String attached : template.ids(type)) {
                Map<String, Object> policy = template.properties(attached);
                if (Json.list(policy.get("Roles")).contains(name)
                        || name.equals(policy.get("RoleName"))) {
                    statements.addAll(statements(attached, policy.get("PolicyDocument")));
                }
            }
        }
        return new Role(name, statements);
    }

    private Role madeBySam(String function) {
        List<Statement> statements =
                new ArrayList<>(managed(AWS_POLICY + "AWSLambdaBasicExecutionRole"));
        for (Object policy : Json.list(template.functionProperty(function, "Policies"))) {
            if (policy instanceof Map<?, ?> document) {
                if (!document.containsKey("Statement")) {
                    throw new UnreadableTemplate(
                            "%s: SAM's policy template %s is not supported here"
                                    .formatted(function, document.keySet()),
                            null);
                }
                statements.addAll(statements(function, document));
            } else {
                statements.addAll(managed(Json.string(policy)));
            }
        }
        if (template.queueSources().stream().anyMatch(each -> each.function().equals(function))) {
            statements.addAll(managed(AWS_POLICY + "AWSLambdaSQSQueueExecutionRole"));
        }
        String destination = template.failureDestination(function);
        if (destination.contains(":sqs:")) {
            statements.add(allow("OnFailure", List.of("sqs:SendMessage"), destination));
        }
        return new Role("%s-%sRole".formatted(LocalStack.NAME, function), statements);
    }

    private List<Statement> managed(String arn) {
        for (String id : template.ids("AWS::IAM::ManagedPolicy")) {
            if (template.ref(id).equals(arn)) {
                return statements(id, template.properties(id).get("PolicyDocument"));
            }
        }
        String name = LocalStack.nameIn(arn);
        List<String> actions = OF_AWS.get(name);
        if (actions == null) {
            throw new UnreadableTemplate(
                    "the managed policy %s is not supported here".formatted(arn), null);
        }
        return List.of(allow(name, actions, "*"));
    }

    private static Statement allow(String sid, List<String> actions, String resource) {
        return Statement.read(
                sid, Map.of("Effect", "Allow", "Action", actions, "Resource", resource));
    }

    private static List<Statement> statements(
            String policy, @org.jspecify.annotations.Nullable Object document) {
        List<Statement> statements = new ArrayList<>();
        for (Object each : Json.list(Json.map(document).get("Statement"))) {
            statements.add(
                    Statement.read(
                            "%s#%d".formatted(policy, statements.size() + 1), Json.map(each)));
        }
        return statements;
    }
}
