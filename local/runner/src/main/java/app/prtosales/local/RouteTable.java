package app.prtosales.local;

import app.prtosales.local.edges.RouteDefinition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The HTTP API's routes: the most specific match wins, and a `HEAD` request does not match a `GET`
/// route.
final class RouteTable {

    private static final Pattern SLASH = Pattern.compile("/");

    private final List<RouteDefinition> routes;

    RouteTable(List<RouteDefinition> routes) {
        List<RouteDefinition> sorted = new ArrayList<>(routes);
        sorted.sort(Comparator.comparing(RouteTable::vagueness));
        this.routes = List.copyOf(sorted);
    }

    /// The matching route, and the values of its path parameters.
    record Match(RouteDefinition route, Map<String, String> parameters) {}

    /// @param path the path as sent, still encoded
    Optional<Match> find(String method, String path) {
        for (RouteDefinition route : routes) {
            if (route.method().equals(method) || route.method().equals("ANY")) {
                Optional<Map<String, String>> parameters = fit(route.path(), path);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(route, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// A sort key that puts more specific paths first.
    private static String vagueness(RouteDefinition route) {
        String path = route.path();
        int kind =
                path.equals("$default") ? 3 : path.contains("+}") ? 2 : path.contains("{") ? 1 : 0;
        int any = route.method().equals("ANY") ? 1 : 0;
        return "%d%d%05d".formatted(kind, any, 99_999 - path.length());
    }

    private static Optional<Map<String, String>> fit(String template, String path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (template.equals("$default")) {
            return Optional.of(parameters);
        }
        String[] wanted = SLASH.split(template, -1);
        String[] given = SLASH.split(path, -1);
        for (int i = 0; i < wanted.length; i++) {
            String part = wanted[i];
            if (part.endsWith("+}") && i < given.length) {
                String rest = String.join("/", List.of(given).subList(i, given.length));
                parameters.put(part.substring(1, part.length() - 2), decode(rest));
                return Optional.of(parameters);
            }
            if (i >= given.length) {
                return Optional.empty();
            }
            if (part.startsWith("{") && part.endsWith("}")) {
                if (given[i].isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(part.substring(1, part.length() - 1), decode(given[i]));
            } else if (!part.equals(given[i])) {
                return Optional.empty();
            }
        }
        return wanted.length == given.length ? Optional.of(parameters) : Optional.empty();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
