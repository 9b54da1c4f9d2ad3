package app.prtosales.aws.http;

import java.util.Set;

/// The caller, according to the verified token.
///
/// @param email in lower case
public record Caller(String email, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /// Whether the caller has one of these roles.
    public boolean isOneOf(Set<Role> any) {
        return roles.stream().anyMatch(any::contains);
    }

    /// Reveals only that there is a caller, because this may end up in a log line (I10).
    @Override
    public String toString() {
        return "a caller with the roles " + roles;
    }
}
