package app.prtosales.local.edges.iam;

import java.util.Locale;

/// One thing in a role's statement that could be taken out of it.
///
/// @param sid of the statement
/// @param text as the statement has it, with every reference resolved
public record Right(String sid, Part part, String text) {

    /// Where it stands.
    public enum Part {
        ACTION,
        RESOURCE,
        VALUE
    }

    /// As a line of a list: `Put value HISTORY#*`.
    @Override
    public String toString() {
        return "%s %s %s".formatted(sid, part.name().toLowerCase(Locale.ROOT), text);
    }
}
