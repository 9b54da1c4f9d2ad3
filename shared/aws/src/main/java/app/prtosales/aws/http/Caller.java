package app.prtosales.aws.http;

import java.util.Set;

/// Who calls, as a token that the gateway verified says.
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

    /// Whether somebody, and not who: this may end in a log line (I10).
    @Override
    public String toString() {
        return "a caller with the roles " + roles;
    }
}
