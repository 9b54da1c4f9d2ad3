package app.prtosales.local;

import app.prtosales.aws.Config;
import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.QueueDefinition;
import app.prtosales.local.edges.RuleDefinition;
import app.prtosales.local.edges.TableDefinition;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AlreadyExistsException;
import software.amazon.awssdk.services.sesv2.model.EventType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The template's resources for one run, created on an endpoint under names of their own and
/// deleted afterward.
final class RunResources implements AutoCloseable {

    private static final int CHECKS = 60;
    private static final long BETWEEN_CHECKS_MILLIS = 500;
    private static final String DEFAULT_BUS = "default";

    private final CloudTemplate template;
    private final PrintStream out;
    private final String prefix;
    private final DynamoDbClient dynamo;
    private final SqsClient sqs;
    private final EventBridgeClient bridge;
    private final SecretsManagerClient secrets;
    private final SesV2Client ses;
    private final Deque<Undo> undo = new ArrayDeque<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> queueUrls = new LinkedHashMap<>();
    private final Map<String, String> eventQueues = new LinkedHashMap<>();
    private final List<String> unsupported = new ArrayList<>();
    private String table = "";
    private boolean publishesMailEvents;
    private boolean hasLeftovers;

    /// How to delete one resource.
    private record Undo(String what, Runnable how) {}

    /// Prepares the clients; nothing is created yet.
    RunResources(RemoteAws at, CloudTemplate template, PrintStream out) {
        this.template = template;
        this.out = out;
        byte[] own = new byte[4];
        new SecureRandom().nextBytes(own);
        this.prefix = "pr-to-sales-run-" + HexFormat.of().formatHex(own);
        this.dynamo = at.client("DYNAMODB", DynamoDbClient.builder());
        this.sqs = at.client("SQS", SqsClient.builder());
        this.bridge = at.client("EVENTBRIDGE", EventBridgeClient.builder());
        this.secrets = at.client("SECRETS_MANAGER", SecretsManagerClient.builder());
        this.ses = at.client("SESV2", SesV2Client.builder());
    }

    /// Creates all resources.
    ///
    /// @param sender the sender of all emails
    /// @param verified whether the sender is already verified
    synchronized void create(String sender, boolean verified) throws InterruptedException {
        for (TableDefinition each : template.tables()) {
            table(each);
        }
        List<QueueDefinition> queues = new ArrayList<>(template.queues());
        // Dead-letter queues are created first.
        queues.sort(Comparator.comparing(each -> each.deadLetters() != null));
        queues.forEach(this::queue);
        template.buses().forEach(this::bus);
        template.secrets().forEach(this::secret);
        mail(sender, verified);
        for (RuleDefinition rule : template.rules()) {
            rule(rule);
        }
    }

    private void table(TableDefinition declared) throws InterruptedException {
        table = "%s-%s".formatted(prefix, declared.name());
        dynamo.createTable(declared.named(table).creation());
        String created = table;
        undo.push(
                new Undo(
                        "table " + created, () -> dynamo.deleteTable(it -> it.tableName(created))));
        values.put(declared.name(), created);
        for (int i = 0; i < CHECKS && !isActive(created); i++) {
            Thread.sleep(BETWEEN_CHECKS_MILLIS);
        }
    }

    private boolean isActive(String name) {
        return dynamo.describeTable(it -> it.tableName(name)).table().tableStatus()
                == TableStatus.ACTIVE;
    }

