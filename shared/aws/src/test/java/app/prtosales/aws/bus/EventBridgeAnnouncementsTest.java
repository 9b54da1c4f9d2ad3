package app.prtosales.aws.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.prtosales.aws.PretendAws;
import app.prtosales.aws.PretendAws.Reply;
import app.prtosales.aws.json.Json;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Draft;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Note;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.samples.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBridgeAnnouncementsTest {

    private static final Instant NOON = Instant.parse("2026-06-24T12:00:00Z");

    private final PretendAws aws;
    private final EventBridgeAnnouncements announcements;

    EventBridgeAnnouncementsTest() throws IOException {
        aws = new PretendAws();
        announcements = new EventBridgeAnnouncements(aws.clients(), "bus");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void an_accepted_placement_is_announced_like_the_example_in_the_docs() throws IOException {
        aws.thenJson(Map.of("FailedEntryCount", 0, "Entries", List.of(Map.of("EventId", "e1"))));
        Placement placement = placement("https://statnews.com/2026/06/24/care-coordination");

        announcements.accepted(placement);

        JsonNode entry = aws.requests().getFirst().body().path("Entries").path(0);
        assertThat(aws.requests().getFirst().target()).isEqualTo("AWSEvents.PutEvents");
        assertThat(entry.path("Source").asText()).isEqualTo("pr-to-sales");
        assertThat(entry.path("DetailType").asText()).isEqualTo("PlacementAccepted");
        assertThat(entry.path("EventBusName").asText()).isEqualTo("bus");
        assertThat(Json.read(entry.path("Detail").asText())).isEqualTo(example().path("detail"));
    }

    /// The person who submits waits for the bus, and API Gateway waits for 30 seconds at most.
    /// Giving up loses nothing, because the placement's timer does the same work.
    @Test
    void a_hanging_bus_is_given_up_on_within_8_seconds() {
        for (int i = 0; i < 4; i++) {
            aws.then(new Reply.Hang());
        }
        Placement placement = placement("https://statnews.com/2026/06/24/care-coordination");

        assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () ->
                        assertThatThrownBy(() -> announcements.accepted(placement))
                                .isInstanceOf(NotAnnounced.class));
    }

    @Test
    void the_event_for_a_test_names_only_its_delivery() {
        aws.thenJson(Map.of("FailedEntryCount", 0, "Entries", List.of(Map.of("EventId", "e1"))));

        announcements.testAsked("test-2026-06-24-12.u-1.test-ping");

        JsonNode entry = aws.requests().getFirst().body().path("Entries").path(0);
        assertThat(entry.path("DetailType").asText()).isEqualTo("TestAsked");
        assertThat(entry.path("Detail").asText())
                .isEqualTo("{\"delivery\":\"test-2026-06-24-12.u-1.test-ping\"}");
    }

    @Test
    void a_changed_placement_is_announced_with_what_changed() throws IOException {
        aws.thenJson(Map.of("FailedEntryCount", 0, "Entries", List.of(Map.of("EventId", "e1"))));
        Placement green =
                placement("https://a.example/b")
                        .dispatched(NOON, NOON, null)
                        .turned(
                                new ColorChange(
                                        1,
                                        Forwardability.AMBER,
                                        Forwardability.GREEN,
                                        NOON,
                                        "u-1",
                                        "cleared"));

        announcements.changed(green);

        JsonNode entry = aws.requests().getFirst().body().path("Entries").path(0);
        JsonNode detail = Json.read(entry.path("Detail").asText());
        assertThat(entry.path("DetailType").asText()).isEqualTo("PlacementChanged");
        assertThat(detail.path("change").asText()).isEqualTo("turn");
        assertThat(detail.path("forwardability").asText()).isEqualTo("green");
        assertThat(detail.path("status").asText()).isEqualTo("distributing");
        assertThat(detail.toString()).doesNotContain("u-1");
        JsonNode schema = block("\"title\": \"PlacementChanged\"");
        assertThat(names(detail)).isEqualTo(names(schema.path("properties")));
        assertThat(names(block("\"detail-type\": \"PlacementChanged\"").path("detail")))
                .isEqualTo(names(schema.path("properties")));
    }

    @Test
    void the_schema_in_the_docs_has_exactly_the_members_of_the_event() throws IOException {
        JsonNode schema = block("\"$schema\"");
        Set<String> named = names(schema.path("properties"));

        assertThat(EventBridgeAnnouncements.detail(placement("https://a.example/b")).keySet())
                .isEqualTo(named);
        assertThat(EventBridgeAnnouncements.detail(placement(null)).keySet())
                .containsExactlyElementsOf(
                        schema.path("required").valueStream().map(JsonNode::asText).toList());
    }

    @Test
    void the_schema_lists_every_change_that_a_person_can_make() throws IOException {
        EnumSet<PendingChange.Kind> ofTime =
                EnumSet.of(PendingChange.Kind.STILL_TRUE, PendingChange.Kind.EXPIRY);

        assertThat(
                        block("\"title\": \"PlacementChanged\"")
                                .at("/properties/change/enum")
                                .valueStream()
                                .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(ofTime).stream()
                                .map(PendingChange.Kind::word)
                                .toList());
    }

    @Test
    void a_rehearsals_event_is_complete_and_has_a_source_of_its_own() {
        aws.thenJson(Map.of("FailedEntryCount", 0, "Entries", List.of(Map.of("EventId", "e1"))));

        Placement placement = placement("https://a.example/b");

        EventBridgeAnnouncements.rehearsing(aws.clients(), "bus").accepted(placement);

        JsonNode entry = aws.requests().getFirst().body().path("Entries").path(0);
        assertThat(entry.path("Source").asText()).isEqualTo("pr-to-sales.rehearsal");
        assertThat(names(Json.read(entry.path("Detail").asText())))
                .isEqualTo(EventBridgeAnnouncements.detail(placement).keySet());
    }

    @Test
    void a_rejected_event_is_an_error_even_though_the_call_succeeded() {
        aws.thenJson(
                Map.of(
                        "FailedEntryCount",
                        1,
                        "Entries",
                        List.of(Map.of("ErrorCode", "InternalFailure"))));
        Placement placement = placement(null);

        assertThatThrownBy(() -> announcements.accepted(placement))
                .isInstanceOf(NotAnnounced.class)
                .hasMessageContaining("InternalFailure");
    }

    @Test
    void a_bus_that_refuses_the_call_is_an_error_of_the_same_kind() {
        aws.then(PretendAws.error(400, "AccessDeniedException"));
        Placement placement = placement(null);

        assertThatThrownBy(() -> announcements.accepted(placement))
                .isInstanceOf(NotAnnounced.class);
    }

    private static Placement placement(@Nullable String url) {
        Story story =
                new Story(
                        url == null ? null : Samples.address(url),
                        "STAT",
                        "Care coordination that pays for itself",
                        Format.BYLINE,
                        Tone.POSITIVE,
                        "care coordination",
                        null,
                        null,
                        null,
                        null);
        Draft draft =
                new Draft(
                        story,
                        new Note(
                                "For health systems that are short of nurses",
                                List.of("health-systems"),
                                List.of()),
                        new Publication(
                                Instant.parse("2026-06-24T13:00:00Z"),
                                ZoneId.of("America/New_York"),
                                false),
                        Forwardability.AMBER,
                        false);
        return Placement.accepted(draft, "person-1", Instant.parse("2026-06-24T13:05:00Z"));
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static JsonNode example() throws IOException {
        return block("\"detail-type\"");
    }

    /// The JSON block in `docs/events.md` that contains this text.
    private static JsonNode block(String text) throws IOException {
        String docs = Files.readString(Path.of("../../docs/events.md"), UTF_8);
        for (String block : docs.split("```json\n", -1)) {
            String json = block.split("```", 2)[0];
            if (json.startsWith("{") && json.contains(text)) {
                return Json.read(json);
            }
        }
        throw new AssertionError("docs/events.md has no block with " + text);
    }
}
