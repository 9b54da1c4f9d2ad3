package app.prtosales.audit;

import app.prtosales.audit.ComputeWeek.Audited;
import app.prtosales.audit.ReportWeek.Full;
import app.prtosales.audit.ReportWeek.Report;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Directory;
import app.prtosales.placement.InvalidCursorException;
import app.prtosales.placement.PlacementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Exports the rows from which anyone can recompute every figure of a week, and our figures for
/// comparison (R4.6). The rows contain facts rather than conclusions: times of events, recorded
/// responses, and the state of the lists.
public final class ExportWeek {

    /// The columns of the export; each kind of row fills its own.
    public static final List<String> COLUMNS =
            List.of(
                    "record",
                    "id",
                    "group",
                    "outlet",
                    "headline",
                    "url",
                    "format",
                    "tone",
                    "status",
                    "forwardability",
                    "backfill",
                    "publishedAt",
                    "zone",
                    "deadline",
                    "acceptedAt",
                    "dispatchedAt",
                    "judgedAt",
                    "takenBackAt",
                    "endsAt",
                    "segments",
                    "personas",
                    "exempt",
                    "acknowledged",
                    "armed",
                    "reachedIn24h",
                    "inActiveSequence",
                    "referencedInDeal",
                    "evidenceReachedIn24h",
                    "evidenceInActiveSequence",
                    "evidenceReferencedInDeal",
                    "verdict",
                    "cause",
                    "count",
                    "inTime",
                    "of",
                    "lastAt",
                    "sentGroup",
                    "sentReachedIn24h",
                    "sentInActiveSequence",
                    "sentReferencedInDeal",
                    "sentVerdict",
                    "person",
                    "number",
                    "mail",
                    "message",
                    "counted",
                    "left",
                    "state",
                    "mailAcceptedAt",
                    "deliveredAt",
                    "bouncedAt",
                    "suppressedAt",
                    "givenUpAt",
                    "complainedAt",
                    "sequence",
                    "stage",
                    "stages",
                    "account",
                    "accountName",
                    "target",
                    "how",
                    "at",
                    "from",
                    "until",
                    "sentAt",
                    "name",
                    "sent",
                    "now",
                    "refusedAt",
                    "movedFromFutureAt");

    /// A page has at most this many rows, unless the rows of one placement, or of the week itself,
    /// are more. A row takes about 400 bytes of the 6 MB that an API call can return.
    private static final int PAGE = 6_000;

    private final ReportWeek reportWeek;
    private final int page;
    private final Sendings sendings;
    private final ListRows lists;
    private final PingRows pings;

    public ExportWeek(
            ReportWeek reportWeek, Ledger ledger, Sendings sendings, Directory directory) {
        this(reportWeek, ledger, sendings, directory, PAGE);
    }

    ExportWeek(
            ReportWeek reportWeek,
            Ledger ledger,
            Sendings sendings,
            Directory directory,
            int page) {
        this.reportWeek = reportWeek;
        this.page = page;
        this.sendings = sendings;
        this.lists = new ListRows(directory);
        this.pings = new PingRows(ledger, directory);
    }

    /// A page of rows.
    ///
    /// @param rows for each row, the values of the [#COLUMNS] that it fills
    /// @param next the cursor for the next page; null if this is the last one
    public record Page(List<Map<String, String>> rows, @Nullable String next) {}

    /// @param cursor the cursor from the previous page; null for the first page, which contains
    ///   everything except the pings that do not fit on it
    /// @throws InvalidCursorException if the cursor is not a placement of the last 13 weeks. It may
    ///   have moved to another week since the previous page
    public Page export(AuditWeek week, @Nullable String cursor) {
        Full full = reportWeek.full(week);
        Set<PlacementId> ids = ids(full.report().now().judged());
        List<Audited> judged =
                full.computed().quarter().stream()
                        .filter(each -> ids.contains(each.audit().id()))
                        .sorted(Comparator.comparing(each -> each.placement().id().value()))
                        .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        if (cursor == null) {
            rows.addAll(all(full));
        } else if (full.computed().quarter().stream()
                .noneMatch(each -> each.audit().id().value().equals(cursor))) {
            throw new InvalidCursorException();
        }
        for (Audited each : judged) {
            String id = each.placement().id().value();
            if (cursor != null && id.compareTo(cursor) < 0) {
                continue;
            }
            List<Map<String, String>> rowsOfPings = pings.of(each.placement());
            if (!rows.isEmpty() && rows.size() + rowsOfPings.size() > page) {
                return new Page(rows, id);
            }
            rows.addAll(rowsOfPings);
        }
        return new Page(rows, null);
    }