    private void queue(QueueDefinition declared) {
        Map<QueueAttributeName, String> attributes = new LinkedHashMap<>();
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(declared.visibilityTimeout().toSeconds()));
        attributes.put(
                QueueAttributeName.DELAY_SECONDS, String.valueOf(declared.delay().toSeconds()));
        attributes.put(
                QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                String.valueOf(declared.retention().toSeconds()));
        String deadLetters = declared.deadLetters();
        if (deadLetters != null) {
            Map<String, Object> redrive = new LinkedHashMap<>();
            redrive.put("deadLetterTargetArn", arnOf(urlOf(deadLetters)));
            redrive.put("maxReceiveCount", String.valueOf(declared.maxReceiveCount()));
            attributes.put(QueueAttributeName.REDRIVE_POLICY, Json.text(redrive));
        }
        String url = queue(declared.name(), attributes);
        queueUrls.put(declared.name(), url);
    }

    private String queue(String name, Map<QueueAttributeName, String> attributes) {
        String full = "%s-%s".formatted(prefix, name);
        String url =
                sqs.createQueue(create -> create.queueName(full).attributes(attributes)).queueUrl();
        undo.push(new Undo("queue " + full, () -> sqs.deleteQueue(it -> it.queueUrl(url))));
        return url;
    }

    private String arnOf(String url) {
        return sqs.getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    private void bus(String declared) {
        String name = "%s-%s".formatted(prefix, declared);
        bridge.createEventBus(create -> create.name(name));
        undo.push(new Undo("bus " + name, () -> bridge.deleteEventBus(it -> it.name(name))));
        values.put(declared, name);
    }

    private void secret(String declared) {
        byte[] random = new byte[48];
        new SecureRandom().nextBytes(random);
        String arn =
                secrets.createSecret(create ->
                                create.name(prefix + "-LinkKey")
                                        .secretString(HexFormat.of().formatHex(random)))
                        .arn();
        undo.push(
                new Undo(
                        "secret " + arn,
                        () ->
                                secrets.deleteSecret(
                                        it -> it.secretId(arn).forceDeleteWithoutRecovery(true))));
        values.put(declared, arn);
    }

    private void mail(String sender, boolean verified) {
        if (!verified) {
            try {
                ses.createEmailIdentity(create -> create.emailIdentity(sender));
                undo.push(
                        new Undo(
                                "identity " + sender,
                                () -> ses.deleteEmailIdentity(it -> it.emailIdentity(sender))));
            } catch (AlreadyExistsException itsOwn) {
                out.printf("  the identity %s already existed and is kept%n", sender);
            }
        }
        ses.createConfigurationSet(create -> create.configurationSetName(prefix));
        undo.push(
                new Undo(
                        "configuration set " + prefix,
                        () -> ses.deleteConfigurationSet(it -> it.configurationSetName(prefix))));
        List<EventType> types =
                template.configurationSets().stream()
                        .flatMap(set -> template.publishedBy(set).stream())
                        .flatMap(destination -> destination.types().stream())
                        .distinct()
                        .map(RunResources::eventType)
                        .toList();
        try {
            String bus = bridge.describeEventBus(it -> it.name(DEFAULT_BUS)).arn();
            ses.createConfigurationSetEventDestination(create ->
                    create.configurationSetName(prefix)
                            .eventDestinationName("default-bus")
                            .eventDestination(to ->
                                    to.enabled(true)
                                            .matchingEventTypes(types)
                                            .eventBridgeDestination(it -> it.eventBusArn(bus))));
            publishesMailEvents = true;
        } catch (SdkException lacking) {
            noteUnsupported("SES's event destinations (%s)".formatted(ServiceProblem.of(lacking)));
        }
    }

    /// The event type, whether written `DELIVERYDELAY` or `DELIVERY_DELAY`.
    private static EventType eventType(String declared) {
        return EventType.knownValues().stream()
                .filter(known ->
                        known.toString().replace("_", "").equals(declared.replace("_", "")))
                .findFirst()
                .orElseThrow(() -> new Usage("SES publishes no event of the type " + declared));
    }

    private void rule(RuleDefinition declared) {
        boolean ofSes = declared.bus().equals(DEFAULT_BUS);
        if (ofSes && !publishesMailEvents) {
            return;
        }
        String bus = ofSes ? DEFAULT_BUS : values.getOrDefault(declared.bus(), DEFAULT_BUS);
        String name = "%s-%s".formatted(prefix, declared.id());
        Map<String, Object> pattern = new LinkedHashMap<>(declared.pattern());
        if (ofSes) {
            // The default bus belongs to the whole account, so the rule matches only this run's
            // events.
            pattern.put(
                    "detail",
                    Map.of(
                            "mail",
                            Map.of("tags", Map.of("ses:configuration-set", List.of(prefix)))));
        }
        String arn =
                bridge.putRule(put ->
                                put.name(name).eventBusName(bus).eventPattern(Json.text(pattern)))
                        .ruleArn();
        undo.push(
                new Undo(
                        "rule " + name,
                        () -> bridge.deleteRule(it -> it.name(name).eventBusName(bus))));
        int number = 0;
        for (RuleDefinition.Target each : declared.targets()) {
            if (each.kind() == RuleDefinition.Kind.QUEUE) {
                target(name, bus, arn, urlOf(each.name()), ++number);
            } else {
                String url = queue(declared.id(), Map.of());
                eventQueues.put(url, each.name());
                target(name, bus, arn, url, ++number);
            }
        }
    }

    private void target(String rule, String bus, String ruleArn, String queueUrl, int number) {
        String queueArn = arnOf(queueUrl);
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("Service", "events.amazonaws.com"));
        statement.put("Action", "sqs:SendMessage");
        statement.put("Resource", queueArn);
        statement.put("Condition", Map.of("ArnEquals", Map.of("aws:SourceArn", ruleArn)));
        String policy = Json.text(Map.of("Version", "2012-10-17", "Statement", List.of(statement)));
        sqs.setQueueAttributes(set ->
                set.queueUrl(queueUrl).attributes(Map.of(QueueAttributeName.POLICY, policy)));
        String id = "target-" + number;
        bridge.putTargets(put ->
                put.rule(rule)
                        .eventBusName(bus)
                        .targets(Target.builder().id(id).arn(queueArn).build()));
        undo.push(
                new Undo(
                        "target of " + rule,
                        () -> bridge.removeTargets(it -> it.rule(rule).eventBusName(bus).ids(id))));
    }

    /// The URL of a queue that the template declares.
    String urlOf(String declared) {
        return Optional.ofNullable(queueUrls.get(declared))
                .orElseThrow(() -> new Usage("the template has no queue " + declared));
    }

    /// The function's environment with the names of this run's resources.
    Map<String, String> environmentOf(FunctionDefinition function) {
        Map<String, String> environment = new LinkedHashMap<>();
        function.environment()
                .forEach((name, value) -> {
                    String queue = queueUrls.get(LocalStack.nameIn(value));
                    if (name.equals(Config.CONFIGURATION_SET)) {
                        environment.put(name, prefix);
                    } else if (queue != null && value.contains("/")) {
                        environment.put(name, queue);
                    } else if (!name.startsWith(Config.AWS_ENDPOINT_URL)) {
                        environment.put(name, values.getOrDefault(value, value));
                    }
                });
        return environment;
    }

    /// The URLs of the queues between a rule and a function, each with the function.
    Map<String, String> eventQueues() {
        return Map.copyOf(eventQueues);
    }

    SqsClient sqs() {
        return sqs;
    }

    /// Whether the endpoint accepted the SES event destination.
    boolean publishesMailEvents() {
        return publishesMailEvents;
    }

    void noteUnsupported(String what) {
        unsupported.add(what);
    }

    /// What the endpoint does not support, as far as the run found out.
    List<String> unsupported() {
        return List.copyOf(unsupported);
    }

    /// The lowest sort key in the single partition of the index `due`.
    Optional<String> firstDue() {
        QueryResponse found =
                dynamo.query(query ->
                        query.tableName(table)
                                .indexName("due")
                                .keyConditionExpression("duePK = :due")
                                .expressionAttributeValues(
                                        Map.of(":due", AttributeValue.fromS("DUE")))
                                .limit(1));
        return found.items().stream().findFirst().map(item -> item.get("dueSK")).map(it -> it.s());
    }

    /// Whether something could not be deleted.
    synchronized boolean hasLeftovers() {
        return hasLeftovers;
    }

    /// Deletes everything, in reverse order of creation.
    @Override
    public synchronized void close() {
        int deleted = 0;
        while (!undo.isEmpty()) {
            Undo last = undo.pop();
            try {
                last.how().run();
                deleted++;
            } catch (SdkException refused) {
                hasLeftovers = true;
                out.printf(
                        "could not delete the %s: %s%n", last.what(), ServiceProblem.of(refused));
            }
        }
        if (deleted > 0) {
            out.printf("deleted the %d resources that this run created%n", deleted);
        }
    }
}
