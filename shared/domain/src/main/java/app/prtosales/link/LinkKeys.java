package app.prtosales.link;

import java.util.Optional;

/// The keys that sign links: the current one and the previous one, so that links in emails survive
/// a key rotation.
public interface LinkKeys {

    /// The key that signs new links.
    LinkKey current();

    /// The key with this id; empty if it is neither the current nor the previous one.
    Optional<LinkKey> find(String keyId);
}
