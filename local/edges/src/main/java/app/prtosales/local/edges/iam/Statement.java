package app.prtosales.local.edges.iam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A statement of a policy attached to a role.
public final class Statement {

    private static final Set<String> ELEMENTS =
            Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");

    private final String sid;
    private final boolean allows;
    private final Matched<Glob> actions;
    private final Matched<ArnPattern> resources;
    private final List<Condition> conditions;

    private Statement(
            String sid,
            boolean allows,
            Matched<Glob> actions,
            Matched<ArnPattern> resources,
            List<Condition> conditions) {
        this.sid = sid;
        this.allows = allows;
        this.actions = actions;
        this.resources = resources;
        this.conditions = List.copyOf(conditions);
    }

    /// The patterns by their text; `inverted` for NotAction and NotResource.
    private record Matched<P>(Map<String, P> patterns, boolean inverted) {

        boolean covers(Predicate<P> matches) {
            return patterns.values().stream().anyMatch(matches) != inverted;
        }

        Matched<P> without(String text) {
            Map<String, P> left = new LinkedHashMap<>(patterns);
            left.remove(text);
            return new Matched<>(left, inverted);
        }
    }

    /// @param standIn the name for a statement that has no Sid
    /// @param document the statement, with references resolved
    /// @throws UnreadablePolicy when the statement uses something that is not supported here
    public static Statement read(String standIn, Map<String, Object> document) {
        for (String element : document.keySet()) {
            if (!ELEMENTS.contains(element)) {
                throw new UnreadablePolicy(
                        "the statement element %s is not supported here".formatted(element));
            }
        }
        Object sid = document.get("Sid");
        String effect = String.valueOf(document.get("Effect"));
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new UnreadablePolicy("%s is not an effect".formatted(effect));
        }
        Map<String, Glob> actions = new LinkedHashMap<>();
        boolean notActions = document.containsKey("NotAction");
        texts(document.get(notActions ? "NotAction" : "Action"))
                .forEach(each -> actions.put(each, Glob.inAnyCase(each)));
        Map<String, ArnPattern> resources = new LinkedHashMap<>();
        boolean notResources = document.containsKey("NotResource");
        texts(document.get(notResources ? "NotResource" : "Resource"))
                .forEach(each -> resources.put(each, ArnPattern.of(each)));
        return new Statement(
                sid == null ? standIn : String.valueOf(sid),
                effect.equals("Allow"),
                new Matched<>(actions, notActions),
                new Matched<>(resources, notResources),
                conditions(document.get("Condition")));
    }

    private static List<Condition> conditions(@Nullable Object written) {
        List<Condition> conditions = new ArrayList<>();
        if (written instanceof Map<?, ?> operators) {
            operators.forEach((operator, keys) -> {
                if (!(keys instanceof Map<?, ?> compared)) {
                    throw new UnreadablePolicy("the condition " + operator + " has no keys");
                }
                compared.forEach((key, values) ->
                        conditions.add(
                                Condition.read(
                                        String.valueOf(operator),
                                        String.valueOf(key),
                                        texts(values))));
            });
        } else if (written != null) {
            throw new UnreadablePolicy("a condition must be a map");
        }
        return conditions;
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(value));
        };
    }

    /// The statement's Sid, or the stand-in.
    public String sid() {
        return sid;
    }

    boolean allows() {
        return allows;
    }

    boolean appliesTo(AccessRequest request) {
        return actions.covers(each -> each.matches(request.action()))
                && resources.covers(each -> each.matches(request.resource()))
                && conditions.stream().allMatch(each -> each.holds(request));
    }

    /// Each element whose removal would allow less; empty for a Deny statement.
    List<Permission> permissions() {
        List<Permission> permissions = new ArrayList<>();
        if (allows) {
            if (!actions.inverted()) {
                actions.patterns()
                        .keySet()
                        .forEach(each ->
                                permissions.add(new Permission(sid, Permission.Part.ACTION, each)));
            }
            if (!resources.inverted()) {
                resources
                        .patterns()
                        .keySet()
                        .forEach(each ->
                                permissions.add(
                                        new Permission(sid, Permission.Part.RESOURCE, each)));
            }
            for (Condition condition : conditions) {
                if (!condition.operator().isNegated()) {
                    condition
                            .values()
                            .forEach(each ->
                                    permissions.add(
                                            new Permission(sid, Permission.Part.VALUE, each)));
                }
            }
        }
        return permissions;
    }

    /// This statement without one of its permissions.
    Statement without(Permission permission) {
        return switch (permission.part()) {
            case ACTION ->
                    new Statement(
                            sid, allows, actions.without(permission.text()), resources, conditions);
            case RESOURCE ->
                    new Statement(
                            sid, allows, actions, resources.without(permission.text()), conditions);
            case VALUE ->
                    new Statement(
                            sid,
                            allows,
                            actions,
                            resources,
                            conditions.stream()
                                    .map(each -> each.without(permission.text()))
                                    .toList());
        };
    }
}
