package app.prtosales.directory;

import app.prtosales.id.RepId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The current names in the directory, to show in place of ids. Names are stored only in the
/// directory (R5.10), so anyone removed from it has none.
public interface Names {

    /// The names of the segments, by id.
    Map<String, String> segments();

    /// The names of the reps, by id.
    Map<RepId, String> reps();

    /// The owner of each sequence, by the sequence's name.
    Map<String, String> sequenceOwners();

    /// The company that PR and sales work for; null if the agreement does not name it.
    @Nullable String company();

    /// Reads each list when it is asked for.
    static Names of(Directory directory) {
        return new Names() {
            @Override
            public Map<String, String> segments() {
                return directory.segmentNames();
            }

            @Override
            public Map<RepId, String> reps() {
                Map<RepId, String> names = new HashMap<>();
                directory.roster().everybody().forEach(rep -> names.put(rep.id(), rep.name()));
                return names;
            }

            @Override
            public Map<String, String> sequenceOwners() {
                Map<String, String> names = new HashMap<>();
                directory
                        .sequences()
                        .values()
                        .forEach(each -> names.put(each.name(), each.owner()));
                return names;
            }

            @Override
            public @Nullable String company() {
                return directory.agreement().company();
            }
        };
    }
}
