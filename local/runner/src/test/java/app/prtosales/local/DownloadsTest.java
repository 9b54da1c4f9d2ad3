package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.10: the history says who downloaded a list or a week as a file, and when.
class DownloadsTest {

    private static final String OPS = "ops@sample-medtech.example";
    private static final String WEEK = "2026-W23";

    private LocalProduct product;

    @BeforeEach
    void start() {
        product = Repository.startWithLists(null);
    }

    @AfterEach
    void stop() {
        product.close();
        assertThat(product.refusals().all()).isEmpty();
    }

    @Test
    void r5_10_downloading_a_list_is_recorded_and_viewing_it_is_not() {
        Person ops = product.as(OPS, "ops");
        List<String> before = history("directory-reps");

        assertThat(ops.get("/directory/reps").status()).isEqualTo(200);
        assertThat(history("directory-reps")).isEqualTo(before);

        assertThat(ops.get("/directory/reps", Map.of("accept", "text/csv")).status())
                .isEqualTo(200);
        assertThat(history("directory-reps"))
                .hasSize(before.size() + 1)
                .last()
                .isEqualTo("downloaded as a file");
    }

    @Test
    void r5_10_an_export_of_a_week_is_recorded_under_its_week() {
        Person leader = product.as("leader@sample-medtech.example", "leadership");

        assertThat(leader.get("/audit/export?week=" + WEEK, Map.of("accept", "text/csv")).status())
                .isEqualTo(200);

        assertThat(history("audit-" + WEEK)).containsExactly("downloaded as a file");
    }

    private List<String> history(String subject) {
        try (StoredItems items = StoredItems.of(product)) {
            return items.in("HISTORY#" + subject).stream()
                    .map(item -> StoredItems.text(item, "what"))
                    .toList();
        }
    }
}
