package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `template.yaml` as the local stack sees it. The local stack knows nothing else about the
/// product.
public final class CloudTemplate {

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";

    private final Map<String, Object> template;
    private final Map<String, Object> globals;
    private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Resolver resolver;
    private final LocalStack stack;
    private final Optional<String> withheld;

    private CloudTemplate(
            Map<String, Object> template, LocalStack stack, Optional<String> withheld) {
        this.template = template;
        this.stack = stack;
        this.withheld = withheld;
        this.resolver = new Resolver(template, stack);
        this.globals = Json.map(template.get("Globals"));
        Json.map(template.get("Resources")).forEach(this::declare);
    }

    public static CloudTemplate read(Path file, LocalStack stack) {
        try {
            return of(Files.readString(file), stack);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static CloudTemplate of(String yaml, LocalStack stack) {
        return new CloudTemplate(TemplateText.read(yaml), stack, Optional.empty());
    }

    /// The nearest `template.yaml`, in this folder or above.
    public static Path find(Path from) {
        for (Path folder = from.toAbsolutePath().normalize();
                folder != null;
                folder = folder.getParent()) {
            Path candidate = folder.resolve("template.yaml");
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        throw new UnreadableTemplate("no template.yaml in " + from + " or above", null);
    }

    /// The names of a template's parameters.
    public static Set<String> parametersOf(Path file) {
        try {
            return Json.map(TemplateText.read(Files.readString(file)).get("Parameters")).keySet();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Every function, in the order of the template.
    public List<FunctionDefinition> functions() {
        return ids(FUNCTION).stream().map(this::function).toList();
    }

    /// The role of each function, with all attached policies.
    ///
    /// @throws UnreadableTemplate when a policy uses something that is not supported here
    public Map<String, Role> roles() {
        FunctionRoles all = new FunctionRoles(this);
        return withheld.map(all::without).orElseGet(all::all);
    }

    /// The same template with one permission removed from a function's role.
    ///
    /// @param permission prefixed with the function's name, as in `RepNotification Mail action
    ///   ses:SendEmail`
    /// @throws UnreadableTemplate if no role has the permission
    public CloudTemplate withoutPermission(String permission) {
        new FunctionRoles(this).without(permission);
        return new CloudTemplate(template, stack, Optional.of(permission));
    }

    /// What Lambda itself does on behalf of each function, which the function's role must therefore
    /// allow.
    public List<Wiring> wirings() {
        return Wiring.of(this);
    }

    /// Every route of the HTTP API.
    public List<RouteDefinition> routes() {
        List<RouteDefinition> routes = new ArrayList<>();
        for (Event event : events("HttpApi")) {
            String path = Json.string(event.properties().getOrDefault("Path", "$default"));
            String method =
                    Json.string(event.properties().getOrDefault("Method", "ANY"))
                            .toUpperCase(Locale.ROOT);
            routes.add(
                    new RouteDefinition(
                            event.function(),
                            method.equals("*") || method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD")
                                    ? "ANY"
                                    : method,
                            path,
                            authorized(event.properties())));
        }
        return routes;
    }

    /// The HTTP API's default authorizer, if it has one.
    public Optional<AuthorizerDefinition> authorizer() {
        Map<String, Object> auth = apiAuth();
        String name = Json.string(auth.get("DefaultAuthorizer"));
        Map<String, Object> jwt =
                Json.map(
                        Json.map(Json.map(auth.get("Authorizers")).get(name))
                                .get("JwtConfiguration"));
        if (jwt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AuthorizerDefinition(
                        Json.string(jwt.get("issuer")),
                        Json.list(jwt.get("audience")).stream().map(Json::string).toList()));
    }

    /// Every schedule that starts a function.
    public List<ScheduleDefinition> schedules() {
        List<ScheduleDefinition> schedules = new ArrayList<>();
        for (Event event : events("ScheduleV2")) {
            Map<String, Object> properties = event.properties();
            Object input = properties.get("Input");
            schedules.add(
                    new ScheduleDefinition(
                            event.function() + event.id(),
                            event.function(),
                            Json.string(properties.get("ScheduleExpression")),
                            ZoneId.of(
                                    Json.string(
                                            properties.getOrDefault(
                                                    "ScheduleExpressionTimezone", "UTC"))),
                            input == null ? null : Json.string(input)));
        }
        return schedules;
    }

    /// Every queue that triggers a function.
    public List<QueueSource> queueSources() {
        List<QueueSource> sources = new ArrayList<>();
        for (Event event : events("SQS")) {
            Map<String, Object> properties = event.properties();
            sources.add(
                    new QueueSource(
                            event.function(),
                            LocalStack.nameIn(Json.string(properties.get("Queue"))),
                            Json.number(properties.get("BatchSize"), 10),
                            Duration.ofSeconds(
                                    Json.number(
                                            properties.get("MaximumBatchingWindowInSeconds"), 0)),
                            Json.list(properties.get("FunctionResponseTypes"))
                                    .contains("ReportBatchItemFailures"),
                            Json.number(
                                    Json.map(properties.get("ScalingConfig"))
                                            .get("MaximumConcurrency"),
                                    5)));
        }
        return sources;
    }

    /// Every rule on a bus: those declared as resources, and those declared as events of a
    /// function.
    public List<RuleDefinition> rules() {
        return new TemplateRules(this).all();
    }

    /// Every queue.
    public List<QueueDefinition> queues() {
        List<QueueDefinition> queues = new ArrayList<>();
        for (String id : ids("AWS::SQS::Queue")) {
            Map<String, Object> queue = properties(id);
            Map<String, Object> redrive = Json.map(queue.get("RedrivePolicy"));
            queues.add(
                    new QueueDefinition(
                            resolver.physicalName(id, "AWS::SQS::Queue"),
                            seconds(queue.get("VisibilityTimeout"), 30),
                            seconds(queue.get("DelaySeconds"), 0),
                            seconds(queue.get("MessageRetentionPeriod"), 345_600),
                            redrive.isEmpty()
                                    ? null
                                    : LocalStack.nameIn(
                                            Json.string(redrive.get("deadLetterTargetArn"))),
                            Json.number(redrive.get("maxReceiveCount"), Integer.MAX_VALUE)));
        }
        return queues;
    }

    /// Every table.
    public List<TableDefinition> tables() {
        return new TemplateTables(this).all();
    }

    /// The names of the buses that the stack creates.
    public List<String> buses() {
        return ids("AWS::Events::EventBus").stream()
                .map(id -> resolver.physicalName(id, "AWS::Events::EventBus"))
                .toList();
    }

    /// The ARN of each secret.
    public List<String> secrets() {
        return ids("AWS::SecretsManager::Secret").stream()
                .map(id -> Json.string(resolver.resolve(Map.of("Ref", id))))
                .toList();
    }

    /// The names of the SES configuration sets.
    public List<String> configurationSets() {
        return ids("AWS::SES::ConfigurationSet").stream()
                .map(id -> resolver.physicalName(id, "AWS::SES::ConfigurationSet"))
                .toList();
    }

    /// Where the configuration set publishes SES events.
    public List<MailEventDestination> publishedBy(String configurationSet) {
        List<MailEventDestination> published = new ArrayList<>();
        for (String id : ids("AWS::SES::ConfigurationSetEventDestination")) {
            Map<String, Object> properties = properties(id);
            Map<String, Object> destination = Json.map(properties.get("EventDestination"));
            if (Json.string(properties.get("ConfigurationSetName")).equals(configurationSet)
                    && !"false".equals(Json.string(destination.get("Enabled")))) {
                String topic =
                        Json.string(Json.map(destination.get("SnsDestination")).get("TopicARN"));
                published.add(
                        new MailEventDestination(
                                Json.list(destination.get("MatchingEventTypes")).stream()
                                        .map(type -> Json.string(type).toUpperCase(Locale.ROOT))
                                        .toList(),
                                destination.containsKey("EventBridgeDestination"),
                                subscribedTo(topic)));
            }
        }
        return published;
    }

    private List<MailEventDestination.Subscriber> subscribedTo(String topic) {
        return ids("AWS::SNS::Subscription").stream()
                .map(this::properties)
                .filter(each -> !topic.isEmpty() && topic.equals(each.get("TopicArn")))
                .filter(each -> "sqs".equals(each.get("Protocol")))
                .map(each ->
                        new MailEventDestination.Subscriber(
                                topic,
                                LocalStack.nameIn(Json.string(each.get("Endpoint"))),
                                "true".equals(Json.string(each.get("RawMessageDelivery")))))
                .toList();
    }

    private void declare(String id, Object declaration) {
        Map<String, Object> resource = Json.map(declaration);
        String condition = Json.string(resource.get("Condition"));
        if (condition.isEmpty() || resolver.holds(condition)) {
            types.put(id, Json.string(resource.get("Type")));
            resources.put(id, Json.map(resource.get("Properties")));
        }
    }

    List<String> functionIds() {
        return ids(FUNCTION);
    }

    /// A property of a function, resolved: its own, or the one from `Globals`.
    @Nullable Object functionProperty(String id, String property) {
        return resolved(
                resources.getOrDefault(id, Map.of()), Json.map(globals.get("Function")), property);
    }

    /// The ARN of the function's on-failure destination; empty if it has none.
    String failureDestination(String id) {
        Map<String, Object> invoke = Json.map(functionProperty(id, "EventInvokeConfig"));
        Map<String, Object> onFailure =
                Json.map(Json.map(invoke.get("DestinationConfig")).get("OnFailure"));
        return Json.string(onFailure.get("Destination"));
    }

    /// The value of `Ref`.
    String ref(String id) {
        return Json.string(resolver.resolve(Map.of("Ref", id)));
    }

    /// The value of `Fn::GetAtt` for the attribute `Arn`.
    String arn(String id) {
        return Json.string(resolver.resolve(Map.of("Fn::GetAtt", List.of(id, "Arn"))));
    }

    /// The resource's name in the local stack.
    String physicalName(String id, String type) {
        return resolver.physicalName(id, type);
    }

    List<String> ids(String type) {
        return types.keySet().stream().filter(id -> type.equals(types.get(id))).toList();
    }

    Map<String, Object> properties(String id) {
        return Json.map(resolver.resolve(resources.getOrDefault(id, Map.of())));
    }

    private FunctionDefinition function(String id) {
        Map<String, Object> own = resources.getOrDefault(id, Map.of());
        Map<String, Object> shared = Json.map(globals.get("Function"));
        Map<String, String> environment = new LinkedHashMap<>();
        for (Map<String, Object> source : List.of(shared, own)) {
            Map<String, Object> variables =
                    Json.map(
                            resolver.resolve(
                                    Json.map(
                                            Json.map(source.get("Environment")).get("Variables"))));
            variables.forEach((name, value) -> environment.put(name, Json.string(value)));
        }
        environment.replace(ENDPOINT, stack.edges(), stack.edgesOf(id));
        Map<String, Object> invoke = Json.map(resolved(own, shared, "EventInvokeConfig"));
        String destination = failureDestination(id);
        return new FunctionDefinition(
                id,
                Json.string(resolved(own, shared, "Handler")),
                environment,
                seconds(resolved(own, shared, "Timeout"), 3),
                Json.number(resolved(own, shared, "MemorySize"), 128),
                Json.number(invoke.get("MaximumRetryAttempts"), 2),
                destination.contains(":sqs:") ? LocalStack.nameIn(destination) : null);
    }

    private @Nullable Object resolved(
            Map<String, Object> own, Map<String, Object> shared, String property) {
        Object value = own.containsKey(property) ? own.get(property) : shared.get(property);
        return value == null ? null : resolver.resolve(value);
    }

    private boolean authorized(Map<String, Object> event) {
        String chosen = Json.string(Json.map(event.get("Auth")).get("Authorizer"));
        if (chosen.isEmpty()) {
            return !Json.string(apiAuth().get("DefaultAuthorizer")).isEmpty();
        }
        return !chosen.equals("NONE");
    }

    private Map<String, Object> apiAuth() {
        List<String> apis = ids("AWS::Serverless::HttpApi");
        Map<String, Object> auth =
                apis.isEmpty() ? Map.of() : Json.map(properties(apis.getFirst()).get("Auth"));
        if (!auth.isEmpty()) {
            return auth;
        }
        Object shared = Json.map(globals.get("HttpApi")).get("Auth");
        return shared == null ? Map.of() : Json.map(resolver.resolve(shared));
    }

    /// The events of all functions that have this type.
    List<Event> events(String type) {
        List<Event> found = new ArrayList<>();
        for (String function : ids(FUNCTION)) {
            Map<String, Object> events =
                    Json.map(resources.getOrDefault(function, Map.of()).get("Events"));
            events.forEach((id, each) -> {
                Map<String, Object> event = Json.map(each);
                if (type.equals(event.get("Type"))) {
                    Map<String, Object> properties = Json.map(event.get("Properties"));
                    found.add(new Event(function, id, Json.map(resolver.resolve(properties))));
                }
            });
        }
        return found;
    }

    private static Duration seconds(@Nullable Object value, int otherwise) {
        return Duration.ofSeconds(Json.number(value, otherwise));
    }

    /// An event of a function, resolved.
    record Event(String function, String id, Map<String, Object> properties) {}
}
