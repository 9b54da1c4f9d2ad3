package app.prtosales.local.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The event rules that a template declares, both as resources and as events of functions.
final class TemplateRules {

    private final CloudTemplate template;

    TemplateRules(CloudTemplate template) {
        this.template = template;
    }

    List<RuleDefinition> all() {
        List<RuleDefinition> rules = new ArrayList<>(declared());
        rules.addAll(onFunctions());
        return rules;
    }

    private List<RuleDefinition> declared() {
        List<RuleDefinition> rules = new ArrayList<>();
        for (String id : template.ids("AWS::Events::Rule")) {
            Map<String, Object> rule = template.properties(id);
            if (rule.containsKey("EventPattern")
                    && !"DISABLED".equals(Json.string(rule.get("State")))) {
                List<RuleDefinition.Target> targets =
                        Json.list(rule.get("Targets")).stream()
                                .map(Json::map)
                                .map(TemplateRules::target)
                                .toList();
                rules.add(
                        new RuleDefinition(
                                id,
                                bus(rule.get("EventBusName")),
                                Json.map(rule.get("EventPattern")),
                                targets));
            }
        }
        return rules;
    }

    private List<RuleDefinition> onFunctions() {
        List<RuleDefinition> rules = new ArrayList<>();
        List<CloudTemplate.Event> onFunctions = new ArrayList<>(template.events("EventBridgeRule"));
        onFunctions.addAll(template.events("CloudWatchEvent"));
        for (CloudTemplate.Event event : onFunctions) {
            Map<String, Object> properties = event.properties();
            Object path = properties.get("InputPath");
            rules.add(
                    new RuleDefinition(
                            event.function() + event.id(),
                            bus(properties.get("EventBusName")),
                            Json.map(properties.get("Pattern")),
                            List.of(
                                    new RuleDefinition.Target(
                                            RuleDefinition.Kind.FUNCTION,
                                            event.function(),
                                            path == null ? null : Json.string(path),
                                            deadLetters(properties)))));
        }
        return rules;
    }

    private static RuleDefinition.Target target(Map<String, Object> target) {
        String arn = Json.string(target.get("Arn"));
        Object path = target.get("InputPath");
        return new RuleDefinition.Target(
                arn.contains(":sqs:") ? RuleDefinition.Kind.QUEUE : RuleDefinition.Kind.FUNCTION,
                LocalStack.nameIn(arn),
                path == null ? null : Json.string(path),
                deadLetters(target));
    }

    private static @Nullable String deadLetters(Map<String, Object> target) {
        String arn = Json.string(Json.map(target.get("DeadLetterConfig")).get("Arn"));
        return arn.isEmpty() ? null : LocalStack.nameIn(arn);
    }

    private static String bus(@Nullable Object name) {
        return name == null ? "default" : LocalStack.nameIn(Json.string(name));
    }
}
