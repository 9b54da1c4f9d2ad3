package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void instants_have_a_fixed_width_so_that_their_texts_sort_correctly() {
        String noon = Keys.instant(NOON);
        String halfASecondLater = Keys.instant(NOON.plusMillis(500));

        assertThat(noon).isEqualTo("2026-01-01T12:00:00.000Z");
        assertThat(halfASecondLater).isEqualTo("2026-01-01T12:00:00.500Z").isGreaterThan(noon);
        assertThat(NOON.toString()).isGreaterThan(NOON.plusMillis(500).toString());
    }

    @Test
    void even_the_first_and_the_last_instant_have_that_width() {
        assertThat(Keys.instant(Instant.MIN)).isEqualTo("0000-01-01T00:00:00.000Z");
        assertThat(Keys.instant(Instant.MAX)).isEqualTo("9999-12-31T23:59:59.999Z");
        assertThat(Keys.instantRoundedUp(Instant.MAX)).isEqualTo("9999-12-31T23:59:59.999Z");
    }

    @Test
    void a_fraction_of_a_millisecond_is_not_due_early() {
        assertThat(Keys.instantRoundedUp(NOON)).isEqualTo("2026-01-01T12:00:00.000Z");
        assertThat(Keys.instantRoundedUp(NOON.plusNanos(1))).isEqualTo("2026-01-01T12:00:00.001Z");
    }

    @Test
    void a_range_through_an_instant_includes_its_keys_and_none_after_it() {
        String end = Keys.through("DEADLINE#", NOON);

        assertThat("DEADLINE#" + Keys.instant(NOON) + "#zzzz").isLessThan(end);
        assertThat("DEADLINE#" + Keys.instant(NOON.plusMillis(1)) + "#0").isGreaterThan(end);
    }

    @Test
    void a_part_too_long_for_a_sort_key_is_replaced_with_its_fingerprint() {
        String fits = "x".repeat(Keys.LONGEST_SORT_KEY - 2);

        assertThat(Keys.fitting("R#", fits)).isEqualTo("R#" + fits);
        assertThat(Keys.fitting("R#", fits + "x")).hasSize(2 + 7 + 64).startsWith("R#sha256#");
        assertThat(Keys.fitting("R#", "病".repeat(400))).startsWith("R#sha256#");
    }
}
