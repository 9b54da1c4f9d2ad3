package app.prtosales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.SendingTurns;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every implementation of [SendingTurns] keeps to.
public abstract class SendingTurnsContract {

    private static final Instant NOON = Instant.parse("2026-06-24T12:00:00.123Z");

    protected abstract SendingTurns turns();

    @Test
    void the_turn_that_was_taken_is_the_last_one() {
        SendingTurns turns = turns();
        assertThat(turns.last()).isEmpty();

        assertThat(turns.take(Optional.empty(), NOON)).isTrue();
        assertThat(turns.take(Optional.of(NOON), NOON.plusMillis(1_048))).isTrue();

        assertThat(turns.last()).contains(NOON.plusMillis(1_048));
    }

    @Test
    void of_two_who_take_the_first_turn_one_gets_it() {
        SendingTurns turns = turns();

        assertThat(turns.take(Optional.empty(), NOON)).isTrue();
        assertThat(turns.take(Optional.empty(), NOON.plusMillis(1))).isFalse();
        assertThat(turns.last()).contains(NOON);
    }

    @Test
    void of_two_who_follow_the_same_turn_one_gets_the_next() {
        SendingTurns turns = turns();
        turns.take(Optional.empty(), NOON);

        assertThat(turns.take(Optional.of(NOON), NOON.plusSeconds(1))).isTrue();
        assertThat(turns.take(Optional.of(NOON), NOON.plusSeconds(1))).isFalse();
    }
}
