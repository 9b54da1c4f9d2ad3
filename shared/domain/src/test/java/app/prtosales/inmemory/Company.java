package app.prtosales.inmemory;

import app.prtosales.aside.Aside;
import app.prtosales.aside.Asides;
import app.prtosales.audit.AuditMail;
import app.prtosales.audit.AuditMailWriter;
import app.prtosales.audit.Audits;
import app.prtosales.audit.ExportWeek;
import app.prtosales.audit.NotifyOfLateAudit;
import app.prtosales.audit.ReportWeek;
import app.prtosales.audit.RunWeeklyAudit;
import app.prtosales.audit.WatchAudit;
import app.prtosales.change.ChangePlacement;
import app.prtosales.change.NotifyOfChanges;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Mailboxes;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Postman;
import app.prtosales.delivery.Refusals;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendingAccount;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.SesEvent;
import app.prtosales.directory.Directory;
import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.ForgetRep;
import app.prtosales.directory.ListName;
import app.prtosales.directory.RecipientDomains;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.RosterColumns;
import app.prtosales.directory.Row;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.History;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.intake.ImportPlacements;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.intake.SubmitPlacement;
import app.prtosales.link.Link;
import app.prtosales.link.LinkKey;
import app.prtosales.link.LinkKeys;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.NotifyOfRefusals;
import app.prtosales.mailing.PingQueue;
import app.prtosales.mailing.ResponseErrands;
import app.prtosales.notice.CheckQuota;
import app.prtosales.notice.HandleUndelivered;
import app.prtosales.notice.NotifyOfItemsAside;
import app.prtosales.notice.NotifyOfSendingStopped;
import app.prtosales.notice.NotifyOfWrongRecord;
import app.prtosales.notice.WarnBeforeDeadline;
import app.prtosales.overview.ShowPlacement;
import app.prtosales.ping.CatchUpJoiners;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.ping.NotifyOfNobodyLeft;
import app.prtosales.ping.PlanPings;
import app.prtosales.ping.RecordFeedback;
import app.prtosales.ping.RemindOfKit;
import app.prtosales.ping.RepeatMissedChanges;
import app.prtosales.ping.SendPings;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Reached;
import app.prtosales.privacy.DeletePerson;
import app.prtosales.renewal.MailNewLink;
import app.prtosales.response.Champion;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Responses;
import app.prtosales.response.ResponsesWithCopies;
import app.prtosales.response.SameUse;
import app.prtosales.samples.Samples;
import app.prtosales.sequence.AskAfterNewRules;
import app.prtosales.sequence.SequenceTasks;
import app.prtosales.sequence.UnansweredTasks;
import app.prtosales.testping.AskForTestPing;
import app.prtosales.testping.PreviewPing;
import app.prtosales.testping.SendTestPing;
import app.prtosales.testping.TestPings;
import app.prtosales.text.ReaderClock;
import app.prtosales.tick.CheckDeadlines;
import app.prtosales.tick.RunErrand;
import app.prtosales.tick.WatchAsides;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A whole company in memory: the product's use cases on in-memory ports, a queue that is processed
/// when a test says so, and a mail system that behaves as the test tells it to.
public final class Company {

    /// Far more than any test queues.
    private static final int MAXIMUM_MESSAGES = 20_000;

    private static final ReaderClock OPS_CLOCK = new ReaderClock(ZoneOffset.UTC, Instant.EPOCH);

    public static final String OPS = "ops@sample-medtech.example";
    public static final String CEO = "ceo@sample-medtech.example";
    public static final Person PR = Person.withEmail("pr@sample-medtech.example");

    public final History history;
    public final Placements placements;
    public final Ledger ledger;
    public final Mailboxes mailboxes;
    public final Sendings sendings;
    public final People people;
    public final DirectoryStore store;
    public final InMemoryResponses responses;

    /// The responses as the product reads them, in whichever storage is used.
    public final Responses stored;

    public final Audits audits;
    public final Directory directory;
    public final TestPings tests;
    public final Queue queue = new Queue(() -> this.now);
    public final Mailbox mailbox = new Mailbox();
    public final List<Placement> announced = new ArrayList<>();

    /// What only an alarm can report: the kind of the email, and why it was not accepted.
    public final List<String> alarms = Collections.synchronizedList(new ArrayList<>());

