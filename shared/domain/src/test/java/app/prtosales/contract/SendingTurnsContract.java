package app.prtosales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.SendingTurns;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The contract of [SendingTurns].
public abstract class SendingTurnsContract {

    private static final Instant NOON = Instant.parse("2026-06-24T12:00:00.123Z");

    protected abstract SendingTurns turns();

    @Test
    void a_taken_turn_becomes_the_last_one() {
        SendingTurns turns = turns();
        assertThat(turns.last()).isEmpty();

        assertThat(turns.take(Optional.empty(), NOON)).isTrue();
        assertThat(turns.take(Optional.of(NOON), NOON.plusMillis(1_048))).isTrue();

        assertThat(turns.last()).contains(NOON.plusMillis(1_048));
    }

    @Test
    void only_one_of_two_senders_gets_the_first_turn() {
        SendingTurns turns = turns();

        assertThat(turns.take(Optional.empty(), NOON)).isTrue();
        assertThat(turns.take(Optional.empty(), NOON.plusMillis(1))).isFalse();
        assertThat(turns.last()).contains(NOON);
    }

    @Test
    void only_one_of_two_senders_gets_the_next_turn() {
        SendingTurns turns = turns();
        turns.take(Optional.empty(), NOON);

        assertThat(turns.take(Optional.of(NOON), NOON.plusSeconds(1))).isTrue();
        assertThat(turns.take(Optional.of(NOON), NOON.plusSeconds(1))).isFalse();
    }
}
