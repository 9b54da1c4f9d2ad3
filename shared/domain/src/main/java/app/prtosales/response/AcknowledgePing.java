package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.id.RepId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Acknowledged;
import java.time.InstantSource;
import java.util.Map;

/// Records that a rep has read the ping.
final class AcknowledgePing {

    private final AddResponse records;
    private final Directory directory;
    private final InstantSource clock;

    AcknowledgePing(AddResponse records, Directory directory, InstantSource clock) {
        this.directory = directory;
        this.records = records;
        this.clock = clock;
    }

    Outcome record(Opened.ToAcknowledge page, Map<String, String> form) {
        String choice = form.getOrDefault(FormFields.CHOICE, "");
        if (page.earlier() != null) {
            return new Outcome.AlreadyRecorded(page, page.placement(), page.earlier());
        }
        if (choice.equals(FormFields.NOT_YET)) {
            return new Outcome.NotYet(page, page.placement());
        }
        if (!choice.equals(FormFields.READ)) {
            return Outcome.Invalid.of(page, FormFields.CHOICE, "Choose one of the two answers");
        }
        // Stored under the rep's first id, so that it counts once whichever link the rep used.
        RepId first = directory.roster().firstId(page.rep().id());
        Acknowledged read = new Acknowledged(first, clock.instant());
        return records.added(page.placement(), read, "acknowledged")
                ? new Outcome.Recorded(page, page.placement(), read)
                : new Outcome.AlreadyRecorded(page, page.placement(), read);
    }
}
