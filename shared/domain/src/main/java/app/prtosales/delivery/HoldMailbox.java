package app.prtosales.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Puts an address on hold if it bounced permanently or its owner complained, for everyone on the
/// team who uses it, and releases it again.
public final class HoldMailbox {

    private static final int TRIES = 8;

    private final Mailboxes mailboxes;

    public HoldMailbox(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /// Every address that was ever on hold, by id.
    public Map<String, Mailbox> known() {
        return mailboxes.all().stream()
                .collect(Collectors.toUnmodifiableMap(Mailbox::id, Function.identity()));
    }

    /// The addresses on hold, by id.
    public Map<String, Mailbox> held() {
        return mailboxes.all().stream()
                .filter(Mailbox::isHeld)
                .collect(Collectors.toUnmodifiableMap(Mailbox::id, Function.identity()));
    }

    public void bounced(String id, Instant at, String reason) {
        change(id, mailbox -> mailbox.bounced(at, reason));
    }

    /// The owner marked one of our emails as spam.
    public void complained(String id, Instant at) {
        change(id, mailbox -> mailbox.bounced(at, Mailbox.SPAM));
    }

    /// Does nothing if the address is not on hold.
    public void release(String id, Instant at) {
        change(id, mailbox -> mailbox.released(at));
    }

    private void change(String id, UnaryOperator<Mailbox> change) {
        for (int i = 0; i < TRIES; i++) {
            Mailbox before = mailboxes.find(id).orElseGet(() -> Mailbox.unknown(id));
            Mailbox after = change.apply(before);
            if (after.version() == before.version() || mailboxes.replace(before, after)) {
                return;
            }
        }
        throw new IllegalStateException("mailbox %s keeps changing".formatted(id));
    }
}
