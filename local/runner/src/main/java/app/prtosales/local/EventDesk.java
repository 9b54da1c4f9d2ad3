package app.prtosales.local;

import app.prtosales.local.edges.Edges;
import app.prtosales.local.edges.FunctionCalls;
import app.prtosales.local.edges.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Accepts any event in the form that AWS delivers, and passes it to the functions that subscribe
/// to it.
final class EventDesk {

    private final Edges edges;
    private final Timeline timeline;
    private final FunctionCalls calls;
    private final Functions functions;
    private final List<QueuePoller> pollers;
    private final List<Schedule> schedules;

    EventDesk(
            Edges edges,
            Timeline timeline,
            FunctionCalls calls,
            Functions functions,
            List<QueuePoller> pollers,
            List<Schedule> schedules) {
        this.edges = edges;
        this.timeline = timeline;
        this.calls = calls;
        this.functions = functions;
        this.pollers = List.copyOf(pollers);
        this.schedules = List.copyOf(schedules);
    }

    HttpAnswer take(Map<String, Object> event) throws InterruptedException {
        if (event.containsKey("Records")) {
            return deliverBatch(event);
        }
        boolean isPublished = event.containsKey("detail-type") && !isScheduled(event);
        int delivered = isPublished ? publish(event) : callScheduled(event);
        timeline.settleNow();
        return HttpAnswer.json(200, Map.of("delivered", delivered));
    }

    /// Delivers a batch of queue messages and answers with the function's own response, which
    /// Lambda's poller would read.
    private HttpAnswer deliverBatch(Map<String, Object> event) throws InterruptedException {
        Map<String, Object> first =
                Json.list(event.get("Records")).stream()
                        .findFirst()
                        .map(Json::map)
                        .orElse(Map.of());
        String queue = Json.string(first.get("eventSourceARN"));
        Optional<QueuePoller> poller =
                pollers.stream()
                        .filter(each -> each.reads(queue))
                        .findFirst()
                        // For an unknown queue, use the first one in the template.
                        .or(() -> pollers.stream().findFirst());
        if (poller.isEmpty()) {
            return HttpAnswer.json(200, Map.of("delivered", 0));
        }
        Invocation invocation = functions.call(poller.get().function(), Json.text(event));
        timeline.settleNow();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("delivered", 1);
        switch (invocation) {
            case Invocation.Answered(var payload) -> answer.put("payload", payload);
            case Invocation.Failed failed -> answer.put("failed", failed.payload());
        }
        return HttpAnswer.json(200, answer);
    }

    /// Events from AWS go to the default bus, all others to ours.
    private int publish(Map<String, Object> event) {
        if (Json.string(event.get("source")).startsWith("aws.")) {
            return edges.publish("default", event);
        }
        return edges.template().buses().stream().mapToInt(bus -> edges.publish(bus, event)).sum();
    }

    private static boolean isScheduled(Map<String, Object> event) {
        return List.of("aws.scheduler", "aws.events").contains(Json.string(event.get("source")));
    }

    /// Calls the functions of the schedules that the event names, by a schedule's id or by a
    /// function's name at the end of an ARN.
    private int callScheduled(Map<String, Object> event) {
        String names = Json.string(event.get("scheduleArn")) + Json.string(event.get("resources"));
        int delivered = 0;
        for (Schedule schedule : schedules) {
            String id = schedule.definition().id();
            String function = schedule.definition().function();
            if (normalized(names).contains(normalized(id))
                    || normalized(names).endsWith(normalized(function))) {
                calls.later(function, event);
                delivered++;
            }
        }
        return delivered;
    }

    private static String normalized(String name) {
        return name.replaceAll("[^A-Za-z0-9/]", "").toLowerCase(Locale.ROOT);
    }
}
