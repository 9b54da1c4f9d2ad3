package app.prtosales.delivery;

import java.util.List;
import java.util.Optional;

/// The mailboxes that bounced, by id; the addresses themselves are not stored.
public interface Mailboxes {

    Optional<Mailbox> find(String id);

    /// All known mailboxes. There are few, because most addresses never bounce.
    List<Mailbox> all();

    /// Replaces a mailbox with its changed version.
    ///
    /// @param before the stored one; of version 0 if nothing is stored yet
    /// @return false if someone else changed it first; nothing is written in that case
    boolean replace(Mailbox before, Mailbox changed);
}
