package app.prtosales.functions.placementintake;

import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.change.ChangeOutcome.Outdated;
import app.prtosales.change.Seen;
import app.prtosales.change.Seen.Newer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the sender of a change saw before (`from`), and the answer if it is outdated.
final class SeenJson {

    private SeenJson() {}

    /// A field that was empty is null or blank.
    ///
    /// @param from may be empty
    static Seen read(JsonObject from, List<String> texts, List<String> lists) {
        List<String> known = new ArrayList<>(texts);
        known.addAll(lists);
        from.onlyKnows(known);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : from.names()) {
            if (texts.contains(name)) {
                fields.put(name, Seen.value(from.text(name)));
            } else if (lists.contains(name)) {
                fields.put(name, from.texts(name));
            }
        }
        return new Seen(fields);
    }

    static ProblemJson problem(Outdated outdated) {
        String fields =
                outdated.newer().stream().map(Newer::field).collect(Collectors.joining(", "));
        return ProblemJson.of(
                        409,
                        "Changed in the meantime",
                        "This was changed after you opened it: %s. Nothing was saved."
                                .formatted(fields))
                .with(
                        "changed",
                        outdated.newer().stream()
                                .map(each -> json(each, outdated.names()))
                                .toList());
    }

    private static Map<String, @Nullable Object> json(Newer newer, Map<String, String> names) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", newer.field());
        json.put(
                "now",
                Seen.LISTS.contains(newer.field())
                        ? newer.now()
                        : newer.now().stream().findFirst().orElse(null));
        json.put("by", newer.by() == null ? null : names.getOrDefault(newer.by(), newer.by()));
        json.put("at", newer.at());
        return json;
    }
}
