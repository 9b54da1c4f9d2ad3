package app.prtosales.local.edges;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule on a bus: the events it matches, and its targets.
///
/// @param bus the bus's name; `default` is the account's own
public record RuleDefinition(
        String id, String bus, Map<String, Object> pattern, List<Target> targets) {

    public RuleDefinition {
        targets = List.copyOf(targets);
    }

    /// A target of a rule.
    ///
    /// @param inputPath the part of the event that the target gets, such as `$.detail`; null for
    ///   the whole event
    /// @param deadLetters the name of the queue for events that could not be delivered
    public record Target(
            Kind kind, String name, @Nullable String inputPath, @Nullable String deadLetters) {}

    /// The kind of a target.
    public enum Kind {
        QUEUE,
        FUNCTION
    }
}
