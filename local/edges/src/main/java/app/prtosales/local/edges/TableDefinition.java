package app.prtosales.local.edges;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table as the template declares it.
///
/// @param attributes each key attribute and its type (`S`, `N`, `B`)
/// @param keys the key attributes, `HASH` first
/// @param timeToLive the attribute that says when an item expires
public record TableDefinition(
        String name,
        Map<String, String> attributes,
        List<String> keys,
        List<Index> indexes,
        @Nullable String timeToLive) {

    public TableDefinition {
        attributes = Map.copyOf(attributes);
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
    }

    /// The same table under another name.
    TableDefinition named(String other) {
        return new TableDefinition(other, attributes, keys, indexes, timeToLive);
    }

    /// A global secondary index.
    ///
    /// @param projection `ALL`, `KEYS_ONLY` or `INCLUDE`
    /// @param included what `INCLUDE` includes
    public record Index(String name, List<String> keys, String projection, List<String> included) {

        public Index {
            keys = List.copyOf(keys);
            included = List.copyOf(included);
        }
    }
}
