package app.prtosales.aside;

/// Something stored that could not be read.
///
/// @param partition where it lies: `PLACEMENT#…`, `LEDGER#…`, `DIRECTORY#reps`
/// @param item which item of that partition; of a list, `ROW#` and the row's key
/// @param problem why it could not be read, without a person's address
/// @param told whether ops knows
public record Aside(String partition, String item, String problem, boolean told) {

    /// As people find it in the table: `PLACEMENT#abc / PLACEMENT`.
    public String where() {
        return "%s / %s".formatted(partition, item);
    }
}
