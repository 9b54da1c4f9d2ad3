package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.id.RepId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records a rep's report that their record in the directory is wrong.
final class ReportWrongRecord {

    private final AddResponse records;
    private final Directory directory;
    private final ResponseListener listener;
    private final InstantSource clock;

    ReportWrongRecord(
            AddResponse records,
            Directory directory,
            ResponseListener listener,
            InstantSource clock) {
        this.records = records;
        this.directory = directory;
        this.listener = listener;
        this.clock = clock;
    }

    Outcome record(Opened.ToFixRecord page, Map<String, String> form) {
        Problems problems = new Problems();
        String what =
                PlainText.requiredLine(
                        FormFields.WHAT,
                        form.get(FormFields.WHAT),
                        FormFields.MAXIMUM_REASON,
                        problems);
        if (problems.any()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        // Stored under the rep's first id, so that the limit is the same whichever link was used.
        RepId first = directory.roster().firstId(page.rep().id());
        WrongRecord fix = new WrongRecord(first, clock.instant(), what, 1);
        Outcome outcome =
                records.record(page, page.placement(), fix, "asked to update their record");
        // Also if it was recorded before, because an earlier attempt may have stopped between the
        // two steps.
        if (recorded(outcome) instanceof WrongRecord stored) {
            listener.recordToFix(page.placement().id(), stored);
        }
        return outcome;
    }

    private static @Nullable Response recorded(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded done -> done.response();
            case Outcome.AlreadyRecorded before -> before.response();
            case Outcome.NotYet nothing -> null;
            case Outcome.Invalid nothing -> null;
            case Outcome.Refused nothing -> null;
            case Outcome.LinkRequested nothing -> null;
        };
    }
}
