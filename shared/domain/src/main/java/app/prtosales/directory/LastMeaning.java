package app.prtosales.directory;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a list means, worked out once for as long as a store hands out the very same rows: a chunk
/// of pings would otherwise read the whole roster.
final class LastMeaning<T> {

    private final Function<List<Row>, T> reading;
    private volatile @Nullable Known<T> last;

    LastMeaning(Function<List<Row>, T> reading) {
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

        /// Lists that were read anew are not compared row by row: that costs what it would save.
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(List<Row> others) {
            return rows == others;
        }
    }
}
