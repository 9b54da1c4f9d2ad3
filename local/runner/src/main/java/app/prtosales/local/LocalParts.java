package app.prtosales.local;

import app.prtosales.local.LocalProduct.Settings;
import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Edges;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.QueueSource;
import app.prtosales.local.edges.Wiring;
import app.prtosales.local.edges.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The parts of the product in this process, started in parallel where possible and wired as the
/// template declares.
final class LocalParts {

    private static final String DEFAULT_ROLES_CLAIM = "cognito:groups";

    final FrontServer front;
    final Gate gate = new Gate();
    final LocalIssuer issuer;
    final Work work = new Work();
    final Functions functions;
    final Edges edges;
    final Timeline timeline;
    final AsyncCalls calls;
    final List<QueuePoller> pollers;
    final String rolesClaim;
    final Refusals refusals = new Refusals(System.err);
    final Function<HttpCall, HttpAnswer> site;

    private final ProductClock clock;

    /// @param time the time source: real time or a substitute
    LocalParts(
            Settings settings,
            InstantSource time,
            Function<InstantSource, HandlerSource> handlers) {
        front = FrontServer.bind(settings.port);
        settings.begin.run();
        if (settings.closed) {
            front.open(gate);
        }
        issuer = LocalIssuer.start();
        clock = new ProductClock(time, inside(settings.data, "clock"));
        LogFile log = new LogFile(settings.log);
        CompletableFuture<Functions> wired = new CompletableFuture<>();
        CompletableFuture<Edges> started = new CompletableFuture<>();
        calls =
                new AsyncCalls(
                        wired::join, started::join, work, clock, inside(settings.data, "calls"));
        edges =
                edges(
                        settings,
                        url -> {
                            CloudTemplate written =
                                    CloudTemplate.read(
                                            settings.template,
                                            stack(settings, url, issuer.url(), front.port()));
                            CloudTemplate template =
                                    settings.withheld
                                            .map(written::withoutPermission)
                                            .orElse(written);
                            wired.complete(
                                    new Functions(
                                            template.functions(), handlers.apply(clock), log));
                            return template;
                        });
        started.complete(edges);
        functions = wired.join();
        List<Wiring> missing = Wiring.missing(edges.template());
        missing.forEach(each -> refusals.accept(each.refusal()));
        functions.await();
        pollers = pollers(missing);
        List<Schedule> schedules =
                edges.template().schedules().stream()
                        .map(each -> new Schedule(each, edges::firstDue, calls, clock.instant()))
                        .toList();
        timeline = timeline(schedules);
        rolesClaim = rolesClaim(edges.template());
        site = site(schedules);
        issuer.await();
        calls.resume();
        edges.resume();
        timeline.start();
    }

    /// Reads everything that the product uses from the template, so that an error in it is found
    /// before any data is deleted.
    static void check(Settings settings) {
        CloudTemplate template =
                CloudTemplate.read(
                        settings.template,
                        stack(settings, "http://edges", "http://issuer", settings.port));
        template.functions();
        template.routes();
        template.authorizer();
        template.schedules();
        template.queues();
        template.rules();
        template.buses();
        template.tables();
        template.secrets();
        template.configurationSets().forEach(template::publishedBy);
        Wiring.missing(template);
    }

    private Edges edges(Settings settings, Function<String, CloudTemplate> template) {
        try {
            return Edges.start(
                    new Edges.Settings(
                            settings.edgesAddress,
                            settings.edgesPort,
                            settings.data,
                            settings.verified(),
                            settings.mailAnswerAfter,
                            settings.sandbox.isPresent()),
                    template,
                    calls,
                    work,
                    clock,
                    refusals);
        } catch (IOException taken) {
            throw FrontServer.unusable(
                    "%d on %s"
                            .formatted(settings.edgesPort, settings.edgesAddress.getHostAddress()),
                    taken);
        }
    }

    /// A poller for each queue that Lambda may read with the role of the function it triggers.
    private List<QueuePoller> pollers(List<Wiring> missing) {
        List<QueuePoller> found = new ArrayList<>();
        for (QueueSource source : edges.template().queueSources()) {
            boolean readable =
                    missing.stream()
                            .noneMatch(each ->
                                    each.work() == Wiring.Work.POLL
                                            && each.function().equals(source.function()));
            if (readable) {
                edges.queue(source.queue())
                        .ifPresent(queue ->
                                found.add(new QueuePoller(source, queue, functions, work)));
            }
        }
        return List.copyOf(found);
    }

    private Timeline timeline(List<Schedule> schedules) {
        List<Due> dues = new ArrayList<>(List.of(calls));
        dues.addAll(pollers);
        dues.addAll(schedules);
        return new Timeline(clock, work, dues);
    }

    private static String rolesClaim(CloudTemplate template) {
        return template.functions().stream()
                .flatMap(
                        each -> Optional.ofNullable(each.environment().get("ROLES_CLAIM")).stream())
                .findFirst()
                .orElse(DEFAULT_ROLES_CLAIM);
    }

    /// The site: the API, and the local pages beside it.
    private Function<HttpCall, HttpAnswer> site(List<Schedule> schedules) {
        HttpApi api =
                new HttpApi(
                        new RouteTable(edges.template().routes()),
                        edges.template().authorizer().map(TokenCheck::new),
                        functions,
                        clock);
        LocalSite local =
                new LocalSite(
                        edges,
                        timeline,
                        issuer,
                        rolesClaim,
                        schedules,
                        new EventDesk(edges, timeline, calls, functions, pollers, schedules));
        return call ->
                call.path().equals(LocalSite.ROOT) || call.path().startsWith(LocalSite.ROOT + "/")
                        ? local.answer(call)
                        : api.answer(call);
    }

    /// The values that a deployment would set for the parameters that the template has.
    private static LocalStack stack(Settings settings, String edges, String issuer, int port) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("FromAddress", Settings.SENDER);
        parameters.put("CustomBaseUrl", "http://localhost:" + port);
        parameters.put("JwtIssuer", issuer);
        parameters.put("JwtAudience", LocalIssuer.AUDIENCE);
        parameters.put("AwsEndpointUrl", edges);
        parameters.put("SesSandbox", String.valueOf(settings.sandbox.isPresent()));
        parameters.keySet().retainAll(CloudTemplate.parametersOf(settings.template));
        return new LocalStack(edges, parameters);
    }

    private static @Nullable Path inside(@Nullable Path data, String name) {
        return data == null ? null : data.resolve(name);
    }
}
