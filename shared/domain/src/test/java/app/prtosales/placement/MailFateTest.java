package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.prtosales.placement.MailFate.Kind;
import org.junit.jupiter.api.Test;

class MailFateTest {

    private static final MailFate FULL = new MailFate(Kind.BOUNCED, "mailbox is full");

    @Test
    void the_words_are_the_kind_and_the_detail() {
        assertThat(new MailFate(Kind.BOUNCED).words()).isEqualTo("bounced");
        assertThat(FULL.words()).isEqualTo("bounced: mailbox is full");
    }

    @Test
    void the_second_address_comes_after_the_first_in_the_words() {
        assertThat(FULL.withSecond(new MailFate(Kind.REFUSED, "it can’t read this email")).words())
                .isEqualTo(
                        "bounced: mailbox is full; second address:"
                                + " refused by the email service: it can’t read this email");
    }

    @Test
    void older_wording_is_shown_as_stored() {
        assertThat(new MailFate(Kind.OTHER, "lost: nobody knows").words())
                .isEqualTo("lost: nobody knows");
        assertThatIllegalArgumentException().isThrownBy(() -> new MailFate(Kind.OTHER));
    }
}