    public final JudgePlacement judge;
    public final CheckDeadlines checkDeadlines;
    public final RecordFeedback recordFeedback;
    public final GuardSending guard;
    public final WatchAudit watchAudit;
    public final Asides asides;
    public final WatchAsides watchAsides;
    public final ReplaceList replaceList;
    public final RecordResponse recordResponse;
    public final ReportWeek reportWeek;
    public final ExportWeek exportWeek;
    public final RunWeeklyAudit runWeeklyAudit;
    public final ShowPlacement showPlacement;
    public final ChangePlacement changePlacement;
    public final ImportPlacements importPlacements;
    public final AskForTestPing askForTestPing;
    public final LinkTokens tokens;

    private final SubmitPlacement submitPlacement;
    private final PlanPings planPings;
    public final SendPings sendPings;
    private final RunErrand runErrand;
    private final NotifyOfChanges notifyOfChanges;

    /// Called while an email waits for its turn.
    public volatile Runnable onTurn = () -> {};

    /// Before this time, no email gets its turn.
    public volatile Instant nextTurn = Instant.MIN;

    private volatile Instant now;
    private boolean busDown;

    public Company(Instant now) {
        this(now, Edges.SOUND);
    }

    /// @param edges wraps the ports
    public Company(Instant now, Edges edges) {
        this(now, Edges.SOUND, edges);
    }

    /// @param table the storage to use instead of the in-memory ports; tests that check results
    ///   then have to look there
    public Company(Instant now, Table table) {
        this(now, table, Edges.SOUND);
    }

