package app.prtosales.local;

import app.prtosales.aws.AwsApplication;
import app.prtosales.local.edges.CallRecord;
import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.SesBehavior;
import app.prtosales.local.edges.SesEvents;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The product's functions in this process, working on an AWS endpoint that we do not run
/// ourselves. Lambda, the HTTP API and the schedules are simulated here; table, queues, bus, secret
/// and email are the endpoint's.
final class RemoteProduct implements Stage, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// How long to wait for SES's events about an email, and for a message to arrive.
    private static final Duration SES_PATIENCE = Duration.ofSeconds(30);

    /// Messages with a longer delay than this are not waited for.
    private static final Duration WORTH_WAITING = Duration.ofSeconds(20);

    private final CloudTemplate template;
    private final RunResources resources;
    private final InstantSource real = LocalProduct.realTime();
    private final ProductClock clock = new ProductClock(real, null);
    private final Outbox outbox = new Outbox(real);
    private final LocalIssuer issuer;
    private final Functions functions;
    private final HttpApi api;
    private final List<Schedule> schedules;
    private final RemoteQueues queues;
    private final SesEvents played = new SesEvents(clock);
    private final String rolesClaim;
    private final List<String> failures = new ArrayList<>();
    private boolean playing;

    private RemoteProduct(
            CloudTemplate template,
            RunResources resources,
            LocalIssuer issuer,
            RemoteAws at,
            Path log) {
        this.template = template;
        this.resources = resources;
        this.issuer = issuer;
        this.playing = !resources.publishesMailEvents();
        Optional<CallRecord> record = CallRecord.asked();
        Set<String> ruled = ruledTypes(template);
        this.functions =
                new Functions(
                        template.functions(),
                        new ProductHandlers(function -> application(function, at, ruled, record)),
                        new LogFile(log));
        functions.await();
        this.queues =
                new RemoteQueues(
                        template, resources, functions, outbox, clock, this::later, failures::add);
        this.api =
                new HttpApi(
                        new RouteTable(template.routes()),
                        template.authorizer().map(TokenCheck::new),
                        functions,
                        clock);
        this.schedules =
                template.schedules().stream()
                        .map(each ->
                                new Schedule(each, this::firstDue, this::later, clock.instant()))
                        .toList();
        this.rolesClaim =
                template.functions().stream()
                        .flatMap(each ->
                                Optional.ofNullable(each.environment().get("ROLES_CLAIM")).stream())
                        .findFirst()
                        .orElse("cognito:groups");
        issuer.await();
    }

    /// The template with the parameter values for a run elsewhere.
    ///
    /// @param sender the sender of all emails
    static CloudTemplate template(Path file, String sender, LocalIssuer issuer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("FromAddress", sender);
        parameters.put("CustomBaseUrl", "http://localhost:8080");
        parameters.put("JwtIssuer", issuer.url());
        parameters.put("JwtAudience", LocalIssuer.AUDIENCE);
        parameters.keySet().retainAll(CloudTemplate.parametersOf(file));
        return CloudTemplate.read(file, new LocalStack("http://localhost", parameters));
    }

    /// Wires the functions to the created resources.
    static RemoteProduct start(
            CloudTemplate template,
            RunResources resources,
            LocalIssuer issuer,
            RemoteAws at,
            Path log) {
        return new RemoteProduct(template, resources, issuer, at, log);
    }

    private AwsApplication application(
            FunctionDefinition function,
            RemoteAws at,
            Set<String> ruled,
            Optional<CallRecord> record) {
        Map<String, String> environment = new LinkedHashMap<>(resources.environmentOf(function));
        environment.putAll(at.environment());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
        return AwsApplication.from(
                environment,
                clock,
                List.of(new CallWatcher(function.id(), outbox, ruled, clock, record)));
    }

    private static Set<String> ruledTypes(CloudTemplate template) {
        Set<String> types = new HashSet<>();
        template.rules().stream()
                .filter(rule -> template.buses().contains(rule.bus()))
                .forEach(rule ->
                        Json.list(rule.pattern().get("detail-type"))
                                .forEach(type -> types.add(Json.string(type))));
        return types;
    }

    @Override
    public Person as(String email, String... roles) {
        return new Person(api::answer, issuer.token(email, rolesClaim, List.of(roles)));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public List<Mail> mails(String subject) {
        return outbox.mails(subject);
    }

    @Override
    public void moveTo(Instant target) throws InterruptedException {
        settle();
        Optional<Instant> next = next(target);
        while (next.isPresent()) {
            clock.moveTo(next.get());
            fire();
            settle();
            next = next(target);
        }
        clock.moveTo(target);
    }

    private Optional<Instant> next(Instant target) {
        return schedules.stream()
                .flatMap(each -> each.next(true).stream())
                .filter(at -> !at.isAfter(target))
                .min(Comparator.naturalOrder());
    }

    private void fire() {
        Instant now = clock.instant();
        schedules.stream()
                .filter(each -> each.next(true).filter(at -> !at.isAfter(now)).isPresent())
                .forEach(each -> each.fire(now));
    }

    private Optional<Instant> firstDue() {
        return resources
                .firstDue()
                .map(key -> {
                    int end = key.indexOf('#');
                    return Instant.parse(end < 0 ? key : key.substring(0, end));
                });
    }

    /// Calls a function the way Lambda does for asynchronous calls: with retries.
    private void later(String function, Map<String, Object> event) {
        int tries = 1 + functions.find(function).map(FunctionDefinition::retries).orElse(0);
        for (int i = 0; i < tries; i++) {
            if (functions.call(function, Json.text(event)) instanceof Invocation.Answered) {
                return;
            }
        }
        failures.add("%s failed %d times".formatted(function, tries));
    }

    /// Delivers every message and event to its function until no more are expected.
    @Override
    public void settle() throws InterruptedException {
        Instant until = real.instant().plus(PATIENCE);
        boolean busy = true;
        while (busy && real.instant().isBefore(until)) {
            boolean came = queues.poll();
            if (!outbox.unreported().isEmpty()) {
                came |= tellOfMails(came);
            }
            boolean expecting =
                    outbox.expects(WORTH_WAITING) || !playing && !outbox.unreported().isEmpty();
            busy = came || expecting;
            if (came) {
                until = real.instant().plus(PATIENCE);
            } else if (expecting) {
                Thread.sleep(200);
            }
        }
        if (busy) {
            failures.add(
                    "the endpoint did not deliver a message or event that it accepted within %d s"
                            .formatted(PATIENCE.toSeconds()));
            outbox.forget();
        }
    }

    /// Simulates SES's events when the endpoint does not send them in time.
    private boolean tellOfMails(boolean busy) {
        List<Mail> unreported = outbox.unreported();
        if (!playing && !busy) {
            Instant oldest =
                    unreported.stream()
                            .map(Mail::sentAt)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
            boolean silent =
                    queues.brought() == 0 && clock.instant().isAfter(oldest.plus(SES_PATIENCE));
            if (silent) {
                resources.noteUnsupported(
                        "SES's events (it accepted the event destination, but sent nothing in %d s)"
                                .formatted(SES_PATIENCE.toSeconds()));
                playing = true;
            }
        }
        if (!playing) {
            return false;
        }
        for (Mail mail : unreported) {
            for (SesEvents.Event event : played.of(mail, SesBehavior.HEALTHY)) {
                feedback(envelope(event));
            }
            outbox.reported(mail.messageId());
        }
        return true;
    }

    /// Delivers an event to the functions and queues that the template's rule names for it.
    private void feedback(Map<String, Object> event) {
        template.rules().stream()
                .filter(rule -> rule.bus().equals("default"))
                .filter(rule ->
                        Json.list(rule.pattern().get("detail-type"))
                                .contains(event.get("detail-type")))
                .flatMap(rule -> rule.targets().stream())
                .forEach(target -> {
                    switch (target.kind()) {
                        case FUNCTION -> later(target.name(), event);
                        case QUEUE -> {
                            String url = resources.urlOf(target.name());
                            String id =
                                    resources
                                            .sqs()
                                            .sendMessage(send ->
                                                    send.queueUrl(url)
                                                            .messageBody(Json.text(event)))
                                            .messageId();
                            outbox.message(id, Duration.ZERO);
                        }
                    }
                });
    }

    private Map<String, Object> envelope(SesEvents.Event reported) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", reported.detailType());
        event.put("source", "aws.ses");
        event.put("account", LocalStack.ACCOUNT);
        event.put("time", clock.instant().toString());
        event.put("region", LocalStack.REGION);
        event.put("resources", List.of());
        event.put("detail", reported.detail());
        return event;
    }

    /// The failures along the way, besides those of the story's steps.
    List<String> failures() {
        return List.copyOf(failures);
    }

    /// Prints what the endpoint did, and what was simulated in its place.
    void sum(PrintStream out) {
        out.println();
        out.println(
                playing
                        ? "SES's events were simulated here and passed to the function directly."
                        : "SES's events came from the endpoint: %d.".formatted(queues.brought()));
        outbox.unsupported().forEach(resources::noteUnsupported);
        resources
                .unsupported()
                .forEach(each -> out.println("The endpoint does not support " + each + "."));
        if (outbox.unsupported().stream().anyMatch(each -> each.startsWith("GetAccount"))) {
            out.println(
                    "Without GetAccount the product sends at SES's lowest rate, one email a second.");
        }
        if (outbox.heldBack() > 0) {
            out.printf(
                    "%d messages were still delayed by their queue and were not waited for.%n",
                    outbox.heldBack());
        }
        out.println("Simulated here for every endpoint: Lambda, the HTTP API, sign-in, schedules.");
    }

    @Override
    public void close() {
        functions.close();
        issuer.close();
    }
}
