package app.prtosales.local.edges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Resolves the template's values for the local stack: parameters, conditions, references, joined
/// strings.
final class Resolver {

    /// Stands for `AWS::NoValue`: the property is left out.
    private static final Object NO_VALUE = new Object();

    /// The suffix of the alias that SAM generates for a function.
    private static final String ALIAS = ".Alias";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Map<String, Object> parameters;
    private final Map<String, Object> conditions;
    private final Map<String, Object> resources;
    private final Map<String, Object> mappings;
    private final LocalStack stack;

    Resolver(Map<String, Object> template, LocalStack stack) {
        this.parameters = Json.map(template.get("Parameters"));
        this.conditions = Json.map(template.get("Conditions"));
        this.resources = Json.map(template.get("Resources"));
        this.mappings = Json.map(template.get("Mappings"));
        this.stack = stack;
        for (String given : stack.parameters().keySet()) {
            if (!parameters.containsKey(given)) {
                throw new UnreadableTemplate("the template has no parameter " + given, null);
            }
        }
    }

    /// The value with everything in it resolved; values that resolve to nothing are left out of
    /// their map or list.
    Object resolve(Object value) {
        return switch (value) {
            case Map<?, ?> map -> resolveMap(Json.map(map));
            case List<?> list -> resolveList(list);
            default -> value;
        };
    }

    boolean holds(String condition) {
        Object definition = conditions.get(condition);
        if (definition == null) {
            throw new UnreadableTemplate("the template has no condition " + condition, null);
        }
        return truth(resolve(definition));
    }

