package app.prtosales.local.edges;

import java.util.Map;
import java.util.Optional;

/// Every call of the edges, one line of JSON each (`docs/testing.md`). The system property
/// `prtosales.calls` names a file that a process begins anew; to the one that the variable
/// `PRTOSALES_CALLS` names, each process adds.
public final class CallRecord {

    static final String PROPERTY = "prtosales.calls";
    static final String VARIABLE = "PRTOSALES_CALLS";

    private final RecordFile file;

    private CallRecord(RecordFile file) {
        this.file = file;
    }

    /// Nothing where nobody asked for one.
    public static Optional<CallRecord> asked() {
        return RecordFile.ofProperty(PROPERTY)
                .or(() -> RecordFile.ofVariable(VARIABLE))
                .map(CallRecord::new);
    }

    /// Adds the line of a call.
    public void add(Map<String, Object> call) {
        file.add(Json.text(call));
    }
}
