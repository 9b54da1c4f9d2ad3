package app.prtosales.directory;

import app.prtosales.id.RepId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people read where records hold ids: the names in the directory, as they are now. A name
/// lies in the directory only (R5.10), so who was taken off it has none.
public interface Names {

    /// By the ids of the segments.
    Map<String, String> segments();

    /// By the ids of the reps.
    Map<RepId, String> reps();

    /// Who owns each sequence, by the sequence's name.
    Map<String, String> sequenceOwners();

    /// The company that PR and sales work for; null where the agreement does not say.
    @Nullable String company();

    /// Each call reads its list.
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
