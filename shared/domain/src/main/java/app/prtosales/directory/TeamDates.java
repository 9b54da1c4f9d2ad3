package app.prtosales.directory;

import app.prtosales.directory.Roster.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stores when each rep was on the team, so that the team at an earlier instant can be determined,
/// however long ago: a verdict may be restated at any time (R1.8).
final class TeamDates {

    /// How long a removed rep is recognized by their mailboxes.
    private static final Duration RECOGNIZED = Duration.ofDays(60);

    private TeamDates() {}

    /// The rows to store: those of the new list, with each person's dates on the team and earlier
    /// ids, and the remainders of the rows of people who are off the list.
    ///
    /// @param wanted the new list, by id
    /// @param same people on the new list who have a new id
    /// @param sentAs by the id that a row is stored under, its id in the uploaded list, if they
    ///   differ
    static List<Row> storedRows(
            List<Row> before,
            Map<String, Row> wanted,
            SamePeople people,
            List<SamePerson> same,
            Map<String, String> sentAs,
            Instant now) {
        Map<String, Row> stored = new TreeMap<>();
        Map<String, Row> known = new TreeMap<>();
        before.forEach(row -> known.put(row.text("id"), row));
        Map<String, String> renamed =
                same.stream().collect(Collectors.toMap(SamePerson::after, SamePerson::before));
        Map<String, String> allSentAs = new TreeMap<>(sentAs);
        before.forEach(
                row -> allSentAs.putIfAbsent(row.text("id"), row.text(HiddenColumn.SENT_AS)));
        Set<String> superseded = Set.copyOf(renamed.values());
        Set<String> held = new HashSet<>(wanted.keySet());
        wanted.forEach((id, row) -> {
            Set<String> earlier =
                    superseded.contains(id) ? Set.of() : people.earlierIds(id, renamed.get(id));
            held.addAll(earlier);
            stored.put(
                    id,
                    membership(known.get(id), row, now)
                            .with(HiddenColumn.EARLIER_IDS, String.join(";", earlier))
                            .with(HiddenColumn.SENT_AS, allSentAs.getOrDefault(id, "")));
        });
        before.forEach(row -> stored.computeIfAbsent(row.text("id"), id -> gone(row, held, now)));
        return List.copyOf(stored.values());
    }

    private static Row membership(@Nullable Row before, Row wanted, Instant now) {
        List<Membership> known = before == null ? List.of() : Rows.memberships(before);
        return wanted.with(
                HiddenColumn.TEAM, written(memberships(known, Rows.rep(wanted).isOnTeam(), now)));
    }

    /// Keeps only the ids, the intervals and, for a while, the mailbox ids, none of which
    /// identifies the person by itself.
    ///
    /// @param held ids that belong to someone on the list: an id is an earlier id of one person
    ///   only
    private static Row gone(Row row, Set<String> held, Instant now) {
        List<String> earlier = new ArrayList<>(row.list(HiddenColumn.EARLIER_IDS));
        earlier.removeAll(held);
        boolean recognized = !Rows.isDeleted(row) && isRecognized(row, now);
        return left(row, now)
                .with(HiddenColumn.EARLIER_IDS, String.join(";", earlier))
                .with(
                        HiddenColumn.MAILBOXES,
                        recognized ? String.join(";", SamePeople.mailboxes(row)) : "")
                .with(HiddenColumn.DELETED, row.text(HiddenColumn.DELETED));
    }

    /// The row, without the mailboxes of a rep who left too long ago to be recognized by them.
    static Row recognizable(Row row, Instant now) {
        return isRecognized(row, now) ? row : row.with(HiddenColumn.MAILBOXES, "");
    }

    private static boolean isRecognized(Row row, Instant now) {
        return goneSince(row, now).isAfter(now.minus(RECOGNIZED));
    }

    /// The remainder of a deleted rep's row: the ids and the intervals (R5.10).
    static Row deleted(Row row, Instant now) {
        return Rows.isDeleted(row)
                ? row
                : left(row, now).with(HiddenColumn.DELETED, now.toString());
    }

    private static Row left(Row row, Instant now) {
        List<Membership> memberships = memberships(Rows.memberships(row), false, now);
        return new Row(Map.of("id", row.text("id")))
                .with(HiddenColumn.TEAM, written(memberships))
                .with(HiddenColumn.EARLIER_IDS, row.text(HiddenColumn.EARLIER_IDS))
                .with(HiddenColumn.SENT_AS, row.text(HiddenColumn.SENT_AS))
                .with(HiddenColumn.GONE, goneSince(row, now).toString());
    }

    private static Instant goneSince(Row row, Instant now) {
        return Rows.goneSince(row).orElse(now);
    }

    /// Starts or ends an interval if membership changed.
    private static List<Membership> memberships(
            List<Membership> known, boolean isOnTeam, Instant now) {
        List<Membership> memberships = new ArrayList<>();
        boolean wasOnTeam = false;
        for (Membership each : known) {
            if (each.until() != null) {
                memberships.add(each);
            } else {
                wasOnTeam = true;
                memberships.add(isOnTeam ? each : new Membership(each.since(), now));
            }
        }
        if (isOnTeam && !wasOnTeam) {
            memberships.add(new Membership(now, null));
        }
        return memberships;
    }

    private static String written(List<Membership> memberships) {
        return memberships.stream().map(Membership::toString).collect(Collectors.joining(";"));
    }
}
