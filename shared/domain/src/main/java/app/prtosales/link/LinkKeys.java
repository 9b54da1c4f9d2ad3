package app.prtosales.link;

import java.util.Optional;

/// The keys that links are signed with: the current one, and the one before it, so that links in
/// mails outlive a rotation.
public interface LinkKeys {

    /// What new links are signed with.
    LinkKey current();

    /// The key that a link names; empty when it is neither the current nor the previous one.
    Optional<LinkKey> find(String keyId);
}