    /// @param table the storage to use instead of the in-memory ports
    /// @param edges wraps the ports
    public Company(Instant now, Edges table, Edges edges) {
        this.now = now;
        InMemoryHistory inMemory = new InMemoryHistory();
        this.history = table.edge(History.class, inMemory);
        this.placements = table.edge(Placements.class, new InMemoryPlacements(inMemory));
        this.ledger = table.edge(Ledger.class, new InMemoryLedger());
        this.mailboxes = table.edge(Mailboxes.class, new InMemoryMailboxes());
        this.sendings = table.edge(Sendings.class, new InMemorySendings());
        this.people = table.edge(People.class, new InMemoryPeople());
        this.store = table.edge(DirectoryStore.class, new InMemoryDirectoryStore(inMemory));
        this.responses = new InMemoryResponses(inMemory);
        Responses own = table.edge(Responses.class, this.responses);
        this.stored = new ResponsesWithCopies(own, this.placements);
        this.audits = table.edge(Audits.class, new InMemoryAudits());
        this.tests = table.edge(TestPings.class, new InMemoryTestPings());
        this.asides = table.edge(Asides.class, new InMemoryAsides());
        this.directory = new Directory(store);
        InstantSource clock = () -> this.now;
        Placements placements = edges.edge(Placements.class, this.placements);
        Ledger ledger = edges.edge(Ledger.class, this.ledger);
        Mailboxes mailboxes = edges.edge(Mailboxes.class, this.mailboxes);
        Sendings sendings = edges.edge(Sendings.class, this.sendings);
        People people = edges.edge(People.class, this.people);
        History history = edges.edge(History.class, this.history);
        DirectoryStore store = edges.edge(DirectoryStore.class, this.store);
        Responses responses = new ResponsesWithCopies(edges.edge(Responses.class, own), placements);
        Audits audits = edges.edge(Audits.class, this.audits);
        TestPings tests = edges.edge(TestPings.class, this.tests);
        PingQueue queue = edges.edge(PingQueue.class, this.queue);
        Postman mailbox = edges.edge(Postman.class, this.mailbox);
        Announcements bus = edges.edge(Announcements.class, new Bus());
        Directory directory = new Directory(store);
        tokens = new LinkTokens(edges.edge(LinkKeys.class, new OneKey()));
        MailWriter letters = Company::letter;
        AuditMailWriter auditLetters = Company::letter;
        SendOne sendOne =
                new SendOne(
                        ledger, mailbox, new NotifyOfRefusals(ledger, queue, this::ring), clock);
        HoldMailbox holdMailbox = new HoldMailbox(mailboxes);
        guard = new GuardSending(sendings, clock);
        judge = new JudgePlacement(placements, ledger, directory, sendings, clock);
        reportWeek = new ReportWeek(placements, responses, audits, directory, clock);
        exportWeek = new ExportWeek(reportWeek, ledger, sendings, directory);
        submitPlacement =
                new SubmitPlacement(
                        placements,
                        people,
                        directory,
                        bus,
                        () -> () -> Optional.of(mailbox.account()),
                        sendings,
                        clock);
        SequenceTasks tasks =
                new SequenceTasks(
                        placements, ledger, directory, responses, people, sendOne, letters, clock);
        planPings =
                new PlanPings(
                        placements,
                        ledger,
                        directory,
                        queue,
                        holdMailbox,
                        judge,
                        tasks,
                        sendOne,
                        letters,
                        clock);
        sendPings =
                new SendPings(
                        placements,
                        ledger,
                        directory,
                        responses,
                        queue,
                        holdMailbox,
                        sendOne,
                        letters,
                        this::awaitTurn,
                        guard,
                        clock);
        notifyOfChanges =
                new NotifyOfChanges(
                        placements,
                        ledger,
                        directory,
                        responses,
                        holdMailbox,
                        queue,
                        tasks,
                        sendOne,
                        letters,
                        clock);
        PreviewPing preview = new PreviewPing(placements, directory, letters, clock);
        askForTestPing = new AskForTestPing(preview, tests, people, bus, clock);
        changePlacement =
                new ChangePlacement(placements, people, directory, bus, judge, responses, clock);
        importPlacements = new ImportPlacements(placements, responses, people, directory, clock);
        checkDeadlines =
                new CheckDeadlines(
                        placements,
                        ledger,
                        directory,
                        queue,
                        bus,
                        judge,
                        new UnansweredTasks(directory, responses, clock),
                        clock);
        recordFeedback =
                new RecordFeedback(
                        ledger, holdMailbox, queue, judge, guard, placements, directory, clock);
        watchAsides = new WatchAsides(asides, queue, clock);
        watchAudit = new WatchAudit(directory, ledger, queue, clock);
        runErrand =
                new RunErrand(
                        new HandleUndelivered(
                                placements,
                                ledger,
                                directory,
                                holdMailbox,
                                queue,
                                sendOne,
                                letters,
                                clock),
                        new WarnBeforeDeadline(
                                placements, ledger, directory, queue, sendOne, letters, clock),
                        new CatchUpJoiners(
                                placements, ledger, directory, holdMailbox, queue, clock),
                        new RepeatMissedChanges(
                                placements, ledger, directory, holdMailbox, queue, clock),
                        new CheckQuota(
                                placements, directory, mailbox, queue, sendOne, letters, clock),
                        new NotifyOfSendingStopped(guard, directory, queue, sendOne, letters),
                        new NotifyOfItemsAside(asides, directory, queue, sendOne, letters, clock),
                        new NotifyOfLateAudit(watchAudit, directory, sendOne, auditLetters),
                        tasks,
                        new RemindOfKit(placements, ledger, directory, responses, queue, clock),
                        new NotifyOfWrongRecord(
                                placements, ledger, directory, responses, queue, sendOne, letters),
                        new MailNewLink(
                                placements, directory, holdMailbox, queue, sendOne, letters, clock),
                        new SendTestPing(tests, people, preview, queue, sendOne),
                        new NotifyOfNobodyLeft(placements, directory, queue, sendOne, letters),
                        new AskAfterNewRules(placements, queue, clock));
        replaceList = new ReplaceList(store, people, holdMailbox, RecipientDomains.any(), clock);
        recordResponse =
                new RecordResponse(
                        placements,
                        directory,
                        responses,
                        people,
                        new ResponseErrands(queue),
                        tokens,
                        clock);
        runWeeklyAudit =
                new RunWeeklyAudit(
                        reportWeek,
                        audits,
                        directory,
                        new SendOne(ledger, mailbox, Refusals.LEFT_TO_THE_CALLER, clock),
                        auditLetters,
                        clock);
        showPlacement =
                new ShowPlacement(placements, ledger, responses, history, people, directory, clock);
        foundation();
    }

