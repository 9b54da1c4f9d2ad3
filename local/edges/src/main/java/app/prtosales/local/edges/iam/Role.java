package app.prtosales.local.edges.iam;

import java.util.ArrayList;
import java.util.List;

/// A role with all its attached policies; whatever they do not allow is refused.
///
/// @param name as in the role's ARN
public record Role(String name, List<Statement> statements) {

    public Role {
        statements = List.copyOf(statements);
    }

    /// The role's decision: an explicit deny wins, and without an allow there is an implicit deny.
    public Decision decide(AccessRequest request) {
        List<Statement> allowing = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.appliesTo(request)) {
                if (!statement.allows()) {
                    return new Decision.Forbidden(statement);
                }
                allowing.add(statement);
            }
        }
        return allowing.isEmpty() ? new Decision.NotAllowed() : new Decision.Allowed(allowing);
    }

    /// Whether the role allows the request.
    public boolean allows(AccessRequest request) {
        return decide(request) instanceof Decision.Allowed;
    }

    /// Each action, resource and condition value in the role's Allow statements.
    public List<Permission> permissions() {
        return statements.stream().flatMap(each -> each.permissions().stream()).toList();
    }

    /// This role without one of its permissions.
    public Role without(Permission permission) {
        return new Role(
                name,
                statements.stream()
                        .map(each ->
                                each.allows() && each.sid().equals(permission.sid())
                                        ? each.without(permission)
                                        : each)
                        .toList());
    }
}
