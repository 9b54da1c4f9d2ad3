package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The exact limits at which sending stops automatically.
class TallyTest {

    @Test
    void eight_complaints_in_ten_thousand_are_too_many_and_seven_are_not() {
        assertThat(new Tally(10_000, 0, 7).problem()).isEmpty();
        assertThat(new Tally(10_000, 0, 8).problem()).isPresent();
    }

    @Test
    void four_bounces_in_a_hundred_are_too_many_and_one_fewer_is_not() {
        assertThat(new Tally(10_000, 399, 0).problem()).isEmpty();
        assertThat(new Tally(10_000, 400, 0).problem()).isPresent();
    }

    @Test
    void fewer_than_200_emails_never_stop_sending() {
        assertThat(new Tally(199, 199, 199).problem()).isEmpty();
        assertThat(new Tally(200, 200, 200).problem()).isPresent();
    }
}
