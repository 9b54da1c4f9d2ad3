package app.prtosales.response;

import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Removed;
import java.time.InstantSource;
import java.util.Map;

/// Records that a sequence owner has taken a placement out of the sequence.
final class TakeOutOfSequence {

    private final AddResponse records;
    private final InstantSource clock;

    TakeOutOfSequence(AddResponse records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    Outcome record(Opened.ToRemove page, Map<String, String> form) {
        String choice = form.getOrDefault(FormFields.CHOICE, "");
        if (choice.equals(FormFields.NOT_YET)) {
            return new Outcome.NotYet(page.placement());
        }
        if (!choice.equals(FormFields.REMOVED)) {
            return Outcome.Invalid.of(page, FormFields.CHOICE, "Choose one of the two answers");
        }
        return records.record(
                page,
                page.placement(),
                new Removed(page.sequence().id(), clock.instant(), 1),
                page.by(),
                "taken out of %s".formatted(page.sequence().name()),
                null);
    }
}
