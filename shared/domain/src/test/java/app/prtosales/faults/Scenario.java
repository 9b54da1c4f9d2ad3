package app.prtosales.faults;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.change.CorrectionRequest;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Row;
import app.prtosales.faults.PretendAws.Report;
import app.prtosales.faults.PretendAws.Report.Kind;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.response.Response;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.testping.TestPing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happens to a placement, from its submission to the weekly email about it.
enum Scenario {
    /// A team of three queue messages. One email bounces, one is delayed, one is marked as spam,
    /// and one delivery in time is reported only after the deadline.
    WHOLE_TEAM(2 * PingQueue.CHUNK + 3, "2026-06-24T09:00", "amber"),
    /// Changes after the pings went out (Green, corrected, retracted), and recorded responses.
    CHANGED(4, "2026-06-24T09:00", "amber"),
    /// Green from the start, and published only after submission.
    EMBARGOED(4, "2026-06-24T15:00", "green"),
    /// Submitted after its deadline.
    LATE(4, "2026-06-23T06:00", "amber"),
    /// SES reports its events an hour late, after the grace period for a lost reply.
    SLOW_EVENTS(4, "2026-06-24T09:00", "amber"),
    /// The shelf life is shortened: the owner is asked, and then the placement has to leave a
    /// sequence.
    ENDING(4, "2026-06-24T09:00", "green"),
    /// A rep is off the roster while the placement is corrected and turns Red, and comes back.
    AWAY(2, "2026-06-24T09:00", "amber"),
    /// The roster is empty.
    NOBODY(0, "2026-06-24T09:00", "amber");

    /// The time of submission: an hour after 9:00 in New York.
    private static final Instant SUBMITTED = Samples.WEDNESDAY.plus(Duration.ofHours(1));

    /// The following Monday, 8:00 in New York: the weekly email.
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");

    private static final String LAST_OF_THE_FIRST = "rep-0" + PingQueue.CHUNK;
    private static final String FIRST_OF_THE_SECOND = "rep-0" + (PingQueue.CHUNK + 1);
    private static final String LAST = "rep-0" + (2 * PingQueue.CHUNK + 3);

    private static final Set<String> POSITIONS =
            Set.of(
                    "rep-001",
                    "rep-013",
                    "rep-030",
                    LAST_OF_THE_FIRST,
                    FIRST_OF_THE_SECOND,
                    "rep-0" + 2 * PingQueue.CHUNK,
                    "rep-0" + (2 * PingQueue.CHUNK + 1),
                    LAST);

    private static final Duration AT_ONCE = Duration.ZERO;

    private static final Pattern VERDICT =
            Pattern.compile("reached the whole team|missed the 24 hours|no active reps");

    private final int reps;
    private final String publishedAt;
    private final String forwardability;

    Scenario(int reps, String publishedAt, String forwardability) {
        this.reps = reps;
        this.publishedAt = publishedAt;
        this.forwardability = forwardability;
    }

    /// Whether to run the scenario with this call failing. In the large team, only calls about
    /// certain reps are worth it: the first, a middle and the last one, those on both sides of the
    /// edge between two queue messages, and those whose email has a special outcome. The audit's
    /// calls fail only in the small teams.
    boolean isWorthFailing(CallSite site) {
        int rep = site.about().indexOf(".rep-");
        return this != WHOLE_TEAM
                || rep < 0 && !site.operation().equals("audit")
                || rep >= 0 && POSITIONS.contains(site.about().substring(rep + 1, rep + 8));
    }

    /// Runs the scenario.
    ///
    /// @param table the storage
    Run run(FaultPlan plan, Company.Edges table) {
        Company company = new Company(SUBMITTED, table, plan);
        if (this == CHANGED || this == EMBARGOED) {
            List<Row> roster = new ArrayList<>();
            for (int i = 1; i <= reps; i++) {
                roster.add(Company.rep("rep-%03d".formatted(i)));
            }
            roster.add(distributor());
            company.putReps(roster);
        } else if (reps > 0) {
            company.reps(reps);
        }
        PretendAws aws = new PretendAws(plan, company, this::sesReports);
        PlacementId id = PlacementId.of(Samples.waystar().key());
        aws.person(SUBMITTED, "intake", () -> company.submit(submission(), Company.PR, "key"));
        aws.person(
                SUBMITTED.plus(Duration.ofHours(1)),
                "intake",
                () -> company.submit(submission(), Samples.GRACE, null));
        if (this == CHANGED) {
            change(aws, company, id);
            aws.person(SUBMITTED.plus(Duration.ofHours(2)), "test", () -> test(company));
        }
        if (this == ENDING) {
            end(aws, company, id);
        }
        if (this == AWAY) {
            leaveAndComeBack(aws, company, id);
        }
        for (int hour = 0; hour <= 2; hour++) {
            aws.audit(MONDAY.plus(Duration.ofHours(hour)));
        }
        aws.run(MONDAY.plus(Duration.ofHours(9)));
        return new Run(company, aws, company.find(id));
    }