    private List<Map<String, String>> all(Full full) {
        Report report = full.report();
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(week(report));
        Map<String, PlacementAnswers> sent = new HashMap<>();
        Map<String, String> sentGroups = new HashMap<>();
        if (report.sent() != null) {
            remember("judged", report.sent().judged(), sent, sentGroups);
            remember("pending", report.sent().pending(), sent, sentGroups);
            remember("late", report.sent().late(), sent, sentGroups);
        }
        Set<String> exported = new HashSet<>();
        Set<PlacementId> judged = ids(report.now().judged());
        Set<PlacementId> pending = ids(report.now().pending());
        for (Audited each : full.computed().quarter()) {
            PlacementId id = each.audit().id();
            String group =
                    judged.contains(id) ? "judged" : pending.contains(id) ? "pending" : "earlier";
            exported.add(id.value());
            rows.addAll(PlacementRows.placement(each, group, sent, sentGroups));
        }
        for (Audited each : full.computed().late()) {
            if (exported.add(each.audit().id().value())) {
                rows.addAll(PlacementRows.placement(each, "late", sent, sentGroups));
            } else {
                rows.add(Map.of("record", "late", "id", each.audit().id().value()));
            }
        }
        sent.forEach((id, audit) -> {
            if (!exported.contains(id)) {
                rows.add(PlacementRows.gone(audit, sentGroups.getOrDefault(id, "")));
            }
        });
        rows.addAll(sendings.stops().stream().map(ExportWeek::stop).toList());
        rows.addAll(lists.of(full));
        rows.addAll(figures(report));
        rows.addAll(report.restated().stream().map(ExportWeek::restated).toList());
        return rows;
    }

    /// A period when nothing could be sent to reps, which makes a miss HELD (R1.10).
    private static Map<String, String> stop(Stop stop) {
        ExportRow row = new ExportRow("stop");
        row.put("number", stop.number());
        row.put("at", stop.at());
        row.put("until", stop.endedAt());
        return row.cells();
    }

    private static Map<String, String> week(Report report) {
        WeeklyReport now = report.now();
        ExportRow row = new ExportRow("week");
        row.put("id", now.week());
        row.put("zone", now.zone().getId());
        row.put("from", now.startsAt());
        row.put("until", now.endsAt());
        row.put("at", now.computedAt());
        row.put("sentAt", report.sent() == null ? null : report.sent().computedAt());
        return row.cells();
    }

    private static void remember(
            String group,
            List<PlacementAnswers> audits,
            Map<String, PlacementAnswers> sent,
            Map<String, String> groups) {
        for (PlacementAnswers audit : audits) {
            sent.put(audit.id().value(), audit);
            groups.put(audit.id().value(), group);
        }
    }

    private static Set<PlacementId> ids(List<PlacementAnswers> audits) {
        return audits.stream().map(PlacementAnswers::id).collect(Collectors.toSet());
    }

    private static List<Map<String, String>> figures(Report report) {
        Map<String, Integer> now = Figures.of(report.now());
        Map<String, Integer> sent = report.sent() == null ? Map.of() : Figures.of(report.sent());
        Map<String, String> names = new LinkedHashMap<>();
        now.keySet().forEach(name -> names.put(name, name));
        sent.keySet().forEach(name -> names.put(name, name));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String name : names.keySet()) {
            ExportRow row = new ExportRow("figure");
            row.put("name", name);
            row.put("now", now.getOrDefault(name, 0));
            row.put("sent", report.sent() == null ? null : sent.getOrDefault(name, 0));
            rows.add(row.cells());
        }
        return rows;
    }

    private static Map<String, String> restated(Restatement restated) {
        ExportRow row = new ExportRow("restated");
        row.put("name", restated.figure().word());
        row.put("sent", restated.figure().said(restated.from()));
        row.put("now", restated.figure().said(restated.to()));
        row.put("at", restated.at());
        return row.cells();
    }
}
