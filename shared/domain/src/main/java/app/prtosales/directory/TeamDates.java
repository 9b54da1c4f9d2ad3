package app.prtosales.directory;

import app.prtosales.directory.Roster.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stores when each rep was on the team, so that the team at an earlier instant can be determined.
final class TeamDates {

    /// How long the remainder of a removed rep's row is kept: no open deadline is older.
    private static final Duration KEEP_GONE = Duration.ofDays(60);

    private TeamDates() {}

    /// The rows to store: with these dates and earlier ids, and with the remainders of people who
    /// were on the team and are off the list.
    ///
    /// @param wanted the new list, by id
    /// @param same people on the new list who have a new id
    static List<Row> storedRows(
            List<Row> before,
            Map<String, Row> wanted,
            SamePeople people,
            List<SamePerson> same,
            Instant now) {
        Map<String, Row> stored = new TreeMap<>();
        Map<String, Row> known = new TreeMap<>();
        before.forEach(row -> known.put(row.text("id"), row));
        Map<String, String> renamed =
                same.stream().collect(Collectors.toMap(SamePerson::after, SamePerson::before));
        wanted.forEach((id, row) -> {
            String earlier = String.join(";", people.earlierIds(id, renamed.get(id)));
            stored.put(
                    id,
                    membership(known.get(id), row, now).with(HiddenColumn.EARLIER_IDS, earlier));
        });
        for (Row row : before) {
            String id = row.text("id");
            if (!stored.containsKey(id)) {
                Row gone = gone(row, now);
                if (!gone.text(HiddenColumn.TEAM).isEmpty() || Rows.isDeleted(gone)) {
                    stored.put(id, gone);
                }
            }
        }
        return List.copyOf(stored.values());
    }

    private static Row membership(@Nullable Row before, Row wanted, Instant now) {
        List<Membership> known = before == null ? List.of() : Rows.memberships(before);
        return wanted.with(
                HiddenColumn.TEAM,
                written(memberships(known, Rows.rep(wanted).isOfTheTeam(), now)));
    }

    /// Keeps only the id, the intervals and the mailbox ids, none of which identifies the person by
    /// itself.
    private static Row gone(Row row, Instant now) {
        String mailboxes = Rows.isDeleted(row) ? "" : String.join(";", SamePeople.mailboxes(row));
        return left(row, now)
                .with(HiddenColumn.MAILBOXES, mailboxes)
                .with(HiddenColumn.DELETED, row.text(HiddenColumn.DELETED));
    }

    /// The remainder of a deleted rep's row: the id and the intervals (R5.10).
    static Row deleted(Row row, Instant now) {
        return Rows.isDeleted(row)
                ? row
                : left(row, now).with(HiddenColumn.DELETED, now.toString());
    }

    private static Row left(Row row, Instant now) {
        List<Membership> memberships = memberships(Rows.memberships(row), false, now);
        return new Row(Map.of("id", row.text("id")))
                .with(HiddenColumn.TEAM, written(memberships))
                .with(HiddenColumn.GONE, "true");
    }

    /// Starts or ends an interval if membership changed, and drops intervals that no deadline
    /// needs.
    private static List<Membership> memberships(
            List<Membership> known, boolean isOfTheTeam, Instant now) {
        List<Membership> memberships = new ArrayList<>();
        boolean was = false;
        for (Membership each : known) {
            if (each.until() != null) {
                if (each.until().isAfter(now.minus(KEEP_GONE))) {
                    memberships.add(each);
                }
            } else {
                was = true;
                memberships.add(isOfTheTeam ? each : new Membership(each.since(), now));
            }
        }
        if (isOfTheTeam && !was) {
            memberships.add(new Membership(now, null));
        }
        return memberships;
    }

    private static String written(List<Membership> memberships) {
        return memberships.stream().map(Membership::toString).collect(Collectors.joining(";"));
    }
}
