package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.placement.Format;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.text.Words;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// The placements in `placements.csv`, as PR would submit them.
@NullMarked
final class RealPlacements {

    private RealPlacements() {}

    record Real(Story story, String note) {

        @Override
        public String toString() {
            return story.outlet() + ": " + story.headline();
        }
    }

    static List<Real> all() {
        try (var file = RealPlacements.class.getResourceAsStream("/placements.csv");
                var reader = new InputStreamReader(file, UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return rows.stream().map(RealPlacements::real).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Real real(NamedCsvRecord row) {
        String headline = row.getField("headline");
        return new Real(
                new Story(
                        Samples.url(row.getField("url")),
                        row.getField("outlet"),
                        headline.isEmpty() ? "(no headline)" : headline,
                        Words.read(Format.class, row.getField("format")).orElseThrow(),
                        Tone.NEUTRAL,
                        filled(row.getField("topic")),
                        filled(row.getField("spokesperson")),
                        null,
                        null,
                        null),
                row.getField("one_line_note"));
    }

    private static @Nullable String filled(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
