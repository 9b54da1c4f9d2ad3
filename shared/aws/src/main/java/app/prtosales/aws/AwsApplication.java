package app.prtosales.aws;

import app.prtosales.aside.Asides;
import app.prtosales.audit.AnswerInBulk;
import app.prtosales.audit.Audits;
import app.prtosales.audit.ExportWeek;
import app.prtosales.audit.FindSequenceGaps;
import app.prtosales.audit.NotifyOfLateAudit;
import app.prtosales.audit.ReportWeek;
import app.prtosales.audit.RunWeeklyAudit;
import app.prtosales.audit.WatchAudit;
import app.prtosales.aws.bus.EventBridgeAnnouncements;
import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.RoleGroups;
import app.prtosales.aws.http.SignIn;
import app.prtosales.aws.link.SecretsLinkKeys;
import app.prtosales.aws.mail.SesAccount;
import app.prtosales.aws.mail.SesPostman;
import app.prtosales.aws.mail.SystemPace;
import app.prtosales.aws.page.InvokedPageReader;
import app.prtosales.aws.queue.DeadLetters;
import app.prtosales.aws.queue.SqsPingQueue;
import app.prtosales.aws.table.DynamoAsides;
import app.prtosales.aws.table.DynamoAudits;
import app.prtosales.aws.table.DynamoDirectoryStore;
import app.prtosales.aws.table.DynamoHistory;
import app.prtosales.aws.table.DynamoLedger;
import app.prtosales.aws.table.DynamoMailboxes;
import app.prtosales.aws.table.DynamoPeople;
import app.prtosales.aws.table.DynamoPlacements;
import app.prtosales.aws.table.DynamoResponses;
import app.prtosales.aws.table.DynamoSendingTurns;
import app.prtosales.aws.table.DynamoSendings;
import app.prtosales.aws.table.DynamoTestPings;
import app.prtosales.aws.table.NothingStored;
import app.prtosales.change.ChangePlacement;
import app.prtosales.change.NotifyOfChanges;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Postman;
import app.prtosales.delivery.Refusals;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendingSwitch;
import app.prtosales.delivery.Sendings;
import app.prtosales.directory.Directory;
import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.ForgetRep;
import app.prtosales.directory.LastChange;
import app.prtosales.directory.MarkAsWorking;
import app.prtosales.directory.Names;
import app.prtosales.directory.RecipientDomains;
import app.prtosales.directory.ReplaceList;
import app.prtosales.history.History;
import app.prtosales.history.NoteDownload;
import app.prtosales.history.People;
import app.prtosales.intake.ImportPlacements;
import app.prtosales.intake.SubmitPlacement;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.lookup.LookUpPage;
import app.prtosales.mail.AuditMailRoom;
import app.prtosales.mail.Brand;
import app.prtosales.mail.LinkWriter;
import app.prtosales.mail.MailRoom;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.NotifyOfRefusals;
import app.prtosales.mailing.PingQueue;
import app.prtosales.mailing.ResponseErrands;
import app.prtosales.notice.CheckQuota;
import app.prtosales.notice.HandleUndelivered;
import app.prtosales.notice.NotifyOfItemsAside;
import app.prtosales.notice.NotifyOfSendingStopped;
import app.prtosales.notice.NotifyOfWrongRecord;
import app.prtosales.notice.WarnBeforeDeadline;
import app.prtosales.overview.FindPlacements;
import app.prtosales.overview.ForeseePlacement;
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
import app.prtosales.placement.Placements;
import app.prtosales.privacy.DeletePerson;
import app.prtosales.renewal.MailNewLink;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.Responses;
import app.prtosales.response.ResponsesWithCopies;
import app.prtosales.sequence.AskAfterNewRules;
import app.prtosales.sequence.SequenceTasks;
import app.prtosales.sequence.UnansweredTasks;
import app.prtosales.testping.AskForTestPing;
import app.prtosales.testping.PreviewPing;
import app.prtosales.testping.SendTestPing;
import app.prtosales.testping.TestPings;
import app.prtosales.tick.CheckDeadlines;
import app.prtosales.tick.RunErrand;
import app.prtosales.tick.WatchAsides;
import app.prtosales.tick.WatchDeadlines;
import app.prtosales.tick.WatchLists;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Wires the product for AWS: the only place that knows which class implements which port.
/// Everything is created on demand, because each function has only the jars and variables that it
/// needs. The class is longer than usual so that the wiring stays in one place.
public final class AwsApplication {

    private final Config config;
    private final InstantSource clock;
    private final AwsClients clients;
    private final Placements placements;
    private final Ledger ledger;
    private final History history;
    private final People people;
    private final Responses responses;
    private final Audits audits;
    private final Sendings sendings;
    private final DirectoryStore directoryStore;
    private final Directory directory;

