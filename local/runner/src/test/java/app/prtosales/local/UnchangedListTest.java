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

/// What a list of reps, or an address marked as working, has looked for: a change of the roster is
/// checked against each story that was changed lately.
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
        // Seen on arrival, because the product works on each message at once.
        pings.whenSomethingArrives(
                () -> pings.contents().forEach(message -> arrived.add(message.body())));
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void an_upload_that_changes_nothing_has_only_joiners_looked_for() throws Exception {
        List<Map<String, Object>> reps = new SampleCompany(Repository.ROOT, product).rows("reps");

        product.as(OPS, "ops").put("/directory/reps", Map.of("items", reps));

        assertThat(arrived).singleElement().asString().contains("catch-up");
    }

    @Test
    void an_upload_that_changes_someone_has_missed_changes_looked_for() throws Exception {
        List<Map<String, Object>> reps = new SampleCompany(Repository.ROOT, product).rows("reps");

        product.as(OPS, "ops")
                .put("/directory/reps", Map.of("items", reps.subList(1, reps.size())));

        assertThat(arrived).singleElement().asString().contains("roster-changed");
    }

    @Test
    void an_address_that_already_worked_has_only_joiners_looked_for() throws Exception {
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
