package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The daily calls that only keep a function's snapshot, with the events that the template's
/// schedules send.
class KeepReadyTest {

    private static final Map<String, String> EVENTS =
            Map.of(
                    "PlacementIntake", "placement-intake",
                    "RepNotification", "rep-notification",
                    "DeliveryFeedback", "delivery-feedback",
                    "RepResponse", "rep-response",
                    "Directory", "directory",
                    "AuditPages", "audit-pages",
                    "PageReader", "page-reader");

    @TempDir private Path folder;

    @Test
    void a_call_that_keeps_a_snapshot_succeeds_logs_nothing_and_changes_nothing() throws Exception {
        Path log = folder.resolve("functions.log");
        try (LocalProduct product =
                        SampleCompany.seeded(Repository.ROOT, Repository.inMemory(log));
                StoredItems items = StoredItems.of(product)) {
            State before = State.of(product, items, log);

            for (Map.Entry<String, String> each : EVENTS.entrySet()) {
                Invocation answer = product.functions().call(each.getKey(), event(each.getValue()));

                assertThat(answer).as(each.getKey()).isInstanceOf(Invocation.Answered.class);
                assertThat(State.of(product, items, log)).as(each.getKey()).isEqualTo(before);
            }
            assertThat(product.refusals().all()).isEmpty();
        }
    }

    private static String event(String function) throws IOException {
        return Files.readString(
                Repository.ROOT.resolve("events/%s-keep-ready.json".formatted(function)));
    }

    private record State(List<String> items, int emails, List<String> log) {

        static State of(LocalProduct product, StoredItems stored, Path log) throws IOException {
            Stream<String> items = stored.all().stream().map(String::valueOf).sorted();
            return new State(
                    items.toList(), product.edges().mails().all().size(), Files.readAllLines(log));
        }
    }
}