    private AwsApplication(
            Config config, InstantSource clock, List<ExecutionInterceptor> watchers) {
        this.config = config;
        this.clock = clock;
        this.clients = new AwsClients(config, watchers);
        DynamoDbClient dynamo = clients.dynamo();
        String table = config.tableName();
        this.placements = new DynamoPlacements(dynamo, table);
        this.ledger = new DynamoLedger(dynamo, table);
        this.history = new DynamoHistory(dynamo, table);
        this.people = new DynamoPeople(dynamo, table);
        this.responses = new ResponsesWithCopies(new DynamoResponses(dynamo, table), placements);
        this.audits = new DynamoAudits(dynamo, table);
        this.sendings = new DynamoSendings(dynamo, table);
        this.directoryStore = new DynamoDirectoryStore(dynamo, table);
        this.directory = new Directory(directoryStore);
    }

    /// The application as Lambda starts it: the only place that reads the environment, and the only
    /// one that reads the clock.
    public static AwsApplication fromEnvironment() {
        return from(System.getenv(), InstantSource.system());
    }

    /// @param clock the current time, in UTC; truncated to milliseconds, so that every instant
    ///   reads back from the table as it was written
    public static AwsApplication from(Map<String, String> environment, InstantSource clock) {
        return from(environment, clock, List.of());
    }

    /// The application with watchers that see each AWS call, for test runners.
    public static AwsApplication from(
            Map<String, String> environment,
            InstantSource clock,
            List<ExecutionInterceptor> watchers) {
        return new AwsApplication(
                Config.from(environment),
                () -> clock.instant().truncatedTo(ChronoUnit.MILLIS),
                watchers);
    }

    public SubmitPlacement submitPlacement() {
        return new SubmitPlacement(
                placements,
                people,
                directory,
                announcements(),
                new SesAccount(clients, clock),
                sendings,
                clock);
    }

    /// A submission for rehearsals: does what [#submitPlacement] does, all the way to the table and
    /// the bus, but leaves nothing there. It knows the segment `rehearsal`.
    public SubmitPlacement rehearsedSubmission() {
        DynamoDbClient nothingStored = new NothingStored(clients.dynamo());
        String table = config.tableName();
        return new SubmitPlacement(
                new DynamoPlacements(nothingStored, table),
                new DynamoPeople(nothingStored, table),
                new Directory(new RehearsalSegment(directoryStore)),
                EventBridgeAnnouncements.rehearsing(clients, config.busName()),
                new SesAccount(clients, clock),
                new DynamoSendings(nothingStored, table),
                clock);
    }

    public FindPlacements findPlacements() {
        return new FindPlacements(placements, clock);
    }

    public NoteDownload noteDownload() {
        return new NoteDownload(history, people, clock);
    }

    public AnswerInBulk answerInBulk() {
        return new AnswerInBulk(responses, directory);
    }

    public LookUpPage lookUpPage() {
        return new LookUpPage(placements, pageReader());
    }

    /// Creates what the first lookup would otherwise wait for; calls nothing.
    public void prepareLookup() {
        pageReader().prepare();
    }

    private InvokedPageReader pageReader() {
        return new InvokedPageReader(clients, config.pageReader());
    }

    public ShowPlacement showPlacement() {
        return new ShowPlacement(placements, ledger, responses, history, people, directory, clock);
    }

    public ChangePlacement changePlacement() {
        return new ChangePlacement(
                placements, people, directory, announcements(), judgePlacement(), responses, clock);
    }

    /// Renders emails as they would be sent, with links that do nothing.
    ///
    /// @param baseUrl the URL by which the caller reaches the product
    public PreviewPing previewPing(String baseUrl) {
        MailRoom inert =
                new MailRoom(
                        link -> "#preview",
                        baseUrl,
                        "preview@invalid",
                        Names.of(directory),
                        clock,
                        brand());
        return new PreviewPing(placements, directory, inert, clock);
    }

    /// Records the request for a test email; the function that may send emails sends it.
    public AskForTestPing askForTestPing() {
        return new AskForTestPing(previewPing(""), testPings(), people, announcements(), clock);
    }

    public ForeseePlacement foreseePlacement() {
        return new ForeseePlacement(
                placements, directory, holdMailbox(), new SesAccount(clients, clock), clock);
    }

    public NotifyOfChanges notifyOfChanges() {
        SendOne sendOne = sendOne(postman());
        MailWriter mails = mailRoom();
        return new NotifyOfChanges(
                placements,
                ledger,
                directory,
                responses,
                holdMailbox(),
                pingQueue(),
                sequenceTasks(sendOne, mails),
                sendOne,
                mails,
                clock);
    }

    public PlanPings planPings() {
        SendOne sendOne = sendOne(postman());
        MailWriter mails = mailRoom();
        return new PlanPings(
                placements,
                ledger,
                directory,
                pingQueue(),
                holdMailbox(),
                judgePlacement(),
                sequenceTasks(sendOne, mails),
                sendOne,
                mails,
                clock);
    }

