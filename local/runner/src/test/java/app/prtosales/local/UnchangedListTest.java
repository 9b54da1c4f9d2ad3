package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.LocalQueue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is checked after a list of reps is uploaded or an address is marked as working: new reps
/// always, and changes that somebody missed, in every recently changed story, only if the roster
/// changed.
class UnchangedListTest {

    private static final String OPS = "ops@sample-medtech.example";

    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private LocalProduct product;

    @BeforeEach
    void start() throws Exception {
        product = LocalProduct.start(Repository.inMemory(null), ProductHandlers::new);
        new SampleCompany(Repository.ROOT, product).loadLists();
        product.timeline().settleNow();
        LocalQueue pings = product.edges().queue("PingQueue").orElseThrow();
        // Recorded on arrival, because the product handles each message immediately.
        pings.whenSomethingArrives(
                () -> pings.contents().forEach(message -> arrived.add(message.body())));
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void after_an_upload_that_changes_nothing_only_new_reps_are_looked_for() throws Exception {
        List<Map<String, Object>> reps = new SampleCompany(Repository.ROOT, product).rows("reps");

        product.as(OPS, "ops").put("/directory/reps", Map.of("items", reps));

        assertThat(arrived).singleElement().asString().contains("catch-up");
    }

    @Test
    void after_an_upload_that_removes_a_rep_missed_changes_are_looked_for_too() throws Exception {
        List<Map<String, Object>> reps = new SampleCompany(Repository.ROOT, product).rows("reps");

        product.as(OPS, "ops")
                .put("/directory/reps", Map.of("items", reps.subList(1, reps.size())));

        assertThat(arrived).singleElement().asString().contains("roster-changed");
    }

    @Test
    void after_an_address_that_already_worked_is_marked_only_new_reps_are_looked_for()
            throws Exception {
        Object rep = new SampleCompany(Repository.ROOT, product).rows("reps").getFirst().get("id");

        HttpAnswer marked =
                product.as(OPS, "ops")
                        .post(
                                "/people/working",
                                Map.of("rep", rep, "reason", "IT says it works"),
                                Map.of());

        assertThat(marked.status()).as(marked.text()).isEqualTo(200);
        assertThat(arrived).singleElement().asString().contains("catch-up");
    }
}
