package app.prtosales.aside;

/// The one item that was asked for cannot be read. It is put aside, and ops hears of it; whoever
/// asked may ask again once it is mended.
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param where the item's key
    public UnreadableException(String where, String problem) {
        super("%s cannot be read: %s".formatted(where, problem));
    }
}