    /// Two segments, two sequences and an agreement in New York; no reps yet.
    private void foundation() {
        put(
                ListName.SEGMENTS,
                row("id", "health-systems", "name", "Health systems"),
                row("id", "payers", "name", "Payers"));
        put(
                ListName.SEQUENCES,
                row(
                        "id",
                        "cfo",
                        "name",
                        "CFO sequence",
                        "owner",
                        "Sample Owner",
                        "ownerEmail",
                        "cfo-owner@sample-medtech.example",
                        "personas",
                        "CFO",
                        "status",
                        "active",
                        "stages",
                        "awareness;consideration"),
                row(
                        "id",
                        "health-system",
                        "name",
                        "Health system sequence",
                        "owner",
                        "Sample Owner",
                        "ownerEmail",
                        "hs-owner@sample-medtech.example",
                        "status",
                        "active",
                        "stages",
                        "awareness;consideration"));
        put(
                ListName.RULES,
                row(
                        "id",
                        "care-coordination-byline",
                        "format",
                        "byline",
                        "topic",
                        "care coordination",
                        "sequence",
                        "health-system",
                        "stage",
                        "awareness"),
                row(
                        "id",
                        "financial-integrity-podcast",
                        "format",
                        "podcast",
                        "topic",
                        "financial integrity",
                        "sequence",
                        "cfo",
                        "stage",
                        "consideration"));
        put(
                ListName.ACCOUNTS,
                row(
                        "id",
                        "account-1",
                        "name",
                        "Sample Hospital 1",
                        "segment",
                        "health-systems",
                        "rep",
                        "rep-001",
                        "target",
                        "true"),
                row(
                        "id",
                        "account-2",
                        "name",
                        "Sample Hospital 2",
                        "segment",
                        "health-systems",
                        "rep",
                        "rep-001",
                        "target",
                        "false"));
        put(
                ListName.AGREEMENT,
                row(
                        "version",
                        "1",
                        "date",
                        "2026-01-05",
                        "zone",
                        "America/New_York",
                        "ops",
                        OPS,
                        "leadership",
                        CEO,
                        "auditDay",
                        "monday",
                        "auditHour",
                        "8"));
    }

