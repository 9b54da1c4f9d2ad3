package app.prtosales.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `docs/openapi.yaml`, and a check of values against its schemas. Supports the parts of JSON
/// Schema that the document uses, but any property that is not described is an error.
final class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "head");

    private final Map<String, Object> document;

    private ApiDescription(Map<String, Object> document) {
        this.document = document;
    }

    static ApiDescription read() {
        try {
            return of(Files.readString(Repository.root().resolve("docs/openapi.yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ApiDescription of(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new ApiDescription(map(new Yaml(new SafeConstructor(options)).load(yaml)));
    }

    /// An operation of the API.
    ///
    /// @param route in the HTTP API's notation, `GET /placements/{id}`
    record Operation(String route, boolean authorized, Map<String, Object> described) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        map(document.get("paths"))
                .forEach((path, item) ->
                        map(item)
                                .forEach((key, each) -> {
                                    if (METHODS.contains(key)) {
                                        Map<String, Object> described = map(each);
                                        Object security =
                                                described.getOrDefault(
                                                        "security", document.get("security"));
                                        operations.add(
                                                new Operation(
                                                        key.toUpperCase(Locale.ROOT) + " " + path,
                                                        !list(security).isEmpty(),
                                                        described));
                                    }
                                }));
        return operations;
    }

    /// The names of an operation's query parameters.
    List<String> queryOf(Operation operation) {
        return list(operation.described().get("parameters")).stream()
                .map(this::resolved)
                .filter(each -> "query".equals(each.get("in")))
                .map(each -> String.valueOf(each.get("name")))
                .toList();
    }

    /// The described response of a route with this status, if any.
    Optional<Map<String, Object>> answer(String route, int status) {
        return operations().stream()
                .filter(each -> each.route().equals(route))
                .map(each -> map(each.described().get("responses")).get(String.valueOf(status)))
                .map(this::resolved)
                .filter(each -> !each.isEmpty())
                .findFirst();
    }

    /// The names of the headers that a response always has.
    List<String> requiredHeaders(Map<String, Object> answer) {
        return map(answer.get("headers")).entrySet().stream()
                .filter(each -> Boolean.TRUE.equals(resolved(each.getValue()).get("required")))
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<String, Object> schema(String name) {
        return resolved(Map.of("$ref", "#/components/schemas/" + name));
    }

    /// The schema of a media type.
    Map<String, Object> schemaOf(@Nullable Object mediaType) {
        return resolved(map(mediaType).get("schema"));
    }

    /// The names of an object's properties, including those of the schemas it is composed of.
    Set<String> properties(Map<String, Object> schema) {
        return properties(schema, new LinkedHashMap<>()).keySet();
    }

    Set<String> required(Map<String, Object> schema) {
        Set<String> required = new LinkedHashSet<>();
        list(schema.get("required")).forEach(each -> required.add(String.valueOf(each)));
        list(schema.get("allOf")).forEach(each -> required.addAll(required(resolved(each))));
        return required;
    }

    /// Where a value violates its schema; empty if it does not.
    List<String> differences(Map<String, Object> schema, @Nullable Object value) {
        List<String> found = new ArrayList<>();
        compare("", schema, value, found);
        return found;
    }

    /// Every example next to a schema, with that schema.
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        collect("", document, examples);
        return examples;
    }

    /// An example and its location.
    record Example(String at, Map<String, Object> schema, @Nullable Object value) {

        @Override
        public String toString() {
            return at;
        }
    }

    private void collect(String at, Object node, List<Example> examples) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> here = map(node);
            if (here.containsKey("schema")) {
                Map<String, Object> schema = resolved(here.get("schema"));
                if (here.containsKey("example")) {
                    examples.add(new Example(at, schema, here.get("example")));
                }
                map(here.get("examples"))
                        .forEach((name, each) ->
                                examples.add(
                                        new Example(
                                                at + "/" + name, schema, map(each).get("value"))));
            }
            here.forEach((name, each) -> {
                if (each != null) {
                    collect(at + "/" + name, each, examples);
                }
            });
        }
    }

    private void compare(
            String at, Map<String, Object> schema, @Nullable Object value, List<String> found) {
        if (schema.containsKey("anyOf")) {
            compareAny(at, schema, value, found);
            return;
        }
        if (!types(schema).isEmpty() && !types(schema).contains(typeOf(value))) {
            found.add("%s is %s, not %s".formatted(at, typeOf(value), types(schema)));
        }
        if (schema.containsKey("enum") && !list(schema.get("enum")).contains(value)) {
            found.add("%s is %s, not one of %s".formatted(at, value, schema.get("enum")));
        }
        if (schema.containsKey("const") && !schema.get("const").equals(value)) {
            found.add("%s is %s, not %s".formatted(at, value, schema.get("const")));
        }
        if (value instanceof String text) {
            compareText(at, schema, text, found);
        }
        if (value instanceof List<?> elements && schema.containsKey("items")) {
            for (int i = 0; i < elements.size(); i++) {
                compare(
                        "%s[%d]".formatted(at, i),
                        resolved(schema.get("items")),
                        elements.get(i),
                        found);
            }
        }
        if (value instanceof Map<?, ?>) {
            compareObject(at, schema, map(value), found);
        }
    }

    private void compareAny(
            String at, Map<String, Object> schema, @Nullable Object value, List<String> found) {
        List<List<String>> each =
                list(schema.get("anyOf")).stream()
                        .map(one -> differences(resolved(one), value))
                        .toList();
        if (each.stream().noneMatch(List::isEmpty)) {
            found.add("%s matches none of the alternatives: %s".formatted(at, each));
        }
    }

    private static void compareText(
            String at, Map<String, Object> schema, String text, List<String> found) {
        if ("date-time".equals(schema.get("format"))
                && !text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")) {
            found.add("%s is %s, not an instant in UTC".formatted(at, text));
        }
        if (schema.get("pattern") instanceof String pattern && !text.matches(pattern)) {
            found.add("%s is %s, which does not match %s".formatted(at, text, pattern));
        }
        if (schema.get("maxLength") instanceof Integer maximum
                && text.codePointCount(0, text.length()) > maximum) {
            found.add("%s is longer than %d".formatted(at, maximum));
        }
    }

    private void compareObject(
            String at, Map<String, Object> schema, Map<String, Object> value, List<String> found) {
        Map<String, Map<String, Object>> properties = properties(schema, new LinkedHashMap<>());
        value.forEach((name, each) -> {
            Map<String, Object> property =
                    schema.get("additionalProperties") instanceof Map<?, ?> any
                            ? properties.getOrDefault(name, map(any))
                            : properties.get(name);
            if (property == null) {
                found.add("%s.%s is not described".formatted(at, name));
            } else {
                compare(at + "." + name, property, each, found);
            }
        });
        required(schema).stream()
                .filter(name -> !value.containsKey(name))
                .forEach(name -> found.add("%s.%s is missing".formatted(at, name)));
    }

    private Map<String, Map<String, Object>> properties(
            Map<String, Object> schema, Map<String, Map<String, Object>> into) {
        map(schema.get("properties")).forEach((name, each) -> into.put(name, resolved(each)));
        list(schema.get("allOf")).forEach(each -> properties(resolved(each), into));
        return into;
    }

    private static List<Object> types(Map<String, Object> schema) {
        Object type = schema.get("type");
        return type == null ? List.of() : type instanceof List ? list(type) : List.of(type);
    }

    private static String typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "string";
            case Boolean flag -> "boolean";
            case Integer number -> "integer";
            case Long number -> "integer";
            case List<?> elements -> "array";
            case Map<?, ?> object -> "object";
            default -> value.getClass().getName();
        };
    }

    private Map<String, Object> resolved(@Nullable Object node) {
        Map<String, Object> here = map(node);
        if (!(here.get("$ref") instanceof String reference)) {
            return here;
        }
        Object found = document;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            found = map(found).get(step);
        }
        if (found == null) {
            throw new IllegalArgumentException(reference + " does not resolve");
        }
        return resolved(found);
    }

    @SuppressWarnings("unchecked") // a YAML mapping whose keys are strings
    static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object node) {
        return node instanceof List<?> found ? (List<Object>) found : List.of();
    }
}
