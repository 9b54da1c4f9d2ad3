package app.prtosales.link;

/// A key for signing links, and the short id by which a link refers to it.
public final class LinkKey {

    private final String id;
    private final byte[] secret;

    /// @param id letters, digits and `-`
    /// @param secret at least 32 bytes
    public LinkKey(String id, byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("a link key must have at least 32 bytes");
        }
        this.id = id;
        this.secret = secret.clone();
    }

    public String id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    /// Never shows the secret (I10).
    @Override
    public String toString() {
        return "link key " + id;
    }
}
