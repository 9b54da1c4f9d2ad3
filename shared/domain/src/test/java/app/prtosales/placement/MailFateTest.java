package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.prtosales.placement.MailFate.Kind;
import org.junit.jupiter.api.Test;

class MailFateTest {

    private static final MailFate FULL = new MailFate(Kind.BOUNCED, "mailbox is full");

    @Test
    void it_is_read_as_what_it_counts_as_and_what_is_known_beyond_that() {
        assertThat(new MailFate(Kind.BOUNCED).words()).isEqualTo("bounced");
        assertThat(FULL.words()).isEqualTo("bounced: mailbox is full");
    }

    @Test
    void the_mail_to_the_second_address_is_told_after_the_first() {
        assertThat(FULL.withSecond(new MailFate(Kind.REFUSED, "it can’t read this email")).words())
                .isEqualTo(
                        "bounced: mailbox is full; second address:"
                                + " refused by the email service: it can’t read this email");
    }

    @Test
    void what_was_kept_in_other_words_is_read_as_it_was_kept() {
        assertThat(new MailFate(Kind.OTHER, "lost: nobody knows").words())
                .isEqualTo("lost: nobody knows");
        assertThatIllegalArgumentException().isThrownBy(() -> new MailFate(Kind.OTHER));
    }
}
