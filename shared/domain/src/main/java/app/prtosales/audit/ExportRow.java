package app.prtosales.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of the export: its kind, and the cells that hold something.
final class ExportRow {

    private final Map<String, String> cells = new LinkedHashMap<>();

    ExportRow(String record) {
        cells.put("record", record);
    }

    /// Leaves the cell empty where there is nothing to put.
    void put(String column, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            cells.put(column, value.toString());
        }
    }

    Map<String, String> cells() {
        return cells;
    }
}
