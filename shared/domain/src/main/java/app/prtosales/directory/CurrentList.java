package app.prtosales.directory;

import java.util.List;

/// A list as its owner wrote it.
///
/// @param version increases with each change; 0 if the list was never stored
/// @param held the reps' addresses that get no email; empty for other lists
public record CurrentList(long version, List<Row> rows, List<HeldAddress> held) {

    public CurrentList {
        rows = List.copyOf(rows);
        held = List.copyOf(held);
    }
}
