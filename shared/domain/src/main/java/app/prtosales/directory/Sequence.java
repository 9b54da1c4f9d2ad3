package app.prtosales.directory;

import app.prtosales.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sales sequence in the outreach tool that the company uses.
///
/// @param owner the name of who runs it
/// @param stages in the order in which a buyer goes through them
/// @param statusSince since when it has its status; null where that was not kept
/// @param stagesGone the stages that it had, and when each was removed
public record Sequence(
        String id,
        String name,
        String owner,
        String ownerEmail,
        List<String> personas,
        List<String> segments,
        Status status,
        List<String> stages,
        @Nullable Instant statusSince,
        Map<String, Instant> stagesGone) {

    public Sequence(
            String id,
            String name,
            String owner,
            String ownerEmail,
            List<String> personas,
            List<String> segments,
            Status status,
            List<String> stages) {
        this(id, name, owner, ownerEmail, personas, segments, status, stages, null, Map.of());
    }

    public Sequence {
        personas = List.copyOf(personas);
        segments = List.copyOf(segments);
        stages = List.copyOf(stages);
        stagesGone = Map.copyOf(stagesGone);
    }

    /// Whether it is running: a placement in it counts only while it is (R2.4).
    public enum Status {
        ACTIVE,
        PAUSED,
        ARCHIVED;

        public String word() {
            return Words.of(this);
        }
    }
}
