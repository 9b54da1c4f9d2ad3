package app.prtosales.response;

import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Acknowledged;
import java.time.InstantSource;
import java.util.Map;

/// A rep has read the ping.
final class AcknowledgePing {

    private final AddResponse records;
    private final InstantSource clock;

    AcknowledgePing(AddResponse records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    Outcome record(Opened.ToAcknowledge page, Map<String, String> form) {
        String choice = form.getOrDefault(FormFields.CHOICE, "");
        if (choice.equals(FormFields.NOT_YET)) {
            return new Outcome.NotYet(page.placement());
        }
        if (!choice.equals(FormFields.READ)) {
            return Outcome.Invalid.of(page, FormFields.CHOICE, "choose one of the two");
        }
        Acknowledged read = new Acknowledged(page.rep().id(), clock.instant());
        return records.added(page.placement(), read, "acknowledged")
                ? new Outcome.Recorded(page, page.placement(), read)
                : new Outcome.AlreadyRecorded(page, page.placement(), read);
    }
}
