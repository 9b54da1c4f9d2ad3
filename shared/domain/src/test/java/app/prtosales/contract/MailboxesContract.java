package app.prtosales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.Mailboxes;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every implementation of [Mailboxes] keeps to.
public abstract class MailboxesContract {

    private static final Instant NOON = Instant.parse("2026-06-24T12:00:00.123456Z");

    protected abstract Mailboxes mailboxes();

    @Test
    void what_was_put_reads_back_whole() {
        Mailboxes mailboxes = mailboxes();
        Mailbox nothing = Mailbox.unknown("u-0000000000000001");
        Mailbox dead = nothing.bounced(NOON, "Permanent: General");
        Mailbox released = dead.released(NOON.plusSeconds(1));

        assertThat(mailboxes.replace(nothing, dead)).isTrue();
        assertThat(mailboxes.find(dead.id())).contains(dead);
        assertThat(mailboxes.replace(dead, released)).isTrue();
        assertThat(mailboxes.find(dead.id())).contains(released);
    }

    @Test
    void one_that_somebody_else_changed_first_is_not_overwritten() {
        Mailboxes mailboxes = mailboxes();
        Mailbox nothing = Mailbox.unknown("u-0000000000000001");
        mailboxes.replace(nothing, nothing.bounced(NOON, "first"));

        assertThat(mailboxes.replace(nothing, nothing.bounced(NOON, "second"))).isFalse();
        assertThat(mailboxes.find(nothing.id())).map(Mailbox::reason).contains("first");
    }

    @Test
    void all_are_told_and_an_unknown_one_is_not_there() {
        Mailboxes mailboxes = mailboxes();
        for (String id : new String[] {"u-0000000000000001", "u-0000000000000002"}) {
            mailboxes.replace(Mailbox.unknown(id), Mailbox.unknown(id).bounced(NOON, "dead"));
        }

        assertThat(mailboxes.all()).hasSize(2);
        assertThat(mailboxes.find("u-0000000000000003")).isEmpty();
    }
}