    public SendPings sendPings() {
        Postman postman = postman();
        return new SendPings(
                placements,
                ledger,
                directory,
                responses,
                pingQueue(),
                holdMailbox(),
                sendOneOfMany(postman),
                mailRoom(),
                new SystemPace(
                        postman,
                        config.senders(),
                        new DynamoSendingTurns(clients.dynamo(), config.tableName()),
                        clock),
                guardSending(),
                clock);
    }

    public RecordFeedback recordFeedback() {
        return new RecordFeedback(
                ledger,
                holdMailbox(),
                pingQueue(),
                judgePlacement(),
                guardSending(),
                placements,
                directory,
                clock);
    }

    public RunErrand runErrand() {
        PingQueue queue = pingQueue();
        Postman postman = postman();
        SendOne sendOne = sendOne(postman);
        MailRoom mails = mailRoom();
        return new RunErrand(
                new HandleUndelivered(
                        placements, ledger, directory, holdMailbox(), queue, sendOne, mails, clock),
                new WarnBeforeDeadline(placements, ledger, directory, queue, sendOne, mails, clock),
                new CatchUpJoiners(placements, ledger, directory, holdMailbox(), queue, clock),
                new RepeatMissedChanges(placements, ledger, directory, holdMailbox(), queue, clock),
                new CheckQuota(placements, directory, postman, queue, sendOne, mails, clock),
                new NotifyOfSendingStopped(guardSending(), directory, queue, sendOne, mails),
                new NotifyOfItemsAside(asides(), directory, queue, sendOne, mails, clock),
                new NotifyOfLateAudit(watchAudit(), directory, sendOne, auditMailRoom()),
                sequenceTasks(sendOne, mails),
                new RemindOfKit(placements, ledger, directory, responses, queue, clock),
                new NotifyOfWrongRecord(
                        placements, ledger, directory, responses, queue, sendOne, mails),
                new MailNewLink(placements, directory, holdMailbox(), queue, sendOne, mails, clock),
                new SendTestPing(
                        testPings(),
                        people,
                        new PreviewPing(placements, directory, mails, clock),
                        queue,
                        sendOne),
                new NotifyOfNobodyLeft(placements, directory, queue, sendOne, mails),
                new AskAfterNewRules(placements, queue, clock));
    }

    public CheckDeadlines checkDeadlines() {
        return new CheckDeadlines(
                placements,
                ledger,
                directory,
                pingQueue(),
                announcements(),
                judgePlacement(),
                new UnansweredTasks(directory, responses, clock),
                clock);
    }

    /// Checks in the tick which deadlines are at risk.
    public WatchDeadlines watchDeadlines() {
        return new WatchDeadlines(placements, judgePlacement(), clock);
    }

    /// Checks in the tick for items that could not be read.
    public WatchAsides watchAsides() {
        return new WatchAsides(asides(), pingQueue(), clock);
    }

    private Asides asides() {
        return new DynamoAsides(clients.dynamo(), config.tableName(), directoryStore);
    }

    /// Processes list changes in the tick, even if the queue got no message about them.
    public WatchLists watchLists() {
        return new WatchLists(pingQueue(), clock);
    }

    /// Checks in the tick whether the weekly email went out.
    public WatchAudit watchAudit() {
        return new WatchAudit(directory, ledger, pingQueue(), clock);
    }

    public SendingSwitch sendingSwitch() {
        return new SendingSwitch(guardSending(), people);
    }

    public DeletePerson deletePerson() {
        return new DeletePerson(
                people,
                directory,
                new ForgetRep(directoryStore, clock),
                placements,
                responses,
                clock);
    }

    public RecordResponse recordResponse() {
        return new RecordResponse(
                placements,
                directory,
                responses,
                people,
                new ResponseErrands(pingQueue()),
                linkTokens(),
                clock);
    }

    public ReplaceList replaceList() {
        return new ReplaceList(
                directoryStore,
                people,
                holdMailbox(),
                parsed(
                        Config.RECIPIENT_DOMAINS,
                        () -> RecipientDomains.read(config.recipientDomains())),
                clock);
    }

    public MarkAsWorking markAsWorking() {
        return new MarkAsWorking(directory, holdMailbox(), history, people, clock);
    }

    public LastChange lastChange() {
        return new LastChange(history, people);
    }

    public RunWeeklyAudit runWeeklyAudit() {
        return new RunWeeklyAudit(
                reportWeek(), audits, directory, sendOneOfMany(postman()), auditMailRoom(), clock);
    }

    public ImportPlacements importPlacements() {
        return new ImportPlacements(placements, responses, people, directory, clock);
    }

    public ReportWeek reportWeek() {
        return new ReportWeek(placements, responses, audits, directory, clock);
    }

