package app.prtosales.local.edges.iam;

import java.util.ArrayList;
import java.util.List;

/// A role with all that is attached to it: what it does not allow is refused.
///
/// @param name as its ARN has it
public record Role(String name, List<Statement> statements) {

    public Role {
        statements = List.copyOf(statements);
    }

    /// What the role says: an explicit denial wins, and nothing is allowed by itself.
    public Decision decide(AccessRequest request) {
        List<Statement> allowing = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.speaksOf(request)) {
                if (!statement.allows()) {
                    return new Decision.Forbidden(statement);
                }
                allowing.add(statement);
            }
        }
        return allowing.isEmpty() ? new Decision.NotAllowed() : new Decision.Allowed(allowing);
    }

    /// Whether the role allows it.
    public boolean allows(AccessRequest request) {
        return decide(request) instanceof Decision.Allowed;
    }

    /// Each action, resource and condition value of its statements that allow.
    public List<Right> rights() {
        return statements.stream().flatMap(each -> each.rights().stream()).toList();
    }

    /// The same role without one of its rights.
    public Role without(Right right) {
        return new Role(
                name,
                statements.stream()
                        .map(each ->
                                each.allows() && each.sid().equals(right.sid())
                                        ? each.without(right)
                                        : each)
                        .toList());
    }
}
