package app.prtosales.local;

/// Something that the person at the command line must change; the message is the one line they see.
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
        super(message);
    }
}