    /// A test ping has no timer as a backup: the person sees the error.
    private void test(Company company) {
        try {
            company.askForTestPing.ask(submission(), null, Company.PR);
        } catch (NotAnnounced notTaken) {
            throw new Fault(String.valueOf(notTaken.getMessage()));
        }
    }

    private void change(PretendAws aws, Company company, PlacementId id) {
        aws.person(
                SUBMITTED.plus(Duration.ofHours(3)),
                "change",
                () -> company.changePlacement.turn(id, "green", null, "approved", Company.PR));
        CorrectionRequest correction =
                new CorrectionRequest(
                        Map.of("headline", "The right headline"), null, null, "a wrong name");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(5)),
                "change",
                () -> company.changePlacement.correct(id, correction, Company.PR));
        String read = company.token(Purpose.ACKNOWLEDGE, id, "rep-001");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(6)),
                "response",
                () -> company.recordResponse.record(read, Map.of("choice", "read")));
        String used = company.token(Purpose.REFERENCE, id, "rep-001");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(7)),
                "response",
                () ->
                        company.recordResponse.record(
                                used, Map.of("account", "account-1", "how", "in-a-meeting")));
        String placed = company.token(Purpose.SEQUENCE, id, "cfo");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(8)),
                "response",
                () -> company.recordResponse.record(placed, Map.of("stage", "awareness")));
        String sent = company.token(Purpose.KIT, id, "rep-001");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(9)),
                "response",
                () ->
                        company.recordResponse.record(
                                sent,
                                Map.of("account", "account-1", "champion", "Sample Champion")));
        String wrong = company.token(Purpose.RECORD, id, "rep-002");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(10)),
                "response",
                () -> company.recordResponse.record(wrong, Map.of("what", "I moved.")));
        String elsewhere = company.token(Purpose.SEQUENCE, id, "cfo");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(11)),
                "response",
                () ->
                        company.recordResponse.record(
                                elsewhere,
                                Map.of(
                                        "stage",
                                        "~not-here",
                                        "reason",
                                        "not ours",
                                        "elsewhere",
                                        "health-system")));
        String placedThere = company.token(Purpose.SEQUENCE, id, "health-system");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(12)),
                "response",
                () -> company.recordResponse.record(placedThere, Map.of("stage", "awareness")));
        aws.person(
                SUBMITTED.plus(Duration.ofHours(30)),
                "change",
                () -> company.changePlacement.retract(id, "the outlet withdrew it", Company.PR));
    }

    private static void end(PretendAws aws, Company company, PlacementId id) {
        String placed = company.token(Purpose.SEQUENCE, id, "cfo");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(3)),
                "response",
                () -> company.recordResponse.record(placed, Map.of("stage", "awareness")));
        aws.person(
                SUBMITTED.plus(Duration.ofHours(4)),
                "change",
                () -> company.changePlacement.renew(id, "2026-06-26", "replaced", Company.PR));
    }

    private static void leaveAndComeBack(PretendAws aws, Company company, PlacementId id) {
        Row stays = Company.rep("rep-001");
        Row leaves = Company.rep("rep-002");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(25)),
                "roster",
                () -> company.putReps(List.of(stays, leaves.with("active", "false"))));
        CorrectionRequest correction =
                new CorrectionRequest(
                        Map.of("headline", "The right headline"), null, null, "a wrong name");
        aws.person(
                SUBMITTED.plus(Duration.ofHours(27)),
                "change",
                () -> company.changePlacement.correct(id, correction, Company.PR));
        aws.person(
                SUBMITTED.plus(Duration.ofHours(29)),
                "change",
                () -> company.changePlacement.turn(id, "red", null, "legal asked", Company.PR));
        aws.person(
                SUBMITTED.plus(Duration.ofHours(50)),
                "roster",
                () -> company.putReps(List.of(stays, leaves)));
    }

    private static Row distributor() {
        Map<String, String> cells = new TreeMap<>(Company.rep("rep-900").cells());
        cells.put("employment", "distributor");
        return new Row(cells);
    }

    private Submission submission() {
        return new SubmissionBuilder(Samples.submission())
                .publishedAt(publishedAt)
                .forwardability(forwardability)
                .backfill(false)
                .build();
    }

    /// The events that SES reports about an email.
    private List<Report> sesReports(DeliveryId id) {
        Duration late = this == SLOW_EVENTS ? Duration.ofMinutes(70) : AT_ONCE;
        Report sent = new Report(Kind.SENT, Duration.ofSeconds(1), late);
        Report delivered = new Report(Kind.DELIVERED, Duration.ofSeconds(4), late);
        if (this != WHOLE_TEAM || id.kind() != MailKind.PING) {
            return List.of(sent, delivered);
        }
        return switch (id.recipient()) {
            case "rep-013" ->
                    List.of(
                            sent,
                            new Report(Kind.DELIVERED, Duration.ofHours(1), Duration.ofHours(30)));
            case LAST_OF_THE_FIRST ->
                    List.of(sent, new Report(Kind.BOUNCED, Duration.ofSeconds(3), late));
            case FIRST_OF_THE_SECOND ->
                    List.of(
                            delivered,
                            sent,
                            new Report(Kind.COMPLAINED, Duration.ofMinutes(9), late));
            case LAST ->
                    List.of(sent, new Report(Kind.DELAYED, Duration.ofSeconds(2), late), delivered);
            default -> List.of(sent, delivered);
        };
    }

    /// The result of a run: the company, AWS and the placement at the end.
    record Run(Company company, PretendAws aws, Placement placement) {

        List<Delivery> rows() {
            return company.ledger.about(placement.id().value());
        }

        /// Everything that must be the same with and without a fault: everything except times.
        End end() {
            Map<String, String> states = new TreeMap<>();
            Stream.of(rows(), auditRows(), testRows())
                    .flatMap(Collection::stream)
                    .forEach(row -> states.put(row.id().value(), row.state().name()));
            Judgment judgment = placement.judgment();
            return new End(
                    placement.status().name(),
                    placement.forwardability().name(),
                    states,
                    judgment == null ? "none" : judgment.first().name(),
                    judgment == null ? null : timeless(judgment.reached()),
                    placement.timers().keySet().toString(),
                    placement.changes().pending().toString(),
                    company.history.of(placement.id().value()).stream()
                            .map(entry -> "%s by %s".formatted(what(entry), entry.by()))
                            .sorted()
                            .toList(),
                    company.thatCount(placement.id()).stream().map(Response::key).sorted().toList(),
                    company.responses.acknowledgedBy(placement.id()),
                    company.stored.about(placement).acknowledged(),
                    company.audits
                            .find(week())
                            .map(week ->
                                    Stream.of(week.judged(), week.pending(), week.late())
                                            .flatMap(Collection::stream)
                                            .map(Run::answers)
                                            .toList())
                            .orElse(List.of("no audit")));
        }

        /// The text of a verdict that is recorded at once includes how many reps were reached by
        /// then, which also depends on time.
        private String what(HistoryEntry entry) {
            return placement.acceptedAt().isAfter(placement.publication().deadline())
                    ? entry.what().replaceFirst("[0-9]+ of ([0-9]+) reached", "of $1")
                    : entry.what();
        }

        List<Delivery> auditRows() {
            return company.ledger.about("audit-" + week());
        }

        private List<Delivery> testRows() {
            Instant asked = SUBMITTED.plus(Duration.ofHours(2));
            return company.ledger.about(TestPing.subjectAt(asked));
        }

        List<HistoryEntry> verdicts() {
            return company.history.of(placement.id().value()).stream()
                    .filter(entry -> VERDICT.matcher(entry.what()).lookingAt())
                    .toList();
        }

        private static AuditWeek week() {
            return AuditWeek.of(MONDAY, Samples.NEW_YORK).previous();
        }

        private static String answers(PlacementAnswers audit) {
            return "%s %s %s %s"
                    .formatted(
                            audit.id(),
                            audit.reachedIn24h().answer(),
                            audit.inActiveSequence().answer(),
                            audit.referencedInDeal().answer());
        }

        private static Reached timeless(Reached reached) {
            return new Reached(
                    reached.verdict(),
                    reached.cause(),
                    reached.count(),
                    reached.inTime(),
                    reached.of(),
                    reached.missing(),
                    reached.left(),
                    null);
        }
    }

    /// The end state of a run.
    record End(
            String status,
            String forwardability,
            Map<String, String> states,
            String firstVerdict,
            @Nullable Reached reached,
            String timers,
            String pending,
            List<String> history,
            List<String> counted,
            List<String> acknowledgedBy,
            int acknowledged,
            List<String> audit) {}
}
