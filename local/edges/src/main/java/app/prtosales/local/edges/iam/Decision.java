package app.prtosales.local.edges.iam;

import java.util.List;

/// What IAM says to a request.
public sealed interface Decision {

    /// At least one statement allows it, and none denies it.
    record Allowed(List<Statement> by) implements Decision {

        public Allowed {
            by = List.copyOf(by);
        }
    }

    /// No statement speaks of it.
    record NotAllowed() implements Decision {}

    /// A statement forbids it, whatever the others allow.
    record Forbidden(Statement by) implements Decision {}
}
