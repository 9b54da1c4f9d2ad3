package app.prtosales.local.edges.iam;

import java.util.Locale;

/// One element of a role's statement that can be removed.
///
/// @param sid the statement's Sid
/// @param text the element as written, with references resolved
public record Permission(String sid, Part part, String text) {

    /// The part of the statement it belongs to.
    public enum Part {
        ACTION,
        RESOURCE,
        VALUE
    }

    /// As listed in reports: `Put value HISTORY#*`.
    @Override
    public String toString() {
        return "%s %s %s".formatted(sid, part.name().toLowerCase(Locale.ROOT), text);
    }
}
