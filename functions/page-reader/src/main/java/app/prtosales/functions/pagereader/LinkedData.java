package app.prtosales.functions.pagereader;

import app.prtosales.page.PageFacts.Node;
import app.prtosales.page.PageFacts.Party;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page's JSON-LD, parsed as leniently as real pages require.
///
/// @param broken publication dates found in JSON that could not be parsed
record LinkedData(List<Node> nodes, List<String> broken) {

    private static final int MAXIMUM_NODES = 2_000;
    private static final int MAXIMUM_PARTIES = 5_000;

    /// The most names that are kept for one party.
    private static final int MAXIMUM_NAMES = 20;

    private static final int LONGEST_NAME = 300;
    private static final JsonFactory LENIENT =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(40).build())
                    .build();

    /// The start of the wrapper that old software puts around a script, to hide it from browsers of
    /// its time.
    private static final Pattern OPENING =
            Pattern.compile(
                    "\\s*(?:<!--|//\\s*<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/|<!\\[CDATA\\[)");

    private static final List<String> CLOSINGS =
            List.of("-->", "//]]>", "// ]]>", "]]>", "*/", "/*", ";");

    static LinkedData of(List<String> scripts) {
        List<Object> tops = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (String script : scripts) {
            String json = unwrapped(script);
            try (JsonParser parser = LENIENT.createParser(json)) {
                if (parser.nextToken() != null) {
                    Object value = value(parser);
                    if (value != null) {
                        tops.add(value);
                    }
                }
            } catch (IOException notJson) {
                BrokenJson.published(json).forEach(broken::add);
            }
        }
        Collector collector = new Collector();
        tops.forEach(collector::index);
        tops.forEach(top -> collector.collect(top, List.of()));
        return new LinkedData(List.copyOf(collector.nodes), List.copyOf(broken));
    }

    private static String unwrapped(String script) {
        Matcher opening = OPENING.matcher(script);
        String json = opening.lookingAt() ? script.substring(opening.end()) : script;
        String before;
        do {
            before = json;
            json = json.stripTrailing();
            for (String closing : CLOSINGS) {
                if (json.endsWith(closing)) {
                    json = json.substring(0, json.length() - closing.length());
                }
            }
        } while (json.length() < before.length());
        return json;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (Objects.requireNonNull(parser.currentToken())) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    Object each = value(parser);
                    if (each != null) {
                        object.putIfAbsent(name, each);
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Object each = value(parser);
                    if (each != null) {
                        array.add(each);
                    }
                }
                yield array;
            }
            case VALUE_STRING -> Entities.undone(parser.getText());
            case VALUE_NUMBER_INT -> parser.getText();
            default -> null;
        };
    }

    /// Flattens the parsed values into nodes. An author or publisher that has no name and refers to
    /// another object by `@id` is replaced by that object.
    private static final class Collector {

        private final List<Node> nodes = new ArrayList<>();
        private final Map<String, Map<?, ?>> byId = new HashMap<>();

        /// The parties of each object, so that many references to it cost as much as one.
        private final IdentityHashMap<Map<?, ?>, List<Party>> read = new IdentityHashMap<>();

        private int parties;

        void index(Object value) {
            switch (value) {
                case List<?> list -> list.forEach(this::index);
                case Map<?, ?> map -> {
                    if (map.get("@id") instanceof String id && map.size() > 1) {
                        byId.putIfAbsent(id, map);
                    }
                    map.values().forEach(this::index);
                }
                default -> {}
            }
        }

        void collect(Object value, List<String> path) {
            switch (value) {
                case List<?> list -> list.forEach(each -> collect(each, path));
                case Map<?, ?> map -> collect(map, path);
                default -> {}
            }
        }

        private void collect(Map<?, ?> map, List<String> path) {
            if (nodes.size() >= MAXIMUM_NODES) {
                return;
            }
            nodes.add(
                    new Node(
                            types(map),
                            path,
                            values(map),
                            parties(map.get("author")),
                            parties(map.get("publisher")).stream().findFirst().orElse(null)));
            map.forEach((key, each) -> {
                String name = String.valueOf(key);
                if (name.equals("@graph")) {
                    collect(each, path);
                } else if (each instanceof Map || each instanceof List) {
                    List<String> longer = new ArrayList<>(path);
                    longer.add(name);
                    collect(each, longer);
                }
            });
        }

        private static Set<String> types(Map<?, ?> map) {
            Set<String> types = new LinkedHashSet<>();
            texts(map.get("@type"))
                    .forEach(type ->
                            types.add(
                                    type.replaceFirst("^(?:https?://schema\\.org/|schema:)", "")));
            return types;
        }

        private static Map<String, List<String>> values(Map<?, ?> map) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                List<String> texts = texts(value);
                if (!texts.isEmpty()) {
                    values.put(String.valueOf(key).replaceFirst("^schema:", ""), texts);
                }
            });
            return values;
        }

        private static List<String> texts(@Nullable Object value) {
            return switch (value) {
                case null -> List.of();
                case String text -> List.of(text);
                case List<?> list -> list.stream().flatMap(each -> texts(each).stream()).toList();
                case Map<?, ?> map -> {
                    for (String key : List.of("@id", "url", "@value", "name")) {
                        if (map.get(key) instanceof String text) {
                            yield List.of(text);
                        }
                    }
                    yield List.of();
                }
                default -> List.of();
            };
        }

        private List<Party> parties(@Nullable Object value) {
            return switch (value) {
                case null -> List.of();
                case String name -> List.of(new Party("", name));
                case List<?> list -> list.stream().flatMap(each -> parties(each).stream()).toList();
                case Map<?, ?> map -> party(map);
                default -> List.of();
            };
        }

        private List<Party> party(Map<?, ?> map) {
            Map<?, ?> whole = map;
            if (!map.containsKey("name") && map.get("@id") instanceof String id) {
                whole = byId.getOrDefault(id, map);
            }
            List<Party> found = read.computeIfAbsent(whole, Collector::named);
            parties += found.size();
            return parties > MAXIMUM_PARTIES ? List.of() : found;
        }

        private static List<Party> named(Map<?, ?> map) {
            String types = SideParts.shortened(String.join(" ", types(map)));
            return texts(map.get("name")).stream()
                    .filter(name -> name.length() <= LONGEST_NAME)
                    .limit(MAXIMUM_NAMES)
                    .map(name -> new Party(types, name))
                    .toList();
        }
    }
}
