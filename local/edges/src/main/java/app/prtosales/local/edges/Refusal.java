package app.prtosales.local.edges;

/// A call of a function that AWS would refuse.
///
/// @param function the function's logical id
/// @param action as IAM names it, such as `ses:SendEmail`
/// @param why the service's error message
public record Refusal(Kind kind, String function, String action, String why) {

    /// Who refuses the call.
    public enum Kind {
        /// IAM: the function's role does not allow it.
        DENIED,
        /// The service: it rejects a value in the request.
        REFUSED
    }

    /// The line printed for the refusal; the same for refusals of the same kind.
    public String line() {
        return switch (kind) {
            case DENIED -> "denied: %s %s".formatted(function, action);
            case REFUSED -> "refused: %s %s %s".formatted(function, action, why);
        };
    }
}
