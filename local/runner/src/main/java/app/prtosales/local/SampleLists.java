package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The lists of the made-up company in `events/sample-company/`.
///
/// @param root the repository's root
/// @param reps the number of reps on the team; 0 for those in the file
/// @param addresses maps each person's address
record SampleLists(Path root, int reps, UnaryOperator<String> addresses) {

    private static final List<String> LISTS =
            List.of("segments", "reps", "sequences", "accounts", "rules", "agreement");
    private static final String DOMAIN = "@sample-medtech.example";

    /// The lists with the addresses as in the files.
    static SampleLists of(Path root, int reps) {
        return new SampleLists(root, reps, UnaryOperator.identity());
    }

    /// The lists with every address at SES's mailbox simulator, which accepts email and delivers it
    /// to nobody.
    static SampleLists mailedToTheSimulator(Path root, int reps) {
        return new SampleLists(
                root,
                reps,
                address ->
                        "success+%s@simulator.amazonses.com"
                                .formatted(address.substring(0, address.indexOf('@'))));
    }

    Path folder() {
        return root.resolve("events/sample-company");
    }

    /// The address of a person at the company.
    String person(String name) {
        return addresses.apply(name + DOMAIN);
    }

    /// Loads all lists over the HTTP API, effective immediately.
    void load(Person ops) {
        for (String list : LISTS) {
            HttpAnswer answer = ops.put("/directory/" + list + "?confirm=true", items(list));
            if (answer.status() >= 300) {
                throw new IllegalStateException(
                        "PUT /directory/%s answered %d: %s"
                                .formatted(list, answer.status(), answer.text()));
            }
        }
    }

    /// The rows of a list.
    List<Map<String, Object>> rows(String list) {
        return Json.list(items(list).get("items")).stream().map(Json::map).toList();
    }

    private Map<String, Object> items(String list) {
        Map<String, Object> items = Json.map(addressed(read(folder().resolve(list + ".json"))));
        return list.equals("reps") && reps > 0 ? Map.of("items", asMany(items)) : items;
    }

    private Object addressed(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> changed = new LinkedHashMap<>();
                Json.map(map).forEach((name, each) -> changed.put(name, addressed(each)));
                yield changed;
            }
            case List<?> list -> list.stream().map(each -> addressed(each)).toList();
            case String text when text.endsWith(DOMAIN) -> addresses.apply(text);
            default -> value;
        };
    }

    /// The wanted number of reps, in the time zones and segments of those in the file.
    private List<Map<String, Object>> asMany(Map<String, Object> items) {
        List<Map<String, Object>> patterns =
                Json.list(items.get("items")).stream()
                        .map(Json::map)
                        .filter(rep -> !"distributor".equals(rep.get("employment")))
                        .toList();
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < reps; i++) {
            Map<String, Object> rep = new LinkedHashMap<>(patterns.get(i % patterns.size()));
            rep.put("id", "rep-%05d".formatted(i + 1));
            rep.put("name", "Rep %d".formatted(i + 1));
            rep.put("email", person("rep-%d".formatted(i + 1)));
            rep.remove("secondEmail");
            rep.remove("manager");
            rep.put("active", true);
            many.add(rep);
        }
        return many;
    }

    /// Reads a JSON file in the repository.
    static Map<String, Object> read(Path file) {
        try {
            return Json.object(Files.readString(file));
        } catch (IOException unreadable) {
            throw new Usage("%s cannot be read".formatted(file));
        } catch (Json.MalformedJson broken) {
            throw new Usage("%s is not JSON: %s".formatted(file, broken.getMessage()));
        }
    }
}