    public void reps(int count) {
        putReps(
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> rep("rep-%03d".formatted(i)))
                        .toList());
    }

    public void putReps(List<Row> reps) {
        replaceList.replace(ListName.REPS, reps, PR, new ReplaceList.Options(false, true));
        queue.errand(new Errand.RosterChanged(), Duration.ZERO);
    }

    /// Ops marks every address as working.
    public void addressesWorkAgain() {
        putReps(
                replaceList.read(ListName.REPS).stream()
                        .map(rep -> rep.with(RosterColumns.MAIL_HEALTH, "ok"))
                        .toList());
    }

    public DeletePerson deletePerson() {
        return new DeletePerson(
                people,
                directory,
                new ForgetRep(store, this::now),
                placements,
                responses,
                this::now);
    }

    /// The company's lists, with addresses limited to these email domains.
    public ReplaceList listsLimitedTo(RecipientDomains domains) {
        return new ReplaceList(store, people, new HoldMailbox(mailboxes), domains, () -> now);
    }

    public static Row rep(String id) {
        return row(
                "id",
                id,
                "name",
                "Sample " + id,
                "email",
                id + "@sample-medtech.example",
                "zone",
                "America/Chicago",
                "segments",
                "payers",
                "employment",
                "employee",
                "active",
                "true");
    }

    public void put(ListName list, Row... rows) {
        replaceList.replace(list, List.of(rows), PR, new ReplaceList.Options(false, true));
    }

    /// Sales ops pauses the CFO sequence and has no other.
    public void pauseTheCfoSequence() {
        put(
                ListName.SEQUENCES,
                row(
                        "id", "cfo",
                        "name", "CFO sequence",
                        "owner", "Sample Owner",
                        "ownerEmail", "cfo-owner@sample-medtech.example",
                        "status", "paused",
                        "stages", "awareness;consideration"));
    }

    /// Replaces the sequences: each pair is an id and a status. Their owners stay.
    public void sequences(String... idsAndStatuses) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < idsAndStatuses.length; i += 2) {
            Sequence known = directory.sequences().get(new SequenceId(idsAndStatuses[i]));
            rows.add(
                    row(
                            "id",
                            idsAndStatuses[i],
                            "name",
                            "Name of " + idsAndStatuses[i],
                            "owner",
                            "Sample Owner",
                            "ownerEmail",
                            known == null ? "owner@sample-medtech.example" : known.ownerEmail(),
                            "status",
                            idsAndStatuses[i + 1],
                            "stages",
                            "awareness;consideration"));
        }
        put(ListName.SEQUENCES, rows.toArray(Row[]::new));
    }

    /// Gives the first rep a target account with an open deal, and nobody else any.
    public void openDeal() {
        put(
                ListName.ACCOUNTS,
                row(
                        "id", "account-1",
                        "name", "Sample Hospital 1",
                        "segment", Samples.submission().segments().getFirst(),
                        "rep", "rep-001",
                        "target", "true",
                        "openDeal", "true"));
    }

    public static Row row(String... cells) {
        Map<String, String> filled = new TreeMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            filled.put(cells[i], cells[i + 1]);
        }
        return new Row(filled);
    }

    public Instant now() {
        return now;
    }

    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    public void goTo(Instant time) {
        now = time;
    }

    public void busDown(boolean down) {
        busDown = down;
    }

    /// Puts events on the queue, as the bus rule does.
    private final class Bus implements Announcements {

        @Override
        public void accepted(Placement placement) {
            check();
            announced.add(placement);
            queue.plan(placement.id());
        }

        @Override
        public void changed(Placement placement) {
            check();
            announced.add(placement);
            queue.followUp(placement.id());
        }

        @Override
        public void testAsked(String mail) {
            check();
            queue.errand(new Errand.TestPing(DeliveryId.parse(mail).orElseThrow()), Duration.ZERO);
        }

        private void check() {
            if (busDown) {
                throw new NotAnnounced("the bus is down");
            }
        }
    }

    public SubmitOutcome submit(Submission submission) {
        return submitPlacement.submit(submission, PR, null);
    }

    public SubmitOutcome submit(Submission submission, Person by, @Nullable String key) {
        return submitPlacement.submit(submission, by, key);
    }

    /// Submits a placement and processes the queue until it is empty.
    public Placement distribute(Submission submission) {
        Placement placement = ((SubmitOutcome.Accepted) submit(submission)).placement();
        work();
        return placement;
    }

    /// Processes everything that is queued, including what that queues in turn, whatever its delay.
    ///
    /// @throws IllegalStateException if the queue never becomes empty, for example because SES
    ///   refuses everything
    public void work() {
        work(MAXIMUM_MESSAGES);
        if (!isIdle()) {
            throw new IllegalStateException("the queue never becomes empty");
        }
    }

    /// Processes this many of the queued messages, including those queued in turn; the rest waits.
    public void work(int most) {
        for (int i = 0; i < most && !isIdle(); i++) {
            workNext();
        }
    }

    private boolean isIdle() {
        return queue.messages.isEmpty() && queue.errands.isEmpty();
    }

    private void workNext() {
        if (queue.messages.isEmpty()) {
            runNextErrand();
        } else {
            work(queue.messages.removeFirst());
        }
    }

    /// Processes one message.
    public void work(Message message) {
        if (message.followUp()) {
            notifyOfChanges.followUp(message.placement());
        } else if (message.reps().isEmpty()) {
            planPings.plan(message.placement());
        } else {
            sendPings.send(message.placement(), message.mailing(), message.reps());
        }
    }

    /// Processes the messages that are queued now, but not what they queue in turn.
    public void workOnce() {
        List<Message> now = List.copyOf(queue.messages);
        queue.messages.clear();
        now.forEach(this::work);
    }

    /// Ticks every minute, and each time runs the errands and tries what is queued once.
    public void tickAndTryFor(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); advance(Duration.ofMinutes(1))) {
            tick();
            while (!queue.errands.isEmpty()) {
                runNextErrand();
            }
            workOnce();
        }
    }

    /// Runs the first errand of a kind.
    public void runNextErrandOf(Class<? extends Errand> kind) {
        Errand errand = queue.errands.stream().filter(kind::isInstance).findFirst().orElseThrow();
        queue.errands.remove(errand);
        runErrand.run(errand);
    }

    /// Runs one errand.
    public void run(Errand errand) {
        runErrand.run(errand);
    }

    /// Runs one errand, but not those that it queues. An errand about collected notices moves the
    /// clock to its time.
    public void runNextErrand() {
        if (queue.errands.getFirst() instanceof Errand.Undelivered next) {
            Instant due = queue.dueAt.getOrDefault(next, now);
            now = due.isAfter(now) ? due : now;
        }
        runErrand.run(queue.errands.removeFirst());
    }

    /// Sends the emails of the placement's changes.
    public NotifyOfChanges.Outcome followUp(PlacementId id) {
        return notifyOfChanges.followUp(id);
    }

    public PlanPings.Outcome plan(PlacementId id) {
        return planPings.plan(id);
    }

    private void ring(DeliveryId mail, String why) {
        alarms.add("%s: %s".formatted(mail.kind().word(), why));
    }

    private boolean awaitTurn(Instant latest) {
        onTurn.run();
        return !nextTurn.isAfter(latest);
    }

    public CheckDeadlines.Outcome tick() {
        return checkDeadlines.tick();
    }

    /// Ticks every minute until a time, processing the queue in between.
    public void runUntil(Instant time) {
        while (now.isBefore(time)) {
            Instant next = placements.nextDue().filter(due -> due.isAfter(now)).orElse(time);
            now = next.isBefore(time) ? next : time;
            tick();
            work();
        }
    }

    /// The same, with at most this many messages at each instant, because an errand may postpone
    /// itself again and again, and the queue's delays are not simulated here.
    public void runUntil(Instant time, int most) {
        while (now.isBefore(time)) {
            Instant next = placements.nextDue().filter(due -> due.isAfter(now)).orElse(time);
            now = next.isBefore(time) ? next : time;
            tick();
            work(most);
        }
    }

    /// SES delivers every ping that has no event yet.
    public void deliverAll(PlacementId id) {
        pings(id).forEach(ping -> deliver(ping.id(), now));
    }

    public void deliver(DeliveryId id, Instant at) {
        recordFeedback.record(id, new SesEvent.Delivered("ses-" + id, at));
    }

    public void bounce(DeliveryId id, Instant at) {
        recordFeedback.record(
                id,
                new SesEvent.Bounced(
                        "ses-" + id, at, true, "550 5.1.1 user unknown", mailbox.sentTo(id)));
    }

    public List<Delivery> pings(PlacementId id) {
        return ledger.pingsAbout(id.value());
    }

    /// The emails to ops, in order.
    public List<String> toldOps() {
        return mailbox.to(OPS).stream().map(OutgoingMail::text).toList();
    }

    public static DeliveryId secondPing(PlacementId id, String rep) {
        return new DeliveryId(id.value(), rep, MailKind.PING_SECOND);
    }

    public static DeliveryId ping(PlacementId id, String rep) {
        return new DeliveryId(id.value(), rep, MailKind.PING);
    }

    public Placement find(PlacementId id) {
        return placements.find(id).orElseThrow();
    }

    /// The responses about a placement that count.
    public List<Response> thatCount(PlacementId id) {
        return new SameUse(directory).counting(stored.recorded(find(id)));
    }

    public Reached reached(PlacementId id) {
        return showPlacement.show(find(id)).audit().reached();
    }

    /// A link as it would be emailed now; a link about a sequence goes to its owner.
    public String token(Purpose purpose, PlacementId placement, String person) {
        Sequence sequence = directory.sequences().get(new SequenceId(person));
        String holder = sequence == null ? null : Person.idOf(sequence.ownerEmail());
        return token(purpose, placement, person, holder);
    }

    public String token(
            Purpose purpose, PlacementId placement, String person, @Nullable String holder) {
        return tokens.sign(new Link(purpose, placement, person, holder, now.plus(Link.LASTS)));
    }

    /// Wraps a port so that things can go wrong on the way to it and back.
    @FunctionalInterface
    public interface Edges {

        /// Nothing goes wrong.
        Edges SOUND =
                new Edges() {
                    @Override
                    public <T> T edge(Class<T> port, T twin) {
                        return twin;
                    }
                };

        <T> T edge(Class<T> port, T twin);
    }

    /// Replaces the in-memory ports instead of wrapping them.
    @FunctionalInterface
    public interface Table extends Edges {}

    /// A message in the queue.
    ///
    /// @param reps empty to plan the placement's pings
    public record Message(
            PlacementId placement, Mailing mailing, List<RepId> reps, boolean followUp) {

        public Message(PlacementId placement, List<RepId> reps) {
            this(placement, Mailing.PINGS, reps, false);
        }
    }

    /// Keeps messages until a test processes them.
    public static final class Queue implements PingQueue {

        public final Deque<Message> messages = new ArrayDeque<>();
        public final Deque<Errand> errands = new ArrayDeque<>();
        private final Map<Errand, Instant> dueAt = new HashMap<>();
        private final InstantSource clock;

        Queue(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public void plan(PlacementId id) {
            messages.add(new Message(id, List.of()));
        }

        @Override
        public void followUp(PlacementId id) {
            messages.add(new Message(id, Mailing.PINGS, List.of(), true));
        }

        @Override
        public void send(
                PlacementId id, Mailing mailing, List<List<RepId>> chunks, Duration delay) {
            chunks.forEach(chunk -> messages.add(new Message(id, mailing, chunk, false)));
        }

        @Override
        public synchronized void errand(Errand errand, Duration delay) {
            errands.add(errand);
            dueAt.put(errand, clock.instant().plus(delay));
        }
    }

    /// A mail system that accepts every email unless told otherwise.
    public static final class Mailbox implements Postman {

        public final List<OutgoingMail> mails = new ArrayList<>();
        public final Set<String> refused = new HashSet<>();
        private final Map<DeliveryId, String> sentTo = new HashMap<>();
        private boolean down;
        private double perSecond = 1_000;
        private double per24h = 1_000_000;
        private boolean silent;
        private @Nullable String barred;
        private boolean refuseAll;
        private int turnedAway;

        public void quota(double second, double day) {
            perSecond = second;
            per24h = day;
        }

        /// Accepts nothing for now.
        public void down(boolean isDown) {
            down = isDown;
        }

        /// How many emails it was given while it was down.
        public synchronized int turnedAway() {
            return turnedAway;
        }

        /// Accepts nothing from this account, for this reason; null to accept emails again.
        public void bar(@Nullable String why) {
            barred = why;
        }

        /// Refuses each email as if the email itself were the problem.
        public void refuseAll(boolean isRefusing) {
            refuseAll = isRefusing;
        }

        /// Accepts every email, but its replies are lost.
        public void silent(boolean isSilent) {
            silent = isSilent;
        }

        @Override
        public synchronized Handover send(OutgoingMail mail) {
            if (down) {
                turnedAway++;
                return new Handover.TryLater("down");
            }
            if (barred != null) {
                return new Handover.TryLater(barred, true);
            }
            if (mails.size() >= per24h) {
                return new Handover.TryLater("quota");
            }
            if (refuseAll || refused.contains(mail.to())) {
                return new Handover.Refused("the address is not valid");
            }
            mails.add(mail);
            sentTo.put(mail.id(), Person.idOf(mail.to()));
            return silent
                    ? new Handover.NoAnswer("lost")
                    : new Handover.Accepted("ses-" + mail.id());
        }

        @Override
        public synchronized SendingAccount account() {
            return new SendingAccount(perSecond, per24h, mails.size());
        }

        /// The id of the address that an email was sent to.
        public synchronized @Nullable String sentTo(DeliveryId id) {
            return sentTo.get(id);
        }

        public synchronized List<OutgoingMail> to(String address) {
            return mails.stream().filter(mail -> mail.to().equals(address)).toList();
        }
    }

    /// An email whose only content identifies it.
    private static OutgoingMail letter(MailRequest request) {
        return letter(request.id(), request.to(), text(request));
    }

    private static OutgoingMail letter(AuditMail request) {
        return letter(
                request.id(),
                request.to(),
                switch (request) {
                    case AuditMail.Weekly weekly ->
                            weekly.week().isEmpty()
                                    ? "No placements"
                                    : weekly.week().week().toString();
                    case AuditMail.Late late -> late.week().toString();
                });
    }

    private static OutgoingMail letter(DeliveryId id, String to, String text) {
        return new OutgoingMail(id, to, id.toString(), text, text, null, null);
    }

    private static String text(MailRequest request) {
        return switch (request) {
            case MailRequest.Ping ping -> names(ping.accounts());
            case MailRequest.TestPing test -> test.placement().story().headline();
            case MailRequest.Turn turn -> turn.change().to().word();
            case MailRequest.RepCorrection correction -> text(correction);
            case MailRequest.Retraction retraction ->
                    "%s\n%s: %s"
                            .formatted(
                                    retraction.why().reason(),
                                    joined(retraction.used(), Referenced::accountName),
                                    champions(retraction));
            case MailRequest.KitReminder reminder -> names(reminder.accounts());
            case MailRequest.SequenceTask task ->
                    task.suggestion().chosen() == null
                            ? task.suggestion().stage()
                            : "%s: %s"
                                    .formatted(task.suggestion().stage(), task.suggestion().why());
            case MailRequest.SequenceRemoval removal -> removal.stage();
            case MailRequest.SequenceCorrection correction ->
                    "%s: %s"
                            .formatted(
                                    correction.stage(), correction.placement().story().headline());
            case MailRequest.NewLink link -> new LinkTokens(new OneKey()).sign(link.link());
            case MailRequest.WrongRecord wrong ->
                    wrong.wrongs().stream()
                            .map(each -> each.what())
                            .collect(Collectors.joining("\n"));
            case MailRequest.Undelivered undelivered ->
                    undelivered.failures().stream()
                            .map(each ->
                                    "%s: %s: %s. %s"
                                            .formatted(
                                                    each.mail(),
                                                    each.who(),
                                                    each.reason().words(),
                                                    each.then().words(OPS_CLOCK)))
                            .collect(Collectors.joining("\n"));
            case MailRequest.Warning warning ->
                    "%d of %d %s"
                            .formatted(
                                    warning.reached().count(),
                                    warning.reached().of(),
                                    warning.reached().missing().stream()
                                            .map(each ->
                                                    "%s: %s"
                                                            .formatted(
                                                                    each.rep(),
                                                                    each.reason().words()))
                                            .toList());
            case MailRequest.QuotaShort quota -> quota.problem();
            case MailRequest.SendingStopped stopped -> stopped.stop().why();
            case MailRequest.ItemsAside aside ->
                    aside.items().stream().map(Aside::where).collect(Collectors.joining("\n"));
            case MailRequest.StillTrue question ->
                    "still true? in " + String.join(", ", question.sequences());
            case MailRequest.ChampionsToTell named -> joined(named.champions(), Champion::name);
            case MailRequest.ChooseSequence choose ->
                    "%s %s"
                            .formatted(
                                    choose.why().cause(),
                                    choose.why().declined().stream()
                                            .map(each -> each.answer().reason())
                                            .toList());
            case MailRequest.NoActiveRep nobody -> "nobody";
        };
    }

    /// The reasons, the color if it changed, and the corrected headline.
    private static String text(MailRequest.RepCorrection correction) {
        List<String> lines = new ArrayList<>();
        correction.news().corrections().forEach(each -> lines.add(each.reason()));
        ColorChange turn = correction.news().turn();
        if (turn != null) {
            lines.add("%s, was %s".formatted(turn.to().word(), turn.from().word()));
        }
        lines.add(correction.placement().story().headline());
        return String.join("\n", lines);
    }

    private static String champions(MailRequest.Retraction retraction) {
        List<Response> recorded = new ArrayList<>(retraction.used());
        recorded.addAll(retraction.sent());
        return joined(SameUse.withoutLists().champions(recorded), Champion::name);
    }

    private static String names(List<TargetAccount> accounts) {
        return joined(accounts, TargetAccount::name);
    }

    private static <T> String joined(List<T> all, Function<T, String> name) {
        return all.stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    private static final class OneKey implements LinkKeys {

        private final LinkKey key =
                new LinkKey(
                        "test",
                        "a key for tests, of thirty-two bytes".getBytes(StandardCharsets.UTF_8));

        @Override
        public LinkKey current() {
            return key;
        }

        @Override
        public Optional<LinkKey> find(String keyId) {
            return keyId.equals(key.id()) ? Optional.of(key) : Optional.empty();
        }
    }
}
