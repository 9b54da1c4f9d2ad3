package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.inmemory.InMemoryMailboxes;
import app.prtosales.inmemory.Ports;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// R1.12: the status of an address, and how simultaneous changes to it are resolved.
class MailboxTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Mailbox BOUNCED = Mailbox.unknown("m").bounced(NOON, "mailbox is full");

    private final Ports ports = new Ports();
    private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
    private final HoldMailbox hold = new HoldMailbox(ports.edge(Mailboxes.class, mailboxes));

    @Test
    void the_status_of_a_mailbox_is_described_in_words() {
        assertThat(Mailbox.unknown("m").health()).isEqualTo("ok");
        assertThat(BOUNCED.health()).isEqualTo("bounced 2026-11-24T12:00:00Z: mailbox is full");
        assertThat(BOUNCED.bounced(NOON.plusSeconds(5), Mailbox.SPAM).health())
                .isEqualTo("marked as spam 2026-11-24T12:00:05Z");
        assertThat(BOUNCED.released(NOON.plusSeconds(5)).health()).isEqualTo("ok");
    }

    @Test
    void the_reason_for_a_hold_is_described_in_words() {
        assertThat(BOUNCED.whyHeld()).isEqualTo("the address is bouncing (mailbox is full)");
        assertThat(Mailbox.unknown("m").bounced(NOON, Mailbox.SPAM).whyHeld())
                .isEqualTo("an email to it was marked as spam");
        assertThat(Mailbox.unknown("m").bounced(NOON, BounceReason.SUPPRESSED).whyHeld())
                .isEqualTo(BounceReason.BLOCKED);
    }

    @Test
    void the_latest_bounce_counts_in_any_order_of_reports() {
        assertThat(BOUNCED.bounced(NOON, "told again")).isEqualTo(BOUNCED);
        assertThat(BOUNCED.bounced(NOON.minusSeconds(1), "an earlier one")).isEqualTo(BOUNCED);
        assertThat(BOUNCED.bounced(NOON.plusSeconds(1), "a later one").reason())
                .isEqualTo("a later one");
    }

    @Test
    void a_mailbox_is_held_until_ops_releases_it_and_again_after_the_next_bounce() {
        Mailbox released = BOUNCED.released(NOON.plusSeconds(5));

        assertThat(BOUNCED.isHeld()).isTrue();
        assertThat(released.isHeld()).isFalse();
        assertThat(released.bounced(NOON.plusSeconds(9), "mailbox is full").isHeld()).isTrue();
        assertThat(BOUNCED.released(NOON).isHeld()).isFalse();
    }

    @Test
    void releasing_a_mailbox_that_is_not_held_changes_nothing() {
        Mailbox released = BOUNCED.released(NOON.plusSeconds(5));

        assertThat(Mailbox.unknown("m").released(NOON)).isEqualTo(Mailbox.unknown("m"));
        assertThat(released.released(NOON.plusSeconds(9))).isEqualTo(released);
    }

    @Test
    void ops_releases_a_mailbox_although_the_mail_servers_clock_is_ahead() {
        Mailbox released = BOUNCED.released(NOON.minusSeconds(5));

        assertThat(released.isHeld()).isFalse();
        assertThat(released.bounced(NOON.plusSeconds(1), "mailbox is full").isHeld()).isTrue();
    }

    @Test
    void a_bounce_is_stored_even_if_someone_else_writes_at_the_same_time() {
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
    void the_hold_is_tried_eight_times_if_the_mailbox_keeps_changing() {
        ports.answer("Mailboxes.replace", false);

        assertThatThrownBy(() -> hold.bounced("m", NOON, "mailbox is full"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Mailboxes.replace")).isEqualTo(8);
    }
}
