package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.local.edges.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Passes every file in `events/` to its function on the seeded store, as `./run invoke` does, with
/// the real functions and the real files.
class EventsTest {

    /// The settings of `sam local invoke`; not an event.
    private static final String SETTINGS = "env.local.json";

    private LocalProduct product;

    @BeforeEach
    void seed() throws InterruptedException {
        product = SampleCompany.seeded(Repository.ROOT, Repository.inMemory(null));
    }

    @AfterEach
    void stop() {
        product.close();
        assertThat(product.refusals().all()).isEmpty();
    }

    @Test
    void each_function_has_an_event_and_three_bad_ones() throws IOException {
        for (String id : product.functions().ids()) {
            String folder = folder(id);
            assertThat(files())
                    .as(id)
                    .contains(
                            folder + ".json",
                            folder + "-broken-json.json",
                            folder + "-missing-field.json",
                            folder + "-hostile-value.json");
        }
    }

    @Test
    void the_sample_events_succeed() throws IOException {
        assertThat(call("directory")).contains("\"statusCode\":200").contains("home-health");
        assertThat(call("directory-read")).contains("\"statusCode\":200");
        assertThat(call("directory-spreadsheet")).contains("\"statusCode\":200").contains("Zoë");
        assertThat(call("rep-response-page")).contains("\"statusCode\":200").contains("<html");
        assertThat(call("rep-response")).contains("\"statusCode\":200");
        assertThat(call("rep-response-reference")).contains("\"statusCode\":200");
        assertThat(call("rep-response-sequence")).contains("\"statusCode\":200");
        assertThat(call("audit-pages")).contains("\"statusCode\":200");
        assertThat(call("deadline-check")).contains("\"judged\":1");
        assertThat(call("weekly-audit")).containsPattern("\"sent\":[1-9]");
        assertThat(call("placement-intake")).contains("\"statusCode\":201");
        assertThat(call("page-reader"))
                .contains("\"publishedAt\":\"2026-06-24T09:00:00-04:00\"")
                .contains("\"where\":\"JSON-LD NewsArticle datePublished\"");
    }

    @Test
    void an_address_that_is_never_fetched_gets_the_reason_and_broken_json_in_a_page_is_skipped()
            throws IOException {
        assertThat(call("page-reader-missing-field")).isEqualTo("{\"refused\":\"not-an-address\"}");
        assertThat(call("page-reader-hostile-value")).isEqualTo("{\"refused\":\"not-an-address\"}");
        assertThat(call("page-reader-broken-json")).contains("\"headline\"");
    }

    @Test
    void the_queue_event_plans_a_placement_and_emails_the_reps_of_a_chunk() throws IOException {
        int before = product.edges().mails().all().size();

        assertThat(call("rep-notification")).isEqualTo("{\"batchItemFailures\":[]}");

        List<Mail> all = product.edges().mails().all();
        assertThat(all.subList(before, all.size()))
                .extracting(Mail::subject)
                .filteredOn(subject -> subject.startsWith("[Coverage] MassDevice:"))
                .hasSize(2);
    }

    @Test
    void a_bad_request_is_answered_with_a_4xx_status() throws IOException {
        assertThat(call("placement-intake-broken-json")).contains("\"statusCode\":400");
        assertThat(call("placement-intake-missing-field")).contains("\"statusCode\":422");
        assertThat(call("placement-intake-hostile-value")).contains("\"statusCode\":422");
        assertThat(call("placement-intake-without-claims")).contains("\"statusCode\":401");
        assertThat(call("directory-broken-json")).contains("\"statusCode\":400");
        assertThat(call("directory-missing-field")).contains("\"statusCode\":422");
        assertThat(call("directory-hostile-value")).contains("\"statusCode\":422");
        assertThat(call("rep-response-missing-field")).containsPattern("\"statusCode\":4\\d\\d");
        assertThat(call("rep-response-hostile-value")).containsPattern("\"statusCode\":4\\d\\d");
        assertThat(call("audit-pages-missing-field")).containsPattern("\"statusCode\":4\\d\\d");
        assertThat(call("audit-pages-hostile-value")).containsPattern("\"statusCode\":4\\d\\d");
    }

    @Test
    void a_poison_message_is_set_aside_with_its_reason_and_blocks_no_other() throws IOException {
        for (String each : List.of("broken-json", "missing-field", "hostile-value")) {
            assertThat(call("rep-notification-" + each)).isEqualTo("{\"batchItemFailures\":[]}");
        }

        assertThat(product.edges().queues())
                .filteredOn(queue -> queue.definition().name().contains("PingDeadLetter"))
                .singleElement()
                .satisfies(queue ->
                        assertThat(queue.receive(10, queue.definition().visibilityTimeout()))
                                .hasSize(3)
                                .allSatisfy(message ->
                                        assertThat(message.attributes()).containsKey("reason")));
    }

    @Test
    void an_ses_event_arriving_by_both_routes_is_recorded_once() throws IOException {
        assertThat(call("delivery-feedback")).isEqualTo("{\"batchItemFailures\":[]}");

        Delivery delivered = ping("rep-12");
        assertThat(delivered.deliveredAt()).isEqualTo(Instant.parse("2026-01-02T09:00:02Z"));
        assertThat(call("delivery-feedback")).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(ping("rep-12")).isEqualTo(delivered);

        assertThat(call("delivery-feedback-bounce")).isEqualTo("{\"batchItemFailures\":[]}");
        // The sample names a different message from the one that this SES sent: both are kept.
        assertThat(ping("rep-12").messages())
                .filteredOn(message -> message.bounced() != null)
                .singleElement()
                .satisfies(message -> assertThat(message.deliveredAt()).isNotNull());
    }

    @Test
    void a_malformed_ses_event_is_retried() throws IOException {
        for (String each : List.of("broken-json", "missing-field", "hostile-value")) {
            assertThat(call("delivery-feedback-" + each))
                    .as(each)
                    .isEqualTo(
                            "{\"batchItemFailures\":[{\"itemIdentifier\":\"00000000-0000-4000-8000-000000000001\"}]}");
        }
    }

    @Test
    void no_event_file_makes_a_function_return_a_stack_trace() throws IOException {
        for (String file : files()) {
            String payload = invoke(file.replace(".json", "")).payload();
            assertThat(payload).as(file).doesNotContain("\tat app.prtosales");
        }
    }

    private String call(String name) throws IOException {
        return switch (invoke(name)) {
            case Invocation.Answered(var payload) -> payload;
            case Invocation.Failed failed ->
                    throw new AssertionError(name + " failed: " + failed.payload());
        };
    }

    /// The delivery record of a rep's ping for the sample placement.
    private Delivery ping(String rep) {
        DeliveryId id = DeliveryId.parse("sample-placement.%s.ping".formatted(rep)).orElseThrow();
        return product.application("DeliveryFeedback").ledger().find(id).orElseThrow();
    }

    private Invocation invoke(String name) throws IOException {
        String function =
                product.functions().ids().stream()
                        .filter(id -> name.startsWith(folder(id)))
                        .findFirst()
                        .orElseThrow();
        return product.functions()
                .call(
                        function,
                        Files.readString(Repository.ROOT.resolve("events/" + name + ".json")));
    }

    /// The folder of a function: `placement-intake` for `PlacementIntake`.
    private static String folder(String id) {
        return Arrays.stream(id.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Repository.ROOT.resolve("events"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json") && !name.equals(SETTINGS))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
