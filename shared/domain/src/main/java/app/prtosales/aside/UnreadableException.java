package app.prtosales.aside;

/// The requested item cannot be read. It is set aside and ops is notified; the caller can try again
/// once it is fixed.
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param where the item's key
    public UnreadableException(String where, String problem) {
        super("%s cannot be read: %s".formatted(where, problem));
    }
}
