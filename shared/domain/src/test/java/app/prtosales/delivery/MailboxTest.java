package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.inmemory.InMemoryMailboxes;
import app.prtosales.inmemory.Ports;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// R1.12: what is known of an address, and who of several that learn something of it is heard.
class MailboxTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Mailbox BOUNCED = Mailbox.unknown("m").bounced(NOON, "mailbox is full");

    private final Ports ports = new Ports();
    private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
    private final HoldMailbox hold = new HoldMailbox(ports.edge(Mailboxes.class, mailboxes));

    @Test
    void a_person_reads_how_it_is() {
        assertThat(Mailbox.unknown("m").health()).isEqualTo("ok");
        assertThat(BOUNCED.health()).isEqualTo("bounced 2026-11-24T12:00:00Z: mailbox is full");
        assertThat(BOUNCED.bounced(NOON.plusSeconds(5), Mailbox.SPAM).health())
                .isEqualTo("marked as spam 2026-11-24T12:00:05Z");
        assertThat(BOUNCED.released(NOON.plusSeconds(5)).health()).isEqualTo("ok");
    }

    @Test
    void a_person_reads_why_a_mail_was_not_sent_to_it() {
        assertThat(BOUNCED.whyHeld()).isEqualTo("the address is bouncing (mailbox is full)");
        assertThat(Mailbox.unknown("m").bounced(NOON, Mailbox.SPAM).whyHeld())
                .isEqualTo(Mailbox.SPAM);
        assertThat(Mailbox.unknown("m").bounced(NOON, BounceReason.SUPPRESSED).whyHeld())
                .isEqualTo(BounceReason.BLOCKED);
    }

    @Test
    void the_latest_bounce_counts_in_whatever_order_they_are_told() {
        assertThat(BOUNCED.bounced(NOON, "told again")).isEqualTo(BOUNCED);
        assertThat(BOUNCED.bounced(NOON.minusSeconds(1), "an earlier one")).isEqualTo(BOUNCED);
        assertThat(BOUNCED.bounced(NOON.plusSeconds(1), "a later one").reason())
                .isEqualTo("a later one");
    }

    @Test
    void it_is_held_until_ops_says_that_it_works_and_again_after_the_next_bounce() {
        Mailbox released = BOUNCED.released(NOON.plusSeconds(5));

        assertThat(BOUNCED.isHeld()).isTrue();
        assertThat(released.isHeld()).isFalse();
        assertThat(released.bounced(NOON.plusSeconds(9), "mailbox is full").isHeld()).isTrue();
        assertThat(BOUNCED.released(NOON).isHeld()).isFalse();
    }

    @Test
    void a_bounce_is_kept_though_somebody_else_writes_at_the_same_time() {
        ports.before(
                "Mailboxes.replace",
                ours ->
                        mailboxes.replace(
                                Mailbox.unknown("m"),
                                Mailbox.unknown("m").bounced(NOON, "an earlier one")));

        hold.bounced("m", NOON.plusSeconds(1), "a later one");

        assertThat(hold.held().get("m")).extracting(Mailbox::reason).isEqualTo("a later one");
    }

    @Test
    void where_it_keeps_changing_the_eighth_try_is_the_last() {
        ports.answer("Mailboxes.replace", false);

        assertThatThrownBy(() -> hold.bounced("m", NOON, "mailbox is full"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Mailboxes.replace")).isEqualTo(8);
    }
}