    public FindSequenceGaps findSequenceGaps() {
        return new FindSequenceGaps(placements, responses, directory, clock);
    }

    public ExportWeek exportWeek() {
        return new ExportWeek(reportWeek(), ledger, sendings, directory);
    }

    public Responses responses() {
        return responses;
    }

    public Placements placements() {
        return placements;
    }

    public People people() {
        return people;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Directory directory() {
        return directory;
    }

    public InstantSource clock() {
        return clock;
    }

    /// Where the alarms look for the metrics that a function writes.
    public String metricsNamespace() {
        return config.metricsNamespace();
    }

    /// The sender of our emails, which is also the address for complaints.
    public String fromAddress() {
        return config.fromAddress();
    }

    /// The access rules of the functions behind the API.
    public Access access() {
        return new Access(config.rolesClaim(), roleGroups(), config.requireVerifiedEmail());
    }

    private RoleGroups roleGroups() {
        return config.roleGroups()
                .map(given -> parsed(Config.ROLE_GROUPS, () -> RoleGroups.read(given)))
                .orElseGet(RoleGroups::namedLikeRoles);
    }

    /// The access rules in a rehearsal: roles by the API's own names, whatever the company calls
    /// its groups and its claim.
    public Access rehearsedAccess() {
        return new Access("roles", RoleGroups.namedLikeRoles(), false);
    }

    private static <T> T parsed(String variable, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException invalid) {
            throw new ConfigurationException(
                    "environment variable %s: %s".formatted(variable, invalid.getMessage()));
        }
    }

    /// The company's color, as used on the page.
    ///
    /// @throws ConfigurationException when it is not a color
    public Brand brand() {
        String color = config.companyColor();
        try {
            return Brand.of(color);
        } catch (IllegalArgumentException invalid) {
            throw new ConfigurationException(
                    "environment variable COMPANY_COLOR: %s".formatted(invalid.getMessage()));
        }
    }

    public SignIn signIn() {
        return SignIn.of(
                config.oidcIssuer(),
                config.oidcClientId(),
                config.rolesClaim(),
                roleGroups(),
                config.oidcOrigins());
    }

    public DeadLetters deadLetters() {
        return new DeadLetters(clients, config.pingDeadLetterQueueUrl());
    }

    public LinkTokens linkTokens() {
        return new LinkTokens(new SecretsLinkKeys(clients, config.linkKeySecret(), clock));
    }

    private TestPings testPings() {
        return new DynamoTestPings(clients.dynamo(), config.tableName(), clock);
    }

    private SequenceTasks sequenceTasks(SendOne sendOne, MailWriter mails) {
        return new SequenceTasks(
                placements, ledger, directory, responses, people, sendOne, mails, clock);
    }

    private JudgePlacement judgePlacement() {
        return new JudgePlacement(placements, ledger, directory, sendings, clock);
    }

    private HoldMailbox holdMailbox() {
        return new HoldMailbox(new DynamoMailboxes(clients.dynamo(), config.tableName()));
    }

    private GuardSending guardSending() {
        return new GuardSending(sendings, clock);
    }

    private SendOne sendOne(Postman postman) {
        MailAlarm alarm = new MailAlarm(Log.ofMail());
        return new SendOne(
                ledger, postman, new NotifyOfRefusals(ledger, pingQueue(), alarm), clock);
    }

    /// For use cases that report refusals themselves.
    private SendOne sendOneOfMany(Postman postman) {
        return new SendOne(ledger, postman, Refusals.LEFT_TO_THE_CALLER, clock);
    }

    private Postman postman() {
        return new SesPostman(
                clients, config.fromAddress(), config.configurationSet(), clock, Log.ofMail());
    }

    public PingQueue pingQueue() {
        return new SqsPingQueue(clients, config.pingQueueUrl());
    }

    private Announcements announcements() {
        return new EventBridgeAnnouncements(clients, config.busName());
    }

    private MailRoom mailRoom() {
        return new MailRoom(
                linkWriter(),
                config.baseUrl(),
                config.fromAddress(),
                Names.of(directory),
                clock,
                brand());
    }

    private AuditMailRoom auditMailRoom() {
        // Not Csv::file, so that functions without attachments do not need its library.
        return new AuditMailRoom(
                linkWriter(),
                config.baseUrl(),
                (columns, rows) -> Csv.file(columns, rows),
                Names.of(directory),
                brand());
    }

    private LinkWriter linkWriter() {
        LinkTokens tokens = linkTokens();
        String baseUrl = config.baseUrl();
        return link ->
                link.purpose() == Purpose.AUDIT
                        ? "%s/r/audit/%s".formatted(baseUrl, tokens.sign(link))
                        : "%s/r/%s".formatted(baseUrl, tokens.sign(link));
    }
}
