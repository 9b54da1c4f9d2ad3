package app.prtosales.delivery;

import java.util.List;
import java.util.Optional;

/// The addresses that mails bounced from, by id; never the addresses.
public interface Mailboxes {

    Optional<Mailbox> find(String id);

    /// All that are known: few, since most addresses never bounce.
    List<Mailbox> all();

    /// Puts a changed one in the place of the one it was made from.
    ///
    /// @param before the stored one; of version 0 when nothing is stored yet
    /// @return false when somebody else changed it first; then nothing was written
    boolean replace(Mailbox before, Mailbox changed);
}
