package app.prtosales.faults;

/// An outside call failed, and the function fails with it.
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    Fault(String message) {
        super(message, null, false, false);
    }
}
