package app.prtosales.directory;

/// A column of a directory list.
///
/// @param required a row without it is refused
public record Column(String name, Kind kind, boolean required) {

    /// What its cells hold. In CSV all are text; a list has `;` between its elements.
    public enum Kind {
        TEXT,
        LIST,
        FLAG,
        NUMBER
    }
}