    private Object resolveMap(Map<String, Object> map) {
        if (map.size() == 1) {
            String name = map.keySet().iterator().next();
            Object argument = map.get(name);
            if (name.equals("Ref") && argument != null) {
                return reference(Json.string(argument));
            }
            if (name.equals("Condition") && argument instanceof String condition) {
                return holds(condition);
            }
            if (name.startsWith("Fn::") && argument != null) {
                return call(name.substring(4), argument);
            }
        }
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, each) -> {
            Object result = each == null ? NO_VALUE : resolve(each);
            if (result != NO_VALUE) {
                resolved.put(key, result);
            }
        });
        return resolved;
    }

    private Object resolveList(List<?> list) {
        List<Object> resolved = new ArrayList<>();
        for (Object each : list) {
            Object result = each == null ? NO_VALUE : resolve(each);
            if (result != NO_VALUE) {
                resolved.add(result);
            }
        }
        return resolved;
    }

    private Object call(String function, Object argument) {
        return switch (function) {
            case "GetAtt" -> attribute(argument);
            case "Sub" -> substitute(argument);
            case "If" -> choose(Json.list(argument));
            case "Equals" -> equal(Json.list(resolve(argument)));
            case "Not" -> !truth(Json.list(resolve(argument)).getFirst());
            case "And" -> Json.list(resolve(argument)).stream().allMatch(Resolver::truth);
            case "Or" -> Json.list(resolve(argument)).stream().anyMatch(Resolver::truth);
            case "Join" -> join(Json.list(resolve(argument)));
            case "Split" -> split(Json.list(resolve(argument)));
            case "Select" -> select(Json.list(resolve(argument)));
            case "FindInMap" -> findInMap(Json.list(resolve(argument)));
            case "GetAZs" -> List.of(LocalStack.REGION + "a");
            default ->
                    throw new UnreadableTemplate(
                            "Fn::" + function + " is not supported here", null);
        };
    }

    private Object choose(List<Object> parts) {
        return resolve(holds(Json.string(parts.get(0))) ? parts.get(1) : parts.get(2));
    }

    private static boolean equal(List<Object> parts) {
        return Json.string(parts.get(0)).equals(Json.string(parts.get(1)));
    }

    private static String join(List<Object> parts) {
        return String.join(
                Json.string(parts.get(0)),
                Json.list(parts.get(1)).stream().map(Json::string).toList());
    }

    private static List<String> split(List<Object> parts) {
        return List.of(Json.string(parts.get(1)).split(Pattern.quote(Json.string(parts.get(0)))));
    }

    private static Object select(List<Object> parts) {
        int index = Json.number(parts.get(0), 0);
        List<Object> from = Json.list(parts.get(1));
        return index < from.size() ? from.get(index) : "";
    }

    private Object findInMap(List<Object> parts) {
        Map<String, Object> first =
                Json.map(
                        Json.map(mappings.get(Json.string(parts.get(0))))
                                .get(Json.string(parts.get(1))));
        return Json.string(first.get(Json.string(parts.get(2))));
    }

    private static boolean truth(Object value) {
        return Boolean.parseBoolean(Json.string(value));
    }

    private String substitute(Object argument) {
        List<Object> parts = Json.list(argument);
        Map<String, Object> own =
                parts.size() > 1 ? Json.map(resolve(parts.get(1))) : new LinkedHashMap<>();
        Matcher matcher = PLACEHOLDER.matcher(Json.string(parts.getFirst()));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String name = String.valueOf(matcher.group(2)).strip();
            String replacement;
            if ("!".equals(matcher.group(1))) {
                replacement = "${" + name + "}";
            } else if (own.containsKey(name)) {
                replacement = Json.string(own.get(name));
            } else if (name.contains(".")) {
                replacement = attribute(List.of(name.split("\\.", 2)));
            } else {
                replacement = Json.string(reference(name));
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(text).toString();
    }

    private Object reference(String name) {
        Object pseudo = pseudoParameter(name);
        if (pseudo != null) {
            return pseudo;
        }
        if (parameters.containsKey(name)) {
            return parameter(name);
        }
        if (name.endsWith(ALIAS) && resources.containsKey(name.replace(ALIAS, ""))) {
            String function = name.replace(ALIAS, "");
            return LocalStack.arn(
                    "lambda",
                    "function:%s:%s"
                            .formatted(physicalName(function, typeOf(function)), LocalStack.ALIAS));
        }
        if (!resources.containsKey(name)) {
            // SAM generates resources of its own, such as ServerlessHttpApi.
            return name;
        }
        String type = typeOf(name);
        return switch (type) {
            case "AWS::SQS::Queue" ->
                    "%s/%s/%s"
                            .formatted(stack.edges(), LocalStack.ACCOUNT, physicalName(name, type));
            case "AWS::SecretsManager::Secret" ->
                    LocalStack.arn("secretsmanager", "secret:" + physicalName(name, type));
            case "AWS::SNS::Topic" -> LocalStack.arn("sns", physicalName(name, type));
            case "AWS::IAM::ManagedPolicy" -> LocalStack.iam("policy/" + physicalName(name, type));
            default -> physicalName(name, type);
        };
    }

    private @Nullable Object pseudoParameter(String name) {
        return switch (name) {
            case "AWS::NoValue" -> NO_VALUE;
            case "AWS::Region" -> LocalStack.REGION;
            case "AWS::AccountId" -> LocalStack.ACCOUNT;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> LocalStack.NAME;
            case "AWS::StackId" ->
                    LocalStack.arn("cloudformation", "stack/" + LocalStack.NAME + "/00000000");
            default -> null;
        };
    }

    private Object parameter(String name) {
        String given = stack.parameters().get(name);
        if (given != null) {
            return given;
        }
        Object fallback = Json.map(parameters.get(name)).get("Default");
        if (fallback == null) {
            throw new UnreadableTemplate("the parameter " + name + " has no value", null);
        }
        return Json.string(fallback);
    }

    private String attribute(Object argument) {
        List<Object> parts = Json.list(argument);
        String name = Json.string(parts.get(0));
        String attribute = Json.string(resolve(parts.get(1)));
        if (!resources.containsKey(name)) {
            return name + "." + attribute;
        }
        String type = typeOf(name);
        String physical = physicalName(name, type);
        if (!attribute.equals("Arn")) {
            return attribute.equals("QueueUrl") ? Json.string(reference(name)) : physical;
        }
        return switch (type) {
            case "AWS::SQS::Queue" -> LocalStack.arn("sqs", physical);
            case "AWS::DynamoDB::Table" -> LocalStack.arn("dynamodb", "table/" + physical);
            case "AWS::Events::EventBus" -> LocalStack.arn("events", "event-bus/" + physical);
            case "AWS::Events::Rule" -> LocalStack.arn("events", "rule/" + physical);
            case "AWS::Serverless::Function" -> LocalStack.arn("lambda", "function:" + physical);
            case "AWS::IAM::Role" -> LocalStack.iam("role/" + physical);
            case "AWS::Logs::LogGroup" -> LocalStack.arn("logs", "log-group:" + physical + ":*");
            default -> LocalStack.arn("local", physical);
        };
    }

    /// The resource's name in the local stack: the name in its properties, or a default.
    String physicalName(String logicalId, String type) {
        Map<String, Object> properties =
                Json.map(Json.map(resources.get(logicalId)).get("Properties"));
        for (String property : nameProperties(type)) {
            Object given = properties.get(property);
            if (given != null) {
                return Json.string(resolve(given));
            }
        }
        return switch (type) {
            case "AWS::DynamoDB::Table", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy" ->
                    LocalStack.NAME + "-" + logicalId;
            case "AWS::SES::ConfigurationSet" -> LocalStack.NAME;
            default -> logicalId;
        };
    }

    private static Set<String> nameProperties(String type) {
        return switch (type) {
            case "AWS::SQS::Queue" -> Set.of("QueueName");
            case "AWS::DynamoDB::Table" -> Set.of("TableName");
            case "AWS::IAM::Role" -> Set.of("RoleName");
            case "AWS::IAM::ManagedPolicy" -> Set.of("ManagedPolicyName");
            case "AWS::Logs::LogGroup" -> Set.of("LogGroupName");
            case "AWS::Events::EventBus",
                    "AWS::SecretsManager::Secret",
                    "AWS::SES::ConfigurationSet" ->
                    Set.of("Name");
            default -> Set.of();
        };
    }

    private String typeOf(String logicalId) {
        return Json.string(Json.map(resources.get(logicalId)).get("Type"));
    }
}
