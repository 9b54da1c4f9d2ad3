package app.prtosales.mail;

import java.util.List;
import java.util.Map;

/// Writes rows as a file for a spreadsheet.
@FunctionalInterface
public interface TableWriter {

    /// @param rows the values by column; empty cells are left out
    String write(List<String> columns, List<Map<String, String>> rows);
}
