package app.prtosales.response;

import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.placement.Placement;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Removed;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records that a sequence owner has taken a placement out of the sequence.
final class TakeOutOfSequence {

    private final AddResponse records;
    private final InstantSource clock;

    TakeOutOfSequence(AddResponse records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    /// @param by the holder of the link; null for older links that do not store it
    Outcome record(
            Opened page,
            Placement placement,
            Sequence sequence,
            @Nullable Person by,
            Map<String, String> form) {
        String choice = form.getOrDefault(FormFields.CHOICE, "");
        if (choice.equals(FormFields.NOT_YET)) {
            return new Outcome.NotYet(page, placement);
        }
        if (!choice.equals(FormFields.REMOVED)) {
            return Outcome.Invalid.of(page, FormFields.CHOICE, "Choose one of the two answers");
        }
        return records.record(
                page,
                placement,
                new Removed(sequence.id(), clock.instant(), 1),
                by,
                "taken out of %s".formatted(sequence.name()),
                null);
    }
}
