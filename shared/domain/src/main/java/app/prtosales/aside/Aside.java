package app.prtosales.aside;

/// A stored item that could not be read.
///
/// @param partition the item's partition key: `PLACEMENT#…`, `LEDGER#…`, `DIRECTORY#reps`
/// @param item the item within that partition; for a list, `ROW#` and the row's key
/// @param problem why it could not be read, without anyone's address
/// @param told whether ops has been notified
public record Aside(String partition, String item, String problem, boolean told) {

    /// The item's key as people look it up in the table: `PLACEMENT#abc / PLACEMENT`.
    public String where() {
        return "%s / %s".formatted(partition, item);
    }
}
