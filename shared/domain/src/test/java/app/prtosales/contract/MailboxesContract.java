package app.prtosales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.Mailboxes;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The contract of [Mailboxes].
public abstract class MailboxesContract {

    private static final Instant NOON = Instant.parse("2026-06-24T12:00:00.123456Z");

    protected abstract Mailboxes mailboxes();

    @Test
    void a_stored_mailbox_reads_back_whole() {
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
    void a_mailbox_that_someone_else_changed_first_is_not_overwritten() {
        Mailboxes mailboxes = mailboxes();
        Mailbox nothing = Mailbox.unknown("u-0000000000000001");
        mailboxes.replace(nothing, nothing.bounced(NOON, "first"));

        assertThat(mailboxes.replace(nothing, nothing.bounced(NOON, "second"))).isFalse();
        assertThat(mailboxes.find(nothing.id())).map(Mailbox::reason).contains("first");
    }

    @Test
    void all_known_mailboxes_are_listed_and_unknown_ones_are_not() {
        Mailboxes mailboxes = mailboxes();
        for (String id : new String[] {"u-0000000000000001", "u-0000000000000002"}) {
            mailboxes.replace(Mailbox.unknown(id), Mailbox.unknown(id).bounced(NOON, "dead"));
        }

        assertThat(mailboxes.all()).hasSize(2);
        assertThat(mailboxes.find("u-0000000000000003")).isEmpty();
    }
}
