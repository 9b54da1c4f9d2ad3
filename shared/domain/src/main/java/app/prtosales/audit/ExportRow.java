package app.prtosales.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of the export: its kind and its nonempty cells.
final class ExportRow {

    private final Map<String, String> cells = new LinkedHashMap<>();

    ExportRow(String record) {
        cells.put("record", record);
    }

    /// Leaves the cell empty if the value is null.
    void put(String column, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            cells.put(column, value.toString());
        }
    }

    Map<String, String> cells() {
        return cells;
    }
}
