package app.prtosales.directory;

import app.prtosales.history.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stores when a sequence became active or ceased to be, lost a stage, or left the list, because a
/// placement in it counts only until then, and the audit shows when that ended (R2.4). Also stores
/// when its owner changed, because the former owner's links stop working then (R5.12).
final class SequenceDates {

    private SequenceDates() {}

    /// The rows to store: with these dates, and with what is kept of sequences that are off the
    /// list.
    ///
    /// @param wanted the new list, by id
    static List<Row> storedRows(List<Row> before, Map<String, Row> wanted, Instant now) {
        Map<String, Row> known = new TreeMap<>();
        before.forEach(row -> known.put(row.text("id"), row));
        List<Row> stored = new ArrayList<>();
        wanted.forEach((id, row) -> stored.add(dated(known.get(id), row, now)));
        known.forEach((id, row) -> {
            if (!wanted.containsKey(id)) {
                stored.add(gone(row, now));
            }
        });
        return List.copyOf(stored);
    }

    private static Row dated(@Nullable Row before, Row row, Instant now) {
        if (before == null) {
            return row.with(HiddenColumn.STATUS_SINCE, now.toString());
        }
        boolean back = Rows.isGone(before);
        boolean same = isActive(before) == isActive(row);
        boolean sameOwner =
                !back
                        && Person.idOf(before.text(Rows.OWNER_EMAIL))
                                .equals(Person.idOf(row.text(Rows.OWNER_EMAIL)));
        return row.with(
                        HiddenColumn.STATUS_SINCE,
                        same ? before.text(HiddenColumn.STATUS_SINCE) : now.toString())
                .with(
                        HiddenColumn.OWNER_SINCE,
                        sameOwner ? before.text(HiddenColumn.OWNER_SINCE) : now.toString())
                .with(HiddenColumn.STAGES_GONE, stagesGone(before, row, now));
    }

    /// A placement counts only in an active sequence, so paused, archived and gone are treated
    /// alike.
    private static boolean isActive(Row row) {
        return !Rows.isGone(row) && Rows.sequence(row).status() == Sequence.Status.ACTIVE;
    }

    private static String stagesGone(Row before, Row row, Instant now) {
        Map<String, Instant> gone = new TreeMap<>(Rows.stagesGone(before));
        before.list("stages").forEach(stage -> gone.putIfAbsent(stage, now));
        row.list("stages").forEach(stage -> gone.keySet().removeIf(stage::equalsIgnoreCase));
        return gone.entrySet().stream()
                .map(each -> "%s/%s".formatted(each.getValue(), each.getKey()))
                .collect(Collectors.joining(";"));
    }

    /// Keeps the name, to show for placements that were in the sequence.
    private static Row gone(Row row, Instant now) {
        return Rows.isGone(row)
                ? row
                : new Row(Map.of("id", row.text("id"), "name", row.text("name")))
                        .with(
                                HiddenColumn.STATUS_SINCE,
                                isActive(row)
                                        ? now.toString()
                                        : row.text(HiddenColumn.STATUS_SINCE))
                        .with(HiddenColumn.GONE, Rows.GONE);
    }
}
