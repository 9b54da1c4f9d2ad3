package app.prtosales.directory;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Caches the objects read from a list for as long as the store returns the very same rows; without
/// this, each chunk of pings would parse the whole roster.
final class ParsedOnce<T> {

    private final Function<List<Row>, T> reading;
    private volatile @Nullable Known<T> last;

    ParsedOnce(Function<List<Row>, T> reading) {
        this.reading = reading;
    }

    T of(List<Row> rows) {
        @Nullable Known<T> known = last;
        if (known == null || !known.isOf(rows)) {
            known = new Known<>(rows, reading.apply(rows));
            last = known;
        }
        return known.meaning();
    }

    private record Known<T>(List<Row> rows, T meaning) {

        /// Compares by identity: comparing row by row would cost as much as it saves.
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(List<Row> others) {
            return rows == others;
        }
    }
}
