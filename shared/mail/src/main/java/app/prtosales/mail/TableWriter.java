package app.prtosales.mail;

import java.util.List;
import java.util.Map;

/// Writes rows as a file that a spreadsheet opens.
@FunctionalInterface
public interface TableWriter {

    /// @param rows a text for each column that a row fills
    String write(List<String> columns, List<Map<String, String>> rows);
}
