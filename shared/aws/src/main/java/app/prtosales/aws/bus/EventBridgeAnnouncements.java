package app.prtosales.aws.bus;

import app.prtosales.aws.AwsClients;
import app.prtosales.aws.json.Json;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/// Publishes to our own bus on EventBridge. `docs/events.md` has the schema and an example of each
/// event about a placement.
public final class EventBridgeAnnouncements implements Announcements {

    public static final String SOURCE = "pr-to-sales";
    public static final String REHEARSAL = "pr-to-sales.rehearsal";
    public static final String PLACEMENT_ACCEPTED = "PlacementAccepted";
    public static final String PLACEMENT_CHANGED = "PlacementChanged";

    /// An event for the ping queue only.
    public static final String TEST_ASKED = "TestAsked";

    /// Somebody is waiting for the answer, and API Gateway waits only so long. Losing the
    /// announcement of a placement does no harm; if that of a test is lost, the person sees an
    /// error and tries again.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventBridgeClient bridge;
    private final String bus;
    private final String source;

    public EventBridgeAnnouncements(AwsClients clients, String bus) {
        this(clients, bus, SOURCE);
    }

    private EventBridgeAnnouncements(AwsClients clients, String bus, String source) {
        this.bridge =
                clients.client(
                        "EVENTBRIDGE",
                        EventBridgeClient.class,
                        EventBridgeClient::builder,
                        behavior -> behavior.apiCallTimeout(PATIENCE));
        this.bus = bus;
        this.source = source;
    }

    /// Publishes for a rehearsal, with a source that no rule matches.
    public static EventBridgeAnnouncements rehearsing(AwsClients clients, String bus) {
        return new EventBridgeAnnouncements(clients, bus, REHEARSAL);
    }

    @Override
    public void accepted(Placement placement) {
        announce(PLACEMENT_ACCEPTED, detail(placement));
    }

    @Override
    public void changed(Placement placement) {
        announce(PLACEMENT_CHANGED, changedDetail(placement));
    }

    @Override
    public void testAsked(String mail) {
        announce(TEST_ASKED, Map.of("delivery", mail));
    }

    private void announce(String what, Map<String, Object> detail) {
        PutEventsRequestEntry event =
                PutEventsRequestEntry.builder()
                        .eventBusName(bus)
                        .source(source)
                        .detailType(what)
                        .detail(Json.write(detail))
                        .build();
        PutEventsResponse answer = put(event);
        if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
            throw new NotAnnounced(
                    "EventBridge did not accept %s: %s"
                            .formatted(what, answer.entries().getFirst().errorCode()));
        }
    }

    /// The current facts, the status, and the kind of the latest change.
    static Map<String, Object> changedDetail(Placement placement) {
        Map<String, Object> detail = detail(placement);
        detail.put("status", placement.status().word());
        detail.put("change", placement.newChanges().getLast().kind().word());
        return detail;
    }

    private PutEventsResponse put(PutEventsRequestEntry event) {
        try {
            return bridge.putEvents(put -> put.entries(event));
        } catch (SdkException notReached) {
            throw new NotAnnounced("EventBridge could not be reached", notReached);
        }
    }

    /// Facts about the story only: no person, and nothing internal except the note.
    static Map<String, Object> detail(Placement placement) {
        Story story = placement.story();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("placementId", placement.id());
        detail.put("outlet", story.outlet());
        detail.put("headline", story.headline());
        if (story.url() != null) {
            detail.put("url", story.url().value());
        }
        detail.put("format", story.format().word());
        detail.put("publishedAt", placement.publication().at());
        detail.put("deadline", placement.publication().deadline());
        detail.put("segments", placement.note().segments());
        detail.put("note", placement.note().text());
        detail.put("forwardability", placement.forwardability().word());
        return detail;
    }
}
