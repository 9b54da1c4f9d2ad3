package app.prtosales.audit;

import app.prtosales.audit.ComputeWeek.Audited;
import app.prtosales.audit.ReportWeek.Full;
import app.prtosales.audit.ReportWeek.Report;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.SesMessage;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Segment;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.placement.Judgement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.TakenBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives the rows from which somebody else can recompute every figure of a week, and the figures to
/// compare them to (R4.6). The facts are given and not what we made of them: times of events, what
/// was recorded, how the lists stand.
public final class ExportWeek {

    /// The columns of every row; each kind of row fills its own.
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
                    "now");

    /// About how many rows a page has: what a call of the API may answer.
    private static final int PAGE = 8_000;

    private final ReportWeek reportWeek;
    private final Ledger ledger;
    private final Sendings sendings;
    private final Directory directory;

    public ExportWeek(
            ReportWeek reportWeek, Ledger ledger, Sendings sendings, Directory directory) {
        this.reportWeek = reportWeek;
        this.sendings = sendings;
        this.ledger = ledger;
        this.directory = directory;
    }

    /// A page of rows.
    ///
    /// @param rows a value for each of [#COLUMNS] that a row fills
    /// @param next the cursor of the page that follows; null when this is the last
    public record Page(List<Map<String, String>> rows, @Nullable String next) {}

    /// @param cursor of the page before; null for the first, which has all but further pings
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
        }
        for (Audited each : judged) {
            String id = each.placement().id().value();
            if (cursor != null && id.compareTo(cursor) < 0) {
                continue;
            }
            if (rows.size() > PAGE) {
                return new Page(rows, id);
            }
            rows.addAll(pings(each.placement()));
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
        Set<String> told = new HashSet<>();
        Set<PlacementId> judged = ids(report.now().judged());
        Set<PlacementId> pending = ids(report.now().pending());
        for (Audited each : full.computed().quarter()) {
            PlacementId id = each.audit().id();
            String group =
                    judged.contains(id) ? "judged" : pending.contains(id) ? "pending" : "earlier";
            told.add(id.value());
            rows.addAll(placement(each, group, sent, sentGroups));
        }
        for (Audited each : full.computed().late()) {
            if (told.add(each.audit().id().value())) {
                rows.addAll(placement(each, "late", sent, sentGroups));
            } else {
                rows.add(Map.of("record", "late", "id", each.audit().id().value()));
            }
        }
        sent.forEach((id, audit) -> {
            if (!told.contains(id)) {
                rows.add(gone(audit, sentGroups.getOrDefault(id, "")));
            }
        });
        rows.addAll(sendings.stops().stream().map(ExportWeek::stop).toList());
        rows.addAll(lists(full));
        rows.addAll(figures(report));
        rows.addAll(report.restated().stream().map(ExportWeek::restated).toList());
        return rows;
    }

    /// When nothing could go out to reps: what makes a miss HELD (R1.10).
    private static Map<String, String> stop(Stop stop) {
        Cells row = new Cells("stop");
        row.put("number", stop.number());
        row.put("at", stop.at());
        row.put("until", stop.endedAt());
        return row.cells();
    }

    private static Map<String, String> week(Report report) {
        WeeklyReport now = report.now();
        Cells row = new Cells("week");
        row.put("id", now.week());
        row.put("zone", now.zone().getId());
        row.put("from", now.week().startsAt(now.zone()));
        row.put("until", now.week().endsAt(now.zone()));
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

    private static List<Map<String, String>> placement(
            Audited each,
            String group,
            Map<String, PlacementAnswers> sent,
            Map<String, String> sentGroups) {
        Placement placement = each.placement();
        PlacementAnswers audit = each.audit();
        Facts facts = audit.facts();
        String id = audit.id().value();
        Cells row = new Cells("placement");
        row.put("id", id);
        row.put("group", group);
        row.put("outlet", audit.outlet());
        row.put("headline", audit.headline());
        row.put("url", audit.url());
        row.put("format", facts.format().word());
        row.put("tone", facts.tone().word());
        row.put("status", facts.status().word());
        row.put("forwardability", audit.forwardability().word());
        row.put("backfill", facts.backfill());
        row.put("publishedAt", audit.publishedAt());
        row.put("zone", facts.zone().getId());
        row.put("deadline", audit.deadline());
        row.put("acceptedAt", facts.acceptedAt());
        row.put("dispatchedAt", placement.dispatchedAt());
        Judgement judgement = placement.judgement();
        row.put("judgedAt", judgement == null ? null : judgement.judgedAt());
        TakenBack back = placement.changes().takenBack();
        row.put("takenBackAt", back == null ? null : back.at());
        row.put("endsAt", facts.endsAt());
        row.put("segments", String.join(";", facts.segments()));
        row.put("personas", String.join(";", facts.personas()));
        row.put(
                "exempt",
                placement.changes().exemptions().stream()
                        .map(exemption -> exemption.question().word())
                        .collect(Collectors.joining(";")));
        row.put("acknowledged", facts.acknowledged());
        row.put("armed", facts.armed());
        row.put("reachedIn24h", audit.reachedIn24h().answer().word());
        row.put("inActiveSequence", audit.inActiveSequence().answer().word());
        row.put("referencedInDeal", audit.referencedInDeal().answer().word());
        row.put("evidenceReachedIn24h", audit.reachedIn24h().evidence());
        row.put("evidenceInActiveSequence", audit.inActiveSequence().evidence());
        row.put("evidenceReferencedInDeal", audit.referencedInDeal().evidence());
        row.put("verdict", audit.reached().verdict().word());
        row.put("cause", audit.reached().cause() == null ? null : audit.reached().cause().word());
        row.put("count", audit.reached().count());
        row.put("inTime", audit.reached().inTime());
        row.put("of", audit.reached().of());
        row.put("lastAt", audit.reached().lastAt());
        asSent(row, sent.get(id), sentGroups.get(id));
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(row.cells());
        for (Facts.Confirmed confirmed : facts.confirmed()) {
            Cells cells = new Cells("confirmed");
            cells.put("id", id);
            cells.put("sequence", confirmed.sequence());
            cells.put("stage", confirmed.stage());
            cells.put("at", confirmed.at());
            rows.add(cells.cells());
        }
        for (Facts.Used used : facts.uses()) {
            Cells cells = new Cells("reference");
            cells.put("id", id);
            cells.put("account", used.account());
            cells.put("accountName", used.accountName());
            cells.put("how", used.how().word());
            cells.put("at", used.at());
            rows.add(cells.cells());
        }
        return rows;
    }

    private static void asSent(Cells row, @Nullable PlacementAnswers sent, @Nullable String group) {
        if (sent != null) {
            row.put("sentGroup", group);
            row.put("sentReachedIn24h", sent.reachedIn24h().answer().word());
            row.put("sentInActiveSequence", sent.inActiveSequence().answer().word());
            row.put("sentReferencedInDeal", sent.referencedInDeal().answer().word());
        }
    }

    /// It was mailed, and has been withdrawn or moved since.
    private static Map<String, String> gone(PlacementAnswers sent, String group) {
        Cells row = new Cells("placement");
        row.put("id", sent.id());
        row.put("group", "gone");
        row.put("outlet", sent.outlet());
        row.put("headline", sent.headline());
        asSent(row, sent, group);
        return row.cells();
    }

    private List<Map<String, String>> lists(Full full) {
        Directory lists =
                directory.with(Set.of(ListName.SEQUENCES, ListName.ACCOUNTS, ListName.SEGMENTS));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Segment segment : lists.segments()) {
            Cells row = new Cells("segment");
            row.put("id", segment.id());
            row.put("name", segment.name());
            rows.add(row.cells());
        }
        for (Sequence sequence : new TreeMap<>(lists.sequences()).values()) {
            Cells row = new Cells("sequence");
            row.put("sequence", sequence.id());
            row.put("name", sequence.name());
            row.put("state", sequence.status().word());
            row.put("stages", String.join(";", sequence.stages()));
            row.put("personas", String.join(";", sequence.personas()));
            rows.add(row.cells());
        }
        Set<String> used = new TreeSet<>();
        full.computed().quarter().forEach(each -> used.addAll(accounts(each)));
        full.computed().late().forEach(each -> used.addAll(accounts(each)));
        for (TargetAccount account : lists.accounts()) {
            if (used.contains(account.id())) {
                Cells row = new Cells("account");
                row.put("account", account.id());
                row.put("accountName", account.name());
                row.put("target", account.target());
                rows.add(row.cells());
            }
        }
        return rows;
    }

    private static List<String> accounts(Audited each) {
        List<String> accounts = new ArrayList<>();
        for (Facts.Used used : each.audit().facts().uses()) {
            if (used.account() != null) {
                accounts.add(used.account());
            }
        }
        return accounts;
    }

    private static List<Map<String, String>> figures(Report report) {
        Map<String, Integer> now = Figures.of(report.now());
        Map<String, Integer> sent = report.sent() == null ? Map.of() : Figures.of(report.sent());
        Map<String, String> names = new LinkedHashMap<>();
        now.keySet().forEach(name -> names.put(name, name));
        sent.keySet().forEach(name -> names.put(name, name));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String name : names.keySet()) {
            Cells row = new Cells("figure");
            row.put("name", name);
            row.put("now", now.getOrDefault(name, 0));
            row.put("sent", report.sent() == null ? null : sent.getOrDefault(name, 0));
            rows.add(row.cells());
        }
        return rows;
    }

    private static Map<String, String> restated(Restatement restated) {
        Cells row = new Cells("restated");
        row.put("name", restated.question().word());
        row.put("sent", restated.from());
        row.put("now", restated.to());
        row.put("at", restated.at());
        return row.cells();
    }

    /// The frozen recipients and what became of each one's ping.
    private List<Map<String, String>> pings(Placement placement) {
        Instant dispatched = placement.dispatchedAt();
        if (dispatched == null || placement.backfill()) {
            return List.of();
        }
        Set<String> team = new TreeSet<>(directory.roster().teamAt(dispatched));
        Judgement judgement = placement.judgement();
        Set<String> left = judgement == null ? Set.of() : Set.copyOf(judgement.reached().left());
        Set<String> joined =
                judgement == null
                        ? Set.of()
                        : judgement.reached().joined().stream()
                                .map(Reached.Missing::rep)
                                .collect(Collectors.toSet());
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> silent = new TreeSet<>(team);
        for (Delivery ping : ledger.pingsAbout(placement.id().value())) {
            String rep = ping.id().recipient();
            for (SesMessage message : messages(ping)) {
                Cells row = recipient(placement, rep, left);
                row.put("counted", judgement == null ? team.contains(rep) : !joined.contains(rep));
                row.put("number", ping.id().number());
                row.put("mail", ping.id().kind().word());
                row.put("state", ping.sending().name().toLowerCase(Locale.ROOT));
                row.put("mailAcceptedAt", ping.acceptedAt());
                row.put("message", message.id());
                row.put("deliveredAt", message.deliveredAt());
                row.put("bouncedAt", at(message.bounced()));
                row.put("suppressedAt", at(message.suppressed()));
                row.put("givenUpAt", at(message.givenUp()));
                row.put("complainedAt", message.complainedAt());
                rows.add(row.cells());
            }
            silent.remove(ping.id().recipient());
        }
        for (String rep : silent) {
            Cells row = recipient(placement, rep, left);
            row.put("counted", true);
            rows.add(row.cells());
        }
        return rows;
    }

    /// A row for each SES message; one without a message where SES reported nothing.
    private static List<SesMessage> messages(Delivery ping) {
        return ping.messages().isEmpty()
                ? List.of(SesMessage.nothingKnown(SesMessage.UNKNOWN))
                : ping.messages();
    }

    private static @Nullable Instant at(SesMessage.@Nullable Failed failed) {
        return failed == null ? null : failed.at();
    }

    private static Cells recipient(Placement placement, String rep, Set<String> left) {
        Cells row = new Cells("ping");
        row.put("id", placement.id());
        row.put("person", rep);
        row.put("left", left.contains(rep));
        return row;
    }

    /// The cells of a row that hold something.
    private static final class Cells {

        private final Map<String, String> cells = new LinkedHashMap<>();

        Cells(String record) {
            cells.put("record", record);
        }

        void put(String column, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                cells.put(column, value.toString());
            }
        }

        Map<String, String> cells() {
            return cells;
        }
    }
}
