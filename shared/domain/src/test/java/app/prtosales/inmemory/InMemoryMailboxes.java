package app.prtosales.inmemory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.Mailboxes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Mailboxes, in memory.
public final class InMemoryMailboxes implements Mailboxes {

    private final Map<String, Mailbox> mailboxes = new TreeMap<>();

    @Override
    public synchronized Optional<Mailbox> find(String id) {
        return Optional.ofNullable(mailboxes.get(id));
    }

    @Override
    public synchronized List<Mailbox> all() {
        return List.copyOf(mailboxes.values());
    }

    @Override
    public synchronized boolean replace(Mailbox before, Mailbox changed) {
        Mailbox stored = mailboxes.getOrDefault(before.id(), Mailbox.unknown(before.id()));
        if (stored.version() != before.version()) {
            return false;
        }
        mailboxes.put(changed.id(), changed);
        return true;
    }
}
