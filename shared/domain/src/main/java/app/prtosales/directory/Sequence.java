package app.prtosales.directory;

import app.prtosales.text.Words;
import java.util.List;

/// A sales sequence in the outreach tool that the company uses.
///
/// @param owner the name of who runs it
/// @param stages in the order in which a buyer goes through them
public record Sequence(
        String id,
        String name,
        String owner,
        String ownerEmail,
        List<String> personas,
        List<String> segments,
        Status status,
        List<String> stages) {

    public Sequence {
        personas = List.copyOf(personas);
        segments = List.copyOf(segments);
        stages = List.copyOf(stages);
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
