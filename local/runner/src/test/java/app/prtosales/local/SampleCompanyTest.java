package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The sample company, as `./run --seed` loads it.
@Timeout(120)
class SampleCompanyTest {

    @Test
    void the_history_of_the_sample_placement_names_the_person_who_submitted_it() throws Exception {
        try (LocalProduct product =
                LocalProduct.start(Repository.inMemory(null), ProductHandlers::new)) {
            new SampleCompany(Repository.ROOT, product).load();

            Map<String, Object> placement =
                    Json.object(
                            product.as("pr@sample-medtech.example", "pr")
                                    .get("/placements/" + SampleCompany.PLACEMENT)
                                    .text());

            assertThat(Json.map(Json.list(placement.get("history")).getFirst()))
                    .containsEntry("what", "accepted")
                    .containsEntry("by", "pr@sample-medtech.example");
        }
    }
}
