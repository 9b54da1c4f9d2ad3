package app.prtosales.local.edges.iam;

import java.util.List;

/// IAM's answer to a request.
public sealed interface Decision {

    /// At least one statement allows it, and none denies it.
    record Allowed(List<Statement> by) implements Decision {

        public Allowed {
            by = List.copyOf(by);
        }
    }

    /// No statement covers it (an implicit deny).
    record NotAllowed() implements Decision {}

    /// A statement denies it, whatever the others allow (an explicit deny).
    record Forbidden(Statement by) implements Decision {}
}
