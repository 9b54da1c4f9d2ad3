package app.prtosales.local.edges;

/// Something that AWS would refuse a function.
///
/// @param function its logical id
/// @param action as IAM names it, such as `ses:SendEmail`
/// @param why the service's own words
public record Refusal(Kind kind, String function, String action, String why) {

    /// Whose rule it breaks.
    public enum Kind {
        /// The function's role does not allow it.
        DENIED,
        /// The service does not take such a value.
        REFUSED
    }

    /// What a person is told, the same for each of its kind.
    public String line() {
        return switch (kind) {
            case DENIED -> "denied: %s %s".formatted(function, action);
            case REFUSED -> "refused: %s %s %s".formatted(function, action, why);
        };
    }
}
