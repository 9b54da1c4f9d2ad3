package app.prtosales.aws.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.PretendAws;
import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonValue;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Draft;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Note;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void an_accepted_placement_is_announced_as_the_example_in_the_docs_shows() throws IOException {
        aws.thenJson(Map.of("FailedEntryCount", 0, "Entries", List.of(Map.of("EventId", "e1"))));
        Placement placement = placement("https://statnews.com/2026/06/24/care-coordination");

        announcements.accepted(placement);

        JsonValue entry = aws.asked().getFirst().body().at("Entries").at(0);
        assertThat(aws.asked().getFirst().target()).isEqualTo("AWSEvents.PutEvents");
        assertThat(entry.at("Source").text()).contains("pr-to-sales");
        assertThat(entry.at("DetailType").text()).contains("PlacementAccepted");
        assertThat(entry.at("EventBusName").text()).contains("bus");
        assertThat(Json.read(entry.at("Detail").text().orElseThrow()))
                .isEqualTo(example().at("detail"));
    }

    @Test
    void a_test_is_asked_for_by_its_delivery_alone() {
        aws.thenJson(Map.of("FailedEntryCount", 0, "Entries", List.of(Map.of("EventId", "e1"))));

        announcements.testAsked("test-2026-06-24-12.u-1.test-ping");

        JsonValue entry = aws.asked().getFirst().body().at("Entries").at(0);
        assertThat(entry.at("DetailType").text()).contains("TestAsked");
        assertThat(entry.at("Detail").text())
                .contains("{\"delivery\":\"test-2026-06-24-12.u-1.test-ping\"}");
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

        JsonValue entry = aws.asked().getFirst().body().at("Entries").at(0);
        JsonValue detail = Json.read(entry.at("Detail").text().orElseThrow());
        assertThat(entry.at("DetailType").text()).contains("PlacementChanged");
        assertThat(detail.at("change").text()).contains("turn");
        assertThat(detail.at("forwardability").text()).contains("green");
        assertThat(detail.at("status").text()).contains("distributing");
        assertThat(detail.toString()).doesNotContain("u-1");
        JsonValue schema = block("\"title\": \"PlacementChanged\"");
        assertThat(detail.fields().keySet()).isEqualTo(schema.at("properties").fields().keySet());
        assertThat(block("\"detail-type\": \"PlacementChanged\"").at("detail").fields().keySet())
                .isEqualTo(schema.at("properties").fields().keySet());
    }

    @Test
    void the_schema_in_the_docs_names_exactly_the_members_of_the_event() throws IOException {
        JsonValue schema = block("\"$schema\"");
        Set<String> named = schema.at("properties").fields().keySet();

        assertThat(EventBridgeAnnouncements.detail(placement("https://a.example/b")).keySet())
                .isEqualTo(named);
        assertThat(EventBridgeAnnouncements.detail(placement(null)).keySet())
                .containsExactlyElementsOf(
                        schema.at("required").elements().stream()
                                .map(name -> name.text().orElseThrow())
                                .toList());
    }

    @Test
    void what_a_rehearsal_announces_is_whole_and_of_a_source_that_nobody_asks_for() {
        aws.thenJson(Map.of("FailedEntryCount", 0, "Entries", List.of(Map.of("EventId", "e1"))));

        EventBridgeAnnouncements.rehearsing(aws.clients(), "bus")
                .accepted(placement("https://a.example/b"));

        JsonValue entry = aws.asked().getFirst().body().at("Entries").at(0);
        assertThat(entry.at("Source").text()).contains("pr-to-sales.rehearsal");
        assertThat(Json.read(entry.at("Detail").text().orElseThrow()).isObject()).isTrue();
    }

    @Test
    void an_event_that_was_not_taken_is_an_error_though_the_call_succeeded() {
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

    private static JsonValue example() throws IOException {
        return block("\"detail-type\"");
    }

    /// The block of JSON in `docs/events.md` in which this text stands.
    private static JsonValue block(String text) throws IOException {
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
