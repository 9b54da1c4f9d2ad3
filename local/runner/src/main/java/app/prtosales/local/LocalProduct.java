package app.prtosales.local;

import app.prtosales.aws.AwsApplication;
import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Edges;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.QueueSource;
import app.prtosales.local.edges.Wiring;
import app.prtosales.local.edges.Work;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The whole product in this process: functions, edges, API, issuer and clock, wired by the
/// template.
final class LocalProduct implements Stage, AutoCloseable {

    private static final String SENDER = "coverage@sample-medtech.example";
    private static final String STANDARD_ROLES_CLAIM = "cognito:groups";
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final FrontServer front;
    private final LocalIssuer issuer;
    private final Work work;
    private final Functions functions;
    private final Edges edges;
    private final Timeline timeline;
    private final AsyncCalls calls;
    private final List<QueuePoller> pollers;
    private final String rolesClaim;
    private final Refusals refusals;
    private final Gate gate;
    private final Function<HttpCall, HttpAnswer> site;

    private LocalProduct(
            FrontServer front,
            Gate gate,
            LocalIssuer issuer,
            Work work,
            Functions functions,
            Edges edges,
            Timeline timeline,
            AsyncCalls calls,
            List<QueuePoller> pollers,
            String rolesClaim,
            Refusals refusals,
            Function<HttpCall, HttpAnswer> site) {
        this.front = front;
        this.gate = gate;
        this.issuer = issuer;
        this.work = work;
        this.functions = functions;
        this.edges = edges;
        this.timeline = timeline;
        this.calls = calls;
        this.pollers = List.copyOf(pollers);
        this.rolesClaim = rolesClaim;
        this.refusals = refusals;
        this.site = site;
    }

