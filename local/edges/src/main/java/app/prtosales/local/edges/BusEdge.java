package app.prtosales.local.edges;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// EventBridge: the stack's buses and the account's default bus, with the rules on them.
final class BusEdge implements EdgeService {

    private static final int MAX_ENTRIES = 10;
    private static final int MAX_BYTES = 262_144;

    /// The size of an entry's `Time` in bytes, as EventBridge counts it.
    private static final int TIME_BYTES = 14;

    private final Map<RuleDefinition, EventPattern> rules = new LinkedHashMap<>();
    private final Set<String> buses;
    private final QueueEdge queues;
    private final FunctionCalls functions;
    private final Work work;
    private final InstantSource clock;

    BusEdge(
            List<RuleDefinition> rules,
            List<String> buses,
            QueueEdge queues,
            FunctionCalls functions,
            Work work,
            InstantSource clock) {
        rules.forEach(rule -> this.rules.put(rule, new EventPattern(rule.id(), rule.pattern())));
        this.buses =
                Stream.concat(buses.stream(), Stream.of("default"))
                        .collect(Collectors.toUnmodifiableSet());
        this.queues = queues;
        this.functions = functions;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public EdgeReply answer(EdgeRequest request) throws Json.MalformedJson {
        if (!request.operation().equals("PutEvents")) {
            return EdgeReply.error(
                    400,
                    "UnknownOperationException",
                    request.operation() + " is not supported here");
        }
        List<Map<String, Object>> entries =
                Json.list(Json.object(request.body()).get("Entries")).stream()
                        .map(Json::map)
                        .toList();
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            return EdgeReply.error(
                    400,
                    "ValidationException",
                    "1 validation error detected: Value at 'entries' failed to satisfy constraint:"
                            + " Member must have length less than or equal to 10");
        }
        if (entries.stream().mapToInt(BusEdge::size).sum() > MAX_BYTES) {
            return EdgeReply.error(
                    400,
                    "ValidationException",
                    "Total size of the entries in the request is over the limit.");
        }
        List<Object> results = new ArrayList<>();
        int failed = 0;
        for (Map<String, Object> entry : entries) {
            Map<String, Object> result = put(entry);
            results.add(result);
            failed += result.containsKey("ErrorCode") ? 1 : 0;
        }
        return EdgeReply.json11(Map.of("FailedEntryCount", failed, "Entries", results));
    }

    /// An entry's size in bytes as EventBridge counts it: its time plus the UTF-8 of its source,
    /// type, detail and resources
    /// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html).
    private static int size(Map<String, Object> entry) {
        Stream<Object> counted =
                Stream.concat(
                        Stream.of("Source", "DetailType", "Detail").map(entry::get),
                        Json.list(entry.get("Resources")).stream());
        return (entry.containsKey("Time") ? TIME_BYTES : 0)
                + counted.map(Json::string)
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
    }

    private Map<String, Object> put(Map<String, Object> entry) {
        for (String required : List.of("Source", "DetailType", "Detail")) {
            if (Json.string(entry.get(required)).isEmpty()) {
                return failure(
                        "InvalidArgument",
                        "Parameter %s is not valid. Reason: %s is a required argument."
                                .formatted(required, required));
            }
        }
        if (Json.string(entry.get("Source")).startsWith("aws.")) {
            return failure("NotAuthorizedForSourceException", "Not authorized for the source.");
        }
        String bus = LocalStack.nameIn(Json.string(entry.getOrDefault("EventBusName", "default")));
        if (!buses.contains(bus)) {
            return failure("ResourceNotFoundException", "Event bus " + bus + " does not exist.");
        }
        Map<String, Object> detail;
        try {
            detail = Json.object(Json.string(entry.get("Detail")));
        } catch (Json.MalformedJson malformed) {
            return failure("MalformedDetail", "Detail is malformed.");
        }
        Map<String, Object> event =
                envelope(
                        Json.string(entry.get("Source")),
                        Json.string(entry.get("DetailType")),
                        Json.list(entry.get("Resources")),
                        detail);
        publish(bus, event);
        return Map.of("EventId", Json.string(event.get("id")));
    }

    private static Map<String, Object> failure(String code, String message) {
        return Map.of("ErrorCode", code, "ErrorMessage", message);
    }

    /// The event in the envelope that EventBridge delivers.
    Map<String, Object> envelope(
            String source, String detailType, List<Object> resources, Map<String, Object> detail) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", detailType);
        event.put("source", source);
        event.put("account", LocalStack.ACCOUNT);
        event.put("time", Instants.seconds(clock.instant()));
        event.put("region", LocalStack.REGION);
        event.put("resources", resources);
        event.put("detail", detail);
        return event;
    }

    /// Delivers the event to the targets of every matching rule.
    ///
    /// @return the number of targets that received it
    int publish(String bus, Map<String, Object> event) {
        int targets = 0;
        for (Map.Entry<RuleDefinition, EventPattern> each : rules.entrySet()) {
            RuleDefinition rule = each.getKey();
            if (rule.bus().equals(bus) && each.getValue().matches(event)) {
                for (RuleDefinition.Target target : rule.targets()) {
                    work.start(() -> deliver(rule, target, event));
                    targets++;
                }
            }
        }
        return targets;
    }

    private void deliver(
            RuleDefinition rule, RuleDefinition.Target target, Map<String, Object> event) {
        Map<String, Object> input = input(target, event);
        switch (target.kind()) {
            case FUNCTION -> functions.later(target.name(), input);
            case QUEUE -> {
                Optional<LocalQueue> queue = queues.find(target.name());
                if (queue.isPresent()) {
                    queue.get().send(Json.text(input), Map.of());
                } else {
                    sendToDeadLetters(rule, target, event);
                }
            }
        }
    }

    /// Sends an event whose target does not exist to the target's dead-letter queue, if it has one.
    private void sendToDeadLetters(
            RuleDefinition rule, RuleDefinition.Target target, Map<String, Object> event) {
        String deadLetters = target.deadLetters();
        if (deadLetters != null) {
            queues.find(deadLetters)
                    .ifPresent(queue ->
                            queue.send(
                                    Json.text(event),
                                    Map.of(
                                            "RULE_ARN",
                                            attribute(
                                                    LocalStack.arn("events", "rule/" + rule.id())),
                                            "TARGET_ARN",
                                            attribute(LocalStack.arn("sqs", target.name())),
                                            "ERROR_CODE",
                                            attribute("NO_RESOURCE"))));
        }
    }

    private static Map<String, Object> attribute(String value) {
        return Map.of("DataType", "String", "StringValue", value);
    }

    private static Map<String, Object> input(
            RuleDefinition.Target target, Map<String, Object> event) {
        String path = target.inputPath();
        if (path == null) {
            return event;
        }
        Map<String, Object> part = event;
        for (String name : path.substring(Math.min(2, path.length())).split("\\.", -1)) {
            part = name.isEmpty() ? part : Json.map(part.get(name));
        }
        return part;
    }
}
