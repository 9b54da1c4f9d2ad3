package app.prtosales.local.edges;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A local stand-in for every AWS service that the functions call, built from one template.
public final class Edges implements AutoCloseable {

    private final CloudTemplate template;
    private final Gateway gateway;
    private final DynamoEdge dynamo;
    private final QueueEdge queues;
    private final BusEdge bus;
    private final SesEdge ses;
    private final MailStore mails;
    private volatile Due lastKnown = new Due(-1, Optional.empty());

    private Edges(
            CloudTemplate template,
            Gateway gateway,
            DynamoEdge dynamo,
            QueueEdge queues,
            BusEdge bus,
            SesEdge ses,
            MailStore mails) {
        this.template = template;
        this.gateway = gateway;
        this.dynamo = dynamo;
        this.queues = queues;
        this.bus = bus;
        this.ses = ses;
        this.mails = mails;
    }

    /// Where and how the edges run.
    ///
    /// @param address the address they listen on
    /// @param port 0 for any free one
    /// @param data the folder that everything is kept in, or null to keep it in memory
    /// @param verified the verified addresses and domains, which alone may send; empty if anyone
    ///   may
    /// @param mailAnswerAfter how long SES waits before it answers a send and publishes its events
    /// @param sandbox whether SES treats the account as new: one email a second, 200 a day, and
    ///   only to verified recipients
    public record Settings(
            InetAddress address,
            int port,
            @Nullable Path data,
            Set<String> verified,
            Duration mailAnswerAfter,
            boolean sandbox) {

        /// Settings for tests: in memory, on loopback, on any free port.
        public static Settings inMemory() {
            return new Settings(
                    InetAddress.getLoopbackAddress(), 0, null, Set.of(), Duration.ZERO, false);
        }
    }

    /// Starts all services.
    ///
    /// @param template reads the template once the endpoint's URL is known
    /// @param functions receives the calls and events that are meant for a function
    /// @param refusals receives each call of a function that AWS would refuse
    public static Edges start(
            Settings settings,
            Function<String, CloudTemplate> template,
            FunctionCalls functions,
            Work work,
            InstantSource clock,
            Consumer<Refusal> refusals)
            throws IOException {
        Gateway.Bound bound = Gateway.bind(settings.address(), settings.port());
        Path data = settings.data();
        // Starting the database takes half of the startup time, so the rest is built in parallel.
        CompletableFuture<DynamoEdge> opening =
                CompletableFuture.supplyAsync(
                        () -> DynamoEdge.open(inside(data, "dynamodb")),
                        task -> Thread.ofPlatform().daemon().start(task));
        CloudTemplate declared = template.apply(bound.url());
        QueueEdge queues =
                new QueueEdge(declared.queues(), clock, inside(data, "queues"), bound.url());
        BusEdge bus =
                new BusEdge(declared.rules(), declared.buses(), queues, functions, work, clock);
        MailStore mails = new MailStore(inside(data, "mails"));
        Map<String, List<MailEventDestination>> published = new LinkedHashMap<>();
        declared.configurationSets()
                .forEach(each -> published.put(each, declared.publishedBy(each)));
        SesEdge ses =
                new SesEdge(
                        new MailEventRoutes(published, bus, queues, clock),
                        new SesAccountState(settings.verified(), settings.sandbox()),
                        settings.mailAnswerAfter(),
                        mails,
                        work,
                        clock);
        DynamoEdge dynamo = opening.join();
        declared.tables().forEach(dynamo::create);
        CallGuard guard =
                new CallGuard(
                        declared.roles(),
                        Map.of(
                                AwsService.DYNAMODB,
                                new DynamoAccess(declared.tables()),
                                AwsService.SQS,
                                CallAccess::sqs,
                                AwsService.EVENTS,
                                CallAccess::events,
                                AwsService.SECRETSMANAGER,
                                CallAccess::secrets,
                                AwsService.LAMBDA,
                                CallAccess::lambda,
                                AwsService.SESV2,
                                new SesAccess(settings::sandbox)),
                        refusals);
        Gateway gateway =
                bound.open(
                        dynamo,
                        Map.of(
                                AwsService.SQS,
                                queues,
                                AwsService.EVENTS,
                                bus,
                                AwsService.SECRETSMANAGER,
                                new SecretEdge(declared.secrets()),
                                AwsService.LAMBDA,
                                new LambdaEdge(functions),
                                AwsService.SESV2,
                                ses),
                        guard);
        return new Edges(declared, gateway, dynamo, queues, bus, ses, mails);
    }

    /// The endpoint for calls that come from no function. Each function has an endpoint of its own,
    /// named in its environment.
    public String url() {
        return gateway.url();
    }

    /// The template, resolved with the URLs of these edges.
    public CloudTemplate template() {
        return template;
    }

    /// The emails that SES accepted.
    public MailStore mails() {
        return mails;
    }

    /// The queue with this name.
    public Optional<LocalQueue> queue(String name) {
        return queues.find(name);
    }

    /// Every queue.
    public List<LocalQueue> queues() {
        return queues.all();
    }

    /// SES's current behavior.
    public SesBehavior ses() {
        return ses.behavior();
    }

    /// Changes SES's behavior from now on, and empties its suppression list.
    public void ses(SesBehavior behavior) {
        ses.behave(behavior);
    }

    /// Makes these services answer every function with an internal error from now on, as in an
    /// outage; an empty set ends it. Other services, and callers other than functions, are not
    /// affected.
    ///
    /// @param services such as `dynamodb`
    /// @throws IllegalArgumentException when a service does not run here; the message names it
    public void down(Set<String> services) {
        gateway.down(
                services.stream().map(AwsService::named).collect(Collectors.toUnmodifiableSet()));
    }

    /// Delivers what an earlier process accepted but did not deliver.
    public void resume() {
        ses.resume();
    }

    /// Puts an event on a bus unchanged.
    ///
    /// @return the number of targets that received it
    public int publish(String busName, Map<String, Object> event) {
        return bus.publish(busName, event);
    }

    /// The earliest instant at which something is due, read from the index named `due`.
    public Optional<Instant> firstDue() {
        long writes = gateway.writes();
        Due known = lastKnown;
        if (known.writes != writes) {
            known = new Due(writes, readFirstDue());
            lastKnown = known;
        }
        return known.first;
    }

    private Optional<Instant> readFirstDue() {
        for (TableDefinition table : template.tables()) {
            for (TableDefinition.Index index : table.indexes()) {
                if (index.name().equals("due")) {
                    return dynamo.first(table, index, "DUE").map(Edges::instantOf);
                }
            }
        }
        return Optional.empty();
    }

    /// The earliest due instant, as of a number of writes.
    private record Due(long writes, Optional<Instant> first) {}

    @Override
    public void close() {
        gateway.close();
        dynamo.close();
    }

    private static Instant instantOf(String sortKey) {
        int end = sortKey.indexOf('#');
        return Instant.parse(end < 0 ? sortKey : sortKey.substring(0, end));
    }

    private static @Nullable Path inside(@Nullable Path data, String name) {
        return data == null ? null : data.resolve(name);
    }
}
