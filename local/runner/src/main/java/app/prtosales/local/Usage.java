package app.prtosales.local;

/// What the person at the command line has to change; the message is the one line that they see.
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
        super(message);
    }
}