    /// How it runs.
    ///
    /// @param template the file that declares everything
    /// @param data where it keeps what it knows, or nothing to keep it in memory
    /// @param log where the functions' log lines go, or nothing
    /// @param port of the API; 0 for any free one
    /// @param edgesAddress where the AWS endpoints listen
    /// @param edgesPort 0 for any free one
    /// @param mailAnswerAfter how long the local SES takes to answer that it took a mail
    /// @param closed whether the API answers 503 until [LocalProduct#letIn] is called
    /// @param sandbox the addresses and domains that SES mails to as it does for a new account, or
    ///   nothing for an account that may mail to everybody
    record Settings(
            Path template,
            @Nullable Path data,
            @Nullable Path log,
            int port,
            InetAddress edgesAddress,
            int edgesPort,
            Duration mailAnswerAfter,
            boolean closed,
            Optional<Set<String>> sandbox) {

        static Settings of(Path template, @Nullable Path data, @Nullable Path log, int port) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    InetAddress.getLoopbackAddress(),
                    0,
                    Duration.ZERO,
                    false,
                    Optional.empty());
        }

        Settings answeringMailsAfter(Duration time) {
            return new Settings(
                    template, data, log, port, edgesAddress, edgesPort, time, closed, sandbox);
        }

        Settings edgesAt(InetAddress address, int edgesPort) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    address,
                    edgesPort,
                    mailAnswerAfter,
                    closed,
                    sandbox);
        }

        Settings closedAtFirst() {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    edgesAddress,
                    edgesPort,
                    mailAnswerAfter,
                    true,
                    sandbox);
        }

        Settings inTheSandbox(Set<String> verified) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    edgesAddress,
                    edgesPort,
                    mailAnswerAfter,
                    closed,
                    Optional.of(verified));
        }

        /// What SES mails from, and in its sandbox also to.
        private Set<String> verified() {
            Set<String> verified = new HashSet<>(sandbox.orElse(Set.of()));
            verified.add(SENDER);
            return verified;
        }
    }

    /// Starts all of it, as much as possible at the same time; it answers when this returns.
    ///
    /// @param handlers makes the handlers, given the clock
    static LocalProduct start(Settings settings, Function<InstantSource, HandlerSource> handlers) {
        return start(settings, realTime(), handlers);
    }

    static InstantSource realTime() {
        return InstantSource.system();
    }

    /// @param time the real time, or another one that it is to take for it
    static LocalProduct start(
            Settings settings,
            InstantSource time,
            Function<InstantSource, HandlerSource> handlers) {
        FrontServer front = FrontServer.bind(settings.port());
        Gate gate = new Gate();
        if (settings.closed()) {
            front.open(gate);
        }
        LocalIssuer issuer = LocalIssuer.start();
        ProductClock clock = new ProductClock(time, inside(settings.data(), "clock"));
        LogFile log = new LogFile(settings.log());
        Work work = new Work();
        Refusals refusals = new Refusals(System.err);
        CompletableFuture<Functions> functions = new CompletableFuture<>();
        CompletableFuture<Edges> started = new CompletableFuture<>();
        AsyncCalls calls =
                new AsyncCalls(
                        functions::join,
                        started::join,
                        work,
                        clock,
                        inside(settings.data(), "calls"));
        Edges edges;
        try {
            edges =
                    Edges.start(
                            new Edges.Settings(
                                    settings.edgesAddress(),
                                    settings.edgesPort(),
                                    settings.data(),
                                    settings.verified(),
                                    settings.mailAnswerAfter(),
                                    settings.sandbox().isPresent()),
                            url -> {
                                CloudTemplate template =
                                        CloudTemplate.read(
                                                settings.template(),
                                                stack(settings, url, issuer.url(), front.port()));
                                functions.complete(
                                        new Functions(
                                                template.functions(), handlers.apply(clock), log));
                                return template;
                            },
                            calls,
                            work,
                            clock,
                            refusals);
        } catch (IOException taken) {
            throw new Usage(
                    "port %d on %s cannot be used: %s"
                            .formatted(
                                    settings.edgesPort(),
                                    settings.edgesAddress().getHostAddress(),
                                    taken.getMessage()));
        }
        started.complete(edges);
        LocalProduct product =
                wire(front, gate, issuer, clock, work, functions.join(), edges, calls, refusals);
        if (!settings.closed()) {
            product.letIn();
            front.open(gate);
        }
        return product;
    }

    private static LocalProduct wire(
            FrontServer front,
            Gate gate,
            LocalIssuer issuer,
            ProductClock clock,
            Work work,
            Functions functions,
            Edges edges,
            AsyncCalls calls,
            Refusals refusals) {
        CloudTemplate template = edges.template();
        List<Wiring> missing = Wiring.missing(template);
        missing.forEach(each -> refusals.accept(each.refusal()));
        functions.await();
        List<QueuePoller> pollers = pollers(template, edges, functions, work, missing);
        List<Schedule> schedules =
                template.schedules().stream()
                        .map(each -> new Schedule(each, edges::firstDue, calls, clock.instant()))
                        .toList();
        List<Due> dues = new ArrayList<>(List.of(calls));
        dues.addAll(pollers);
        dues.addAll(schedules);
        Timeline timeline = new Timeline(clock, work, dues);
        HttpApi api =
                new HttpApi(
                        new RouteTable(template.routes()),
                        template.authorizer().map(TokenCheck::new),
                        functions,
                        clock);
        String rolesClaim =
                template.functions().stream()
                        .flatMap(each ->
                                Optional.ofNullable(each.environment().get("ROLES_CLAIM")).stream())
                        .findFirst()
                        .orElse(STANDARD_ROLES_CLAIM);
        LocalSite local =
                new LocalSite(
                        edges,
                        timeline,
                        issuer,
                        rolesClaim,
                        schedules,
                        new EventDesk(edges, timeline, calls, functions, pollers, schedules));
        Function<HttpCall, HttpAnswer> site =
                call ->
                        call.path().equals(LocalSite.ROOT)
                                        || call.path().startsWith(LocalSite.ROOT + "/")
                                ? local.answer(call)
                                : api.answer(call);
        issuer.await();
        calls.resume();
        edges.resume();
        timeline.start();
        return new LocalProduct(
                front,
                gate,
                issuer,
                work,
                functions,
                edges,
                timeline,
                calls,
                pollers,
                rolesClaim,
                refusals,
                site);
    }

    /// One for each queue that Lambda may read with the role of the function that it feeds.
    private static List<QueuePoller> pollers(
            CloudTemplate template,
            Edges edges,
            Functions functions,
            Work work,
            List<Wiring> missing) {
        List<QueuePoller> pollers = new ArrayList<>();
        for (QueueSource source : template.queueSources()) {
            boolean readable =
                    missing.stream()
                            .noneMatch(each ->
                                    each.work() == Wiring.Work.POLL
                                            && each.function().equals(source.function()));
            if (readable) {
                edges.queue(source.queue())
                        .ifPresent(queue ->
                                pollers.add(new QueuePoller(source, queue, functions, work)));
            }
        }
        return pollers;
    }

    /// The values that a deployment would be given, as far as the template asks for them.
    private static LocalStack stack(Settings settings, String edges, String issuer, int port) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("FromAddress", SENDER);
        parameters.put("CustomBaseUrl", "http://localhost:" + port);
        parameters.put("JwtIssuer", issuer);
        parameters.put("JwtAudience", LocalIssuer.AUDIENCE);
        parameters.put("AwsEndpointUrl", edges);
        parameters.put("SesSandbox", String.valueOf(settings.sandbox().isPresent()));
        parameters.keySet().retainAll(CloudTemplate.parametersOf(settings.template()));
        return new LocalStack(edges, parameters);
    }

    /// Answers requests from now on, where it did not yet.
    void letIn() {
        gate.open(site);
    }

    /// Where the product is for people.
    String url() {
        return "http://localhost:" + front.port();
    }

    Edges edges() {
        return edges;
    }

    /// What AWS would have refused so far.
    Refusals refusals() {
        return refusals;
    }

    Functions functions() {
        return functions;
    }

    Timeline timeline() {
        return timeline;
    }

    /// Stops calling functions: events and messages are for functions that run elsewhere.
    void leaveOnlyEdges() {
        timeline.close();
        pollers.forEach(QueuePoller::rest);
        calls.rest();
    }

    /// The product as one of its functions sees it, but what it does is done by no function.
    AwsApplication application(String function) {
        return edges.template().functions().stream()
                .filter(each -> each.id().equals(function))
                .findFirst()
                .map(each -> ProductHandlers.application(each, edges.url(), timeline::now))
                .orElseThrow(() -> new Usage("there is no function " + function));
    }

    @Override
    public Person as(String email, String... roles) {
        return new Person(site, issuer.token(email, rolesClaim, List.of(roles)));
    }

    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public void settle() throws InterruptedException {
        timeline.settleNow();
    }

    @Override
    public void moveTo(Instant instant) throws InterruptedException {
        timeline.moveTo(instant);
    }

    @Override
    public List<Mail> mails(String subject) {
        return edges.mails().find("", subject);
    }

    @Override
    public void close() {
        front.close();
        timeline.close();
        try {
            work.awaitNothing(FAREWELL);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        work.close();
        functions.close();
        edges.close();
        issuer.close();
    }

    private static @Nullable Path inside(@Nullable Path data, String name) {
        return data == null ? null : data.resolve(name);
    }
}
