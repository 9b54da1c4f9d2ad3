package app.prtosales.intake;

import app.prtosales.text.PlainText;
import app.prtosales.text.SameName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The directory's segments, for reading and for naming them in errors.
///
/// @param names what an error calls each segment, by id
/// @param listed all names, as an error lists them
record KnownSegments(Map<String, String> names, String listed) {

    static KnownSegments of(Map<String, String> names) {
        return new KnownSegments(names, PlainText.listed(new TreeSet<>(names.values())));
    }

    static KnownSegments of(Set<String> ids) {
        return of(ids.stream().collect(Collectors.toMap(id -> id, id -> id)));
    }

    boolean contains(String id) {
        return names.containsKey(id);
    }

    /// The ids of the segments with a name, in order.
    List<String> named(String name) {
        String key = SameName.key(name);
        return names.entrySet().stream()
                .filter(each -> SameName.key(each.getValue()).equals(key))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
