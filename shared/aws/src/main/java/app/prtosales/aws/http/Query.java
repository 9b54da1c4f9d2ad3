package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A request's query parameters in order, decoded. A broken escape stays as sent, to be refused.
public final class Query {

    private record Parameter(String name, String value, boolean isReadable) {}

    private final List<Parameter> parameters = new ArrayList<>();

    Query(String raw) {
        for (String each : raw.split("&", -1)) {
            if (!each.isEmpty()) {
                int equals = each.indexOf('=');
                String name = equals < 0 ? each : each.substring(0, equals);
                String value = equals < 0 ? "" : each.substring(equals + 1);
                parameters.add(
                        new Parameter(
                                decoded(name).orElse(name),
                                decoded(value).orElse(value),
                                decoded(value).isPresent()));
            }
        }
    }

    /// Each name once, in order.
    List<String> names() {
        return parameters.stream().map(Parameter::name).distinct().toList();
    }

    /// All distinct values of a parameter.
    List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .distinct()
                .toList();
    }

    /// Whether every value of a parameter could be decoded.
    boolean isReadable(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .allMatch(Parameter::isReadable);
    }

    /// The first value that could be decoded.
    Optional<String> first(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.isReadable() && parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /// Whether a switch such as `dryRun` is on; a bare name turns it on.
    ///
    /// @return empty if the value is neither on nor off
    static Optional<Boolean> switched(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "true", "1", "yes" -> Optional.of(true);
            case "false", "0", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }
}
