package app.prtosales.directory;

import app.prtosales.directory.Rep.Employment;
import app.prtosales.directory.Roster.Member;
import app.prtosales.directory.Roster.Membership;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.text.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Interprets stored rows. [RowChecks] checked every row before it was stored.
final class Rows {

    static final String OWNER_EMAIL = "ownerEmail";

    /// Marks a removed row if no time is stored.
    static final String GONE = "true";

    private Rows() {}

    /// Whether this is the remainder of a row that was removed from its list.
    static boolean isGone(Row row) {
        return !row.text(HiddenColumn.GONE).isEmpty();
    }

    /// The rows that are on their list.
    static List<Row> onTheList(List<Row> rows) {
        return rows.stream().filter(row -> !isGone(row)).toList();
    }

    /// Whether this is the remainder of a deleted rep's row (R5.10).
    static boolean isDeleted(Row row) {
        return !row.text(HiddenColumn.DELETED).isEmpty();
    }

    /// When a rep was removed from the list; empty for a rep who is on it, and for remainders from
    /// before this was stored.
    static Optional<Instant> goneSince(Row row) {
        String since = row.text(HiddenColumn.GONE);
        return since.isEmpty() || since.equals(GONE)
                ? Optional.empty()
                : Optional.of(Instant.parse(since));
    }

    static Member member(Row row) {
        return new Member(
                new RepId(row.text("id")),
                isGone(row) ? null : rep(row),
                memberships(row),
                row.list(HiddenColumn.EARLIER_IDS).stream().map(RepId::new).toList(),
                row.list(HiddenColumn.MAILBOXES));
    }

    /// A rep's times on the team, earliest first.
    static List<Membership> memberships(Row row) {
        Instant since = instant(row, HiddenColumn.SINCE);
        return since == null
                ? row.list(HiddenColumn.TEAM).stream().map(Membership::read).toList()
                : List.of(new Membership(since, instant(row, HiddenColumn.UNTIL)));
    }

    static Rep rep(Row row) {
        return new Rep(
                new RepId(row.text("id")),
                row.text("name"),
                row.text("email"),
                optional(row, "secondEmail"),
                ZoneId.of(row.text("zone")),
                row.list("segments"),
                optional(row, "manager"),
                row.text("employment").isEmpty()
                        ? Employment.EMPLOYEE
                        : Words.read(Employment.class, row.text("employment")).orElseThrow(),
                flag(row, "active", true));
    }

    static Segment segment(Row row) {
        return new Segment(row.text("id"), row.text("name"));
    }

    static Sequence sequence(Row row) {
        return new Sequence(
                new SequenceId(row.text("id")),
                row.text("name"),
                row.text("owner"),
                row.text(OWNER_EMAIL),
                row.list("personas"),
                row.list("segments"),
                row.text("status").isEmpty()
                        ? Sequence.Status.ACTIVE
                        : Words.read(Sequence.Status.class, row.text("status")).orElseThrow(),
                row.list("stages"),
                instant(row, HiddenColumn.STATUS_SINCE),
                instant(row, HiddenColumn.OWNER_SINCE),
                stagesGone(row));
    }

    /// When each former stage of a sequence was removed: `<instant>/<stage>`.
    static Map<String, Instant> stagesGone(Row row) {
        Map<String, Instant> gone = new TreeMap<>();
        for (String each : row.list(HiddenColumn.STAGES_GONE)) {
            int slash = each.indexOf('/');
            gone.put(each.substring(slash + 1), Instant.parse(each.substring(0, slash)));
        }
        return gone;
    }

    static TargetAccount account(Row row) {
        return new TargetAccount(
                new AccountId(row.text("id")),
                row.text("name"),
                row.text("segment"),
                row.text("rep").isEmpty() ? null : new RepId(row.text("rep")),
                flag(row, "target", false),
                flag(row, "openDeal", false),
                row.list(HiddenColumn.EARLIER_IDS).stream().map(AccountId::new).toList());
    }

    /// @param segments the segments' names, by id
    static MappingRule rule(Row row, Map<String, String> segments) {
        String segment = optional(row, "segment");
        return new MappingRule(
                row.text("id"),
                optional(row, "format"),
                optional(row, "topic"),
                segment,
                segment == null ? null : segments.getOrDefault(segment, segment),
                optional(row, "persona"),
                new SequenceId(row.text("sequence")),
                row.text("stage"));
    }

    static Agreement agreement(Row row) {
        List<Duration> warnings = row.list("warnings").stream().map(Rows::warning).toList();
        return new Agreement(
                row.text("version"),
                LocalDate.parse(row.text("date")),
                ZoneId.of(row.text("zone")),
                warnings.isEmpty() ? Agreement.DEFAULT_WARNINGS : warnings,
                optional(row, "prOwner"),
                optional(row, "ops"),
                optional(row, "salesLeader"),
                row.list("leadership"),
                row.list("ruleOwners"),
                row.text("auditDay").isEmpty()
                        ? DayOfWeek.MONDAY
                        : DayOfWeek.valueOf(row.text("auditDay").toUpperCase(Locale.ROOT)),
                row.text("auditHour").isEmpty() ? 8 : Integer.parseInt(row.text("auditHour")),
                instant(row, HiddenColumn.AGREED_SINCE),
                optional(row, "company"));
    }

    /// Reads `PT12H`, `12h` or `12`: how long before the deadline.
    static Duration warning(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        String hours = text.endsWith("H") ? text.substring(0, text.length() - 1).strip() : text;
        return Duration.ofHours(Integer.parseInt(hours));
    }

    static boolean flag(Row row, String column, boolean absent) {
        return row.text(column).isEmpty() ? absent : row.text(column).equals("true");
    }

    static @Nullable String optional(Row row, String column) {
        return row.text(column).isEmpty() ? null : row.text(column);
    }

    static @Nullable Instant instant(Row row, HiddenColumn column) {
        return row.text(column).isEmpty() ? null : Instant.parse(row.text(column));
    }
}
