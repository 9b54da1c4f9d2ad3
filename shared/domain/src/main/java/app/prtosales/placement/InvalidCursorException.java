package app.prtosales.placement;

/// A client sent a cursor that no page gave it.
public final class InvalidCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidCursorException() {
        super("not a cursor");
    }
}
