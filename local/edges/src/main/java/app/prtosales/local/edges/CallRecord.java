package app.prtosales.local.edges;

import java.util.Map;
import java.util.Optional;

/// Records every call to the edges, one line of JSON each (`docs/testing.md`). The file is named by
/// the system property `prtosales.calls`, in which case each process starts with an empty file, or
/// by the environment variable `PRTOSALES_CALLS`, in which case processes append to it.
public final class CallRecord {

    static final String PROPERTY = "prtosales.calls";
    static final String VARIABLE = "PRTOSALES_CALLS";

    private final RecordFile file;

    private CallRecord(RecordFile file) {
        this.file = file;
    }

    /// The record, or empty if neither the property nor the variable asks for one.
    public static Optional<CallRecord> asked() {
        return RecordFile.ofProperty(PROPERTY)
                .or(() -> RecordFile.ofVariable(VARIABLE))
                .map(CallRecord::new);
    }

    public void add(Map<String, Object> call) {
        file.add(Json.text(call));
    }
}
