package app.prtosales.directory;

/// A column of a directory list.
///
/// @param required whether a row without a value is rejected
public record Column(String name, Kind kind, boolean required) {

    /// The type of a column's cells. In CSV every cell is text, and `;` separates the elements of a
    /// list.
    public enum Kind {
        TEXT,
        LIST,
        FLAG,
        NUMBER
    }
}
