package app.prtosales.local.edges;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether an event matches a rule's pattern, as EventBridge decides it.
final class EventPattern {

    private EventPattern() {}

    static boolean matches(Map<String, Object> pattern, Map<String, Object> event) {
        return pattern.entrySet().stream()
                .allMatch(field ->
                        field.getKey().equals("$or")
                                ? Json.list(field.getValue()).stream()
                                        .anyMatch(each -> matches(Json.map(each), event))
                                : field(field.getValue(), event.get(field.getKey())));
    }

    private static boolean field(@Nullable Object pattern, @Nullable Object value) {
        if (pattern instanceof Map<?, ?>) {
            Map<String, Object> nested = Json.map(pattern);
            if (value instanceof List<?> several) {
                return several.stream().anyMatch(each -> matches(nested, Json.map(each)));
            }
            return matches(nested, Json.map(value));
        }
        return Json.list(pattern).stream().anyMatch(each -> alternative(each, value));
    }

    private static boolean alternative(Object wanted, @Nullable Object value) {
        if (wanted instanceof Map<?, ?>) {
            Map<String, Object> operator = Json.map(wanted);
            String name = operator.keySet().iterator().next();
            Object argument = operator.get(name);
            if (name.equals("exists")) {
                return Boolean.TRUE.equals(argument) == (value != null);
            }
            return values(value).stream().anyMatch(each -> operator(name, argument, each));
        }
        return values(value).stream().anyMatch(each -> same(wanted, each));
    }

    private static List<Object> values(@Nullable Object value) {
        return Json.list(value);
    }

    private static boolean operator(String name, @Nullable Object argument, Object value) {
        String text = Json.string(value);
        return switch (name) {
            case "prefix" -> text.startsWith(Json.string(argument));
            case "suffix" -> text.endsWith(Json.string(argument));
            case "equals-ignore-case" -> text.equalsIgnoreCase(Json.string(argument));
            case "wildcard" ->
                    text.matches(
                            java.util.regex.Pattern.quote(Json.string(argument))
                                    .replace("*", "\\E.*\\Q"));
            case "anything-but" -> !excluded(argument, value);
            case "numeric" -> numeric(Json.list(argument), value);
            default ->
                    throw new UnreadableTemplate(
                            "the pattern's operator " + name + " is not known here", null);
        };
    }

    private static boolean excluded(@Nullable Object argument, Object value) {
        if (argument instanceof Map<?, ?>) {
            Map<String, Object> operator = Json.map(argument);
            String name = operator.keySet().iterator().next();
            return Json.list(operator.get(name)).stream()
                    .anyMatch(each -> operator(name, each, value));
        }
        return Json.list(argument).stream().anyMatch(each -> same(each, value));
    }

    private static boolean numeric(List<Object> comparisons, Object value) {
        if (!(value instanceof Number)) {
            return false;
        }
        BigDecimal number = new BigDecimal(value.toString());
        for (int i = 0; i + 1 < comparisons.size(); i += 2) {
            int order = number.compareTo(new BigDecimal(comparisons.get(i + 1).toString()));
            boolean holds =
                    switch (Json.string(comparisons.get(i)).toLowerCase(Locale.ROOT)) {
                        case "=" -> order == 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        default -> false;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Object wanted, Object value) {
        if (wanted instanceof Number && value instanceof Number) {
            return new BigDecimal(wanted.toString()).compareTo(new BigDecimal(value.toString()))
                    == 0;
        }
        return wanted.equals(value);
    }
}
