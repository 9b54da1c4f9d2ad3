package app.prtosales.local.edges;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule on a bus: which events, and where they go.
///
/// @param bus its name; `default` is the account's own
public record RuleDefinition(
        String id, String bus, Map<String, Object> pattern, List<Target> targets) {

    public RuleDefinition {
        targets = List.copyOf(targets);
    }

    /// Where a rule sends what matches.
    ///
    /// @param inputPath the part of the event that is sent, such as `$.detail`; all of it when
    ///   absent
    /// @param deadLetters the name of the queue for what could not be sent
    public record Target(
            Kind kind, String name, @Nullable String inputPath, @Nullable String deadLetters) {}

    /// What a target is.
    public enum Kind {
        QUEUE,
        FUNCTION
    }
}
